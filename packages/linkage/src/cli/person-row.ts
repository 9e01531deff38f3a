import { idnr } from "@navikt/fnrvalidator";
import type { NationalId, PersonRecord, Sex } from "../person-record.ts";

/** The columns of a file of people; all but `id` may be absent. */
export const PERSON_COLUMNS = [
  "id",
  "surname",
  "forename",
  "middle",
  "birth_date",
  "sex",
  "nationality",
  "profession",
  "registration_number",
  "national_id",
] as const;

export type PersonRow = Partial<Record<(typeof PERSON_COLUMNS)[number], string>>;

const SEXES: Record<string, Sex> = {
  m: "M",
  male: "M",
  mann: "M",
  "1": "M",
  f: "F",
  female: "F",
  k: "F",
  kvinne: "F",
  "2": "F",
  x: "X",
};

/** Reads a row of a file as a person; absent and empty cells are absent in the person. */
export function personOfRow(row: PersonRow & { id: string }): PersonRecord {
  const sex = SEXES[cell(row.sex).toLowerCase()];
  const birthDate = cell(row.birth_date);
  const nationality = cell(row.nationality);
  return {
    id: row.id,
    forenames: [cell(row.forename), cell(row.middle)].filter((name) => name !== ""),
    surnames: [cell(row.surname)].filter((name) => name !== ""),
    ...(birthDate ? { birthDate } : {}),
    ...(sex ? { sex } : {}),
    ...(nationality ? { nationality } : {}),
    professions: severalIn(row.profession),
    registrationNumbers: severalIn(row.registration_number),
    nationalIds: severalIn(row.national_id).map(nationalIdOf),
  };
}

const cell = (value: string | undefined): string => value?.trim() ?? "";

const severalIn = (value: string | undefined): string[] =>
  cell(value)
    .split(/[;,|]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** `SE:19670523-1234` names its country; a bare number is Norwegian if it is valid as such. */
function nationalIdOf(written: string): NationalId {
  const named = /^([A-Za-z]{2})[:\s](.+)$/.exec(written);
  if (named) return { country: named[1] ?? "", number: named[2] ?? "" };
  const digits = written.replace(/\D/g, "");
  const norwegian = digits.length === 11 && idnr(digits).status === "valid";
  return { country: norwegian ? "NO" : "??", number: written };
}
