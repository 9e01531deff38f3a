import { packBirthDate, parseBirthDate } from "../dates/birth-date.ts";
import { nameTokens } from "../names/name-tokens.ts";
import { type Token, tokenOf } from "../names/token-level.ts";
import { bareNationalId, bareNumber } from "../numbers/national-number.ts";
import type { NationalId, PersonRecord } from "../person-record.ts";

/** Where a name part stands; the role is a hint, since senders disagree on which name is the surname. */
export type NameRole = "forename" | "middleName" | "surname" | "earlierName";

/** One name part, as compared and as written. */
export interface NamePart {
  token: Token;
  written: string;
  role: NameRole;
}

/** What many people share: sex, nationality and professions, unknown ones null or empty. */
export interface Profile {
  sex: "M" | "F" | null;
  nationality: string | null;
  professions: string[];
}

/** A record's sex, nationality and professions; sex `X` says nothing for or against anybody. */
export function profileOf(person: PersonRecord): Profile {
  return {
    sex: person.sex === "M" || person.sex === "F" ? person.sex : null,
    nationality: person.nationality?.trim().slice(0, 8).toUpperCase() || null,
    professions: sortedCodes(person.professions ?? []),
  };
}

const sortedCodes = (codes: string[]): string[] => (codes.length < 2 ? codes : [...new Set(codes)].sort());

/** A person made ready for comparison. */
export interface PreparedPerson extends Profile {
  names: NamePart[];
  /** Packed as `yyyymmdd`, 0 when unknown. */
  birthDate: number;
  nationalIds: NationalId[];
  registrationNumbers: string[];
}

/** More parts than this never help to tell people apart. */
export const MOST_NAME_PARTS = 12;

/** Splits and folds a record's names, packs its date and normalises its numbers. Bad parts become absent ones. */
export function preparePerson(person: PersonRecord): PreparedPerson {
  return {
    names: nameParts(person),
    birthDate: packBirthDate(parseBirthDate(person.birthDate)),
    ...profileOf(person),
    nationalIds: (person.nationalIds ?? []).map(bareNationalId).filter((id) => id.number !== ""),
    registrationNumbers: (person.registrationNumbers ?? []).map(bareNumber).filter((number) => number !== ""),
  };
}

/** Splits a record's names into parts; the first forename is the forename, the others are middle names. */
function nameParts(person: PersonRecord): NamePart[] {
  const parts: NamePart[] = [];
  const add = (names: readonly string[], role: NameRole, first = role): void => {
    for (const name of names) {
      for (const { text, written } of nameTokens(name)) {
        parts.push({ token: tokenOf(text), written, role: parts.length === 0 ? first : role });
      }
    }
  };
  add(person.forenames, "middleName", "forename");
  add(person.surnames, "surname");
  add(person.earlierNames ?? [], "earlierName");
  return parts.slice(0, MOST_NAME_PARTS);
}
