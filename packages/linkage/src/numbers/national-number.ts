import { idnr } from "@navikt/fnrvalidator";
import { stdnum } from "stdnum";
import type { NationalId } from "../person-record.ts";

/** The validator of the number that identifies people, by country. */
const PERSON_NUMBERS: Record<string, string> = {
  SE: "personnummer",
  DK: "cpr",
  FI: "hetu",
  IS: "kennitala",
  PL: "pesel",
  EE: "ik",
  LT: "asmens",
  NL: "bsn",
  BE: "nn",
  DE: "idnr",
  FR: "nir",
  ES: "dni",
  IT: "codicefiscale",
  RO: "cnp",
  BG: "egn",
  CZ: "rc",
  SK: "rc",
  HR: "oib",
  SI: "emso",
  RS: "jmbg",
  BA: "jmbg",
  ME: "jmbg",
  MK: "edb",
  PT: "nif",
  GR: "amka",
  TR: "tckimlik",
  GB: "nino",
  IE: "pps",
  CH: "ssn",
  AT: "vnr",
  UA: "rntrc",
  PK: "cnic",
  IN: "aadhaar",
};

/** A number without the spaces and punctuation people write it with. */
export function bareNumber(written: string): string {
  return written
    .slice(0, LONGEST_NUMBER)
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toUpperCase();
}

/** The same for an identity number and its country. */
export function bareNationalId(id: NationalId): NationalId {
  return { country: bareNumber(id.country), number: bareNumber(id.number) };
}

/**
 * Whether a bare number holds by its country's rules: Norwegian ones by NAV's validator (D-numbers and synthetic
 * ones included), others by stdnum. A number of a country without a known rule is not valid.
 */
export function isValidNationalId({ country, number }: NationalId): boolean {
  if (country === "NO") return /^\d{11}$/.test(number) && idnr(number).status === "valid";
  const kind = PERSON_NUMBERS[country];
  const validators = stdnum[country as keyof typeof stdnum] as Record<string, Validator> | undefined;
  const validator = kind ? validators?.[kind] : undefined;
  return validator?.validate(number).isValid ?? false;
}

interface Validator {
  validate(text: string): { isValid: boolean };
}

const LONGEST_NUMBER = 40;
