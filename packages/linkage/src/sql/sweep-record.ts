import { numberKeys } from "../index/register-table.ts";
import { foldedTogether } from "../names/name-tokens.ts";
import { isValidNationalId } from "../numbers/national-number.ts";
import type { PersonRecord } from "../person-record.ts";
import { type NameRole, type PreparedPerson, preparePerson } from "../scoring/prepare.ts";
import type { ColumnValue } from "./copy-text.ts";
import type { SweepVocabulary } from "./sweep-vocabulary.ts";

/** The roles of name parts; in SQL a role is its place here, from 0. */
export const ROLES: readonly NameRole[] = ["forename", "middleName", "surname", "earlierName"];

/** The columns of a record ready for comparison in PostgreSQL, in the order of {@link recordColumns}. */
export const RECORD_COLUMNS = [
  "id text not null",
  "birth_date int not null",
  "sex text",
  "nationality text",
  "professions text[] not null",
  "numbers text[] not null",
  "numbers_valid boolean[] not null",
  "tokens int[] not null",
  "places int[] not null",
  "roles smallint[] not null",
  "classes int[] not null",
  "lengths smallint[] not null",
  "sounds int[] not null",
  "written text[] not null",
  "whole_first smallint[] not null",
  "whole_second smallint[] not null",
  "whole_class int[] not null",
  "whole_length smallint[] not null",
] as const;

/** A record as the engine compares it, with the keys of its numbers. */
export interface SweepRecord {
  id: string;
  prepared: PreparedPerson;
  numbers: string[];
}

/** Prepares a record as {@link preparePerson} does. */
export function sweepRecord(person: PersonRecord): SweepRecord {
  return { id: person.id, prepared: preparePerson(person), numbers: numberKeys(person) };
}

/** The values of {@link RECORD_COLUMNS} for a record. */
export function recordColumns(record: SweepRecord, vocabulary: SweepVocabulary): ColumnValue[] {
  const { id, prepared, numbers } = record;
  const { names, birthDate, sex, nationality, professions } = prepared;
  const tokens = names.map(({ token }) => vocabulary.idOf(token.text));
  const wholes = wholesOf(prepared, vocabulary);
  return [
    id,
    birthDate,
    sex,
    nationality,
    professions,
    numbers,
    numbers.map((number) => isValidKey(number)),
    tokens,
    names.map((_, i) => i + 1),
    names.map(({ role }) => ROLES.indexOf(role)),
    tokens.map((token) => vocabulary.wordClassOf(token)),
    names.map(({ token }) => token.text.length),
    tokens.map((token) => vocabulary.soundOf(token)),
    names.map(({ written }) => written),
    wholes.map(({ first }) => first),
    wholes.map(({ second }) => second),
    wholes.map(({ wordClass }) => wordClass),
    wholes.map(({ length }) => length),
  ];
}

function isValidKey(key: string): boolean {
  const at = key.indexOf(":");
  return at >= 0 && isValidNationalId({ country: key.slice(0, at), number: key.slice(at + 1) });
}

interface Whole {
  first: number;
  /** 0 for a part on its own that is written as several words. */
  second: number;
  wordClass: number;
  length: number;
}

const SEVERAL_WORDS = /[^\p{L}]/u;

/** Every part, and every two in order, that may stand as one word in another record; places count from 1. */
function wholesOf({ names }: PreparedPerson, vocabulary: SweepVocabulary): Whole[] {
  const wholes: Whole[] = [];
  const take = (written: string, first: number, second: number): void => {
    if (!SEVERAL_WORDS.test(written)) return;
    const wordClass = vocabulary.wordClassOf(vocabulary.idOf(foldedTogether(written)));
    wholes.push({ first, second, wordClass, length: written.length });
  };
  names.forEach((part, i) => {
    take(part.written, i + 1, 0);
    for (const [j, next] of names.entries()) if (j > i) take(`${part.written} ${next.written}`, i + 1, j + 1);
  });
  return wholes;
}
