import { idnr } from "@navikt/fnrvalidator";
import { stdnum } from "stdnum";
import type { NationalId } from "../person-record.ts";

/** A national identity number without punctuation, and whether its country's check digits hold. */
export interface NationalNumber {
  country: string;
  number: string;
  valid: boolean;
}

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

/**
 * Normalises a number and checks it by its country's rules: Norwegian ones by NAV's validator (D-numbers and
 * synthetic ones included), others by stdnum. A number of a country without a known rule is not valid.
 */
export function readNationalNumber(id: NationalId): NationalNumber {
  const country = id.country.trim().toUpperCase();
  const number = id.number.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
  return { country, number, valid: number !== "" && isValid(country, number) };
}

function isValid(country: string, number: string): boolean {
  if (country === "NO") return /^\d{11}$/.test(number) && idnr(number).status === "valid";
  const kind = PERSON_NUMBERS[country];
  const validators = stdnum[country as keyof typeof stdnum] as
    | Record<string, { validate(text: string): { isValid: boolean } }>
    | undefined;
  const validator = kind ? validators?.[kind] : undefined;
  return validator?.validate(number).isValid ?? false;
}
