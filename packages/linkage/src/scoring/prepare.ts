import { packBirthDate, parseBirthDate } from "../dates/birth-date.ts";
import { nameTokens } from "../names/name-tokens.ts";
import { type Token, tokenOf } from "../names/token-level.ts";
import type { PersonRecord } from "../person-record.ts";
import { type NationalNumber, readNationalNumber } from "../numbers/national-number.ts";

/** Where a name part stands; the role is a hint, since senders disagree on which name is the surname. */
export type NameRole = "forename" | "middleName" | "surname" | "earlierName";

/** One name part, as compared and as written. */
export interface NamePart {
  token: Token;
  written: string;
  role: NameRole;
}

/** A person made ready for comparison. */
export interface PreparedPerson {
  id: string;
  names: NamePart[];
  /** Packed as `yyyymmdd`, 0 when unknown. */
  birthDate: number;
  sex: string | null;
  nationality: string | null;
  professions: string[];
  nationalIds: NationalNumber[];
  registrationNumbers: string[];
}

/** More parts than this never help to tell people apart. */
const MOST_NAME_PARTS = 12;

/** Splits and folds a record's names, packs its date and normalises its numbers. Bad parts become absent ones. */
export function preparePerson(person: PersonRecord): PreparedPerson {
  return {
    id: person.id,
    names: nameParts(person).slice(0, MOST_NAME_PARTS),
    birthDate: packBirthDate(parseBirthDate(person.birthDate)),
    sex: person.sex === "M" || person.sex === "F" ? person.sex : null,
    nationality: person.nationality?.trim().toUpperCase() || null,
    professions: [...new Set(person.professions ?? [])].sort(),
    nationalIds: (person.nationalIds ?? []).map(readNationalNumber).filter((id) => id.number !== ""),
    registrationNumbers: (person.registrationNumbers ?? []).map(bareNumber).filter((number) => number !== ""),
  };
}

/** A number without the spaces and punctuation people write it with. */
export function bareNumber(written: string): string {
  return written.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
}

function nameParts(person: PersonRecord): NamePart[] {
  const forenames = partsOf(person.forenames, "forename").map(
    (part, i): NamePart => (i === 0 ? part : { ...part, role: "middleName" }),
  );
  return [
    ...forenames,
    ...partsOf(person.surnames, "surname"),
    ...partsOf(person.earlierNames ?? [], "earlierName"),
  ];
}

function partsOf(names: readonly string[], role: NameRole): NamePart[] {
  return names.flatMap((written) => {
    const tokens = nameTokens(written);
    return tokens.map((text) => ({
      token: tokenOf(text),
      written: tokens.length === 1 ? written.trim() : text,
      role,
    }));
  });
}
