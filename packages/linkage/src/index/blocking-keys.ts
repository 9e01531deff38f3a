import { unpackBirthDate } from "../dates/birth-date.ts";
import { hashNumbers, hashText } from "./columns/hash.ts";
import type { Keying, KeysOf } from "./columns/postings.ts";
import type { RegisterTable } from "./register-table.ts";

/** The kinds of blocking keys: a pair of records is looked at when any of them meets. */
export const BLOCKING_KEYS = ["number", "birthDate", "nameAndDate", "twoNames", "rareName"] as const;
export type BlockingKey = (typeof BLOCKING_KEYS)[number];

/** Which two parts of a date a name is keyed with. */
const YEAR_MONTH = 1;
const YEAR_DAY = 2;
const MONTH_DAY = 3;
const YEAR = 4;

const datePart = (kind: number, a: number, b: number): number => kind * 1_000_000 + a * 100 + b;

/** The date parts under which a name in the register is found; a partial date has fewer. */
function datePartsOf(packed: number, emit: (part: number) => void): void {
  if (packed <= 0) return;
  const { year, month, day } = unpackBirthDate(packed);
  if (month === 0) return emit(datePart(YEAR, year, 0));
  emit(datePart(YEAR_MONTH, year, month));
  if (day === 0) return;
  emit(datePart(YEAR_DAY, year, day));
  emit(datePart(MONTH_DAY, month, day));
}

/** The date parts a query looks under: its own, the same with day and month swapped, and what a bare year or a first of January may stand for. */
export function askedDateParts(packed: number): number[] {
  if (packed <= 0) return [];
  const { year, month, day } = unpackBirthDate(packed);
  const parts = new Set([datePart(YEAR, year, 0)]);
  const dayUnknown = month === 0 || isFirstOfJanuary(packed);
  if (dayUnknown) for (let any = 1; any <= 12; any++) parts.add(datePart(YEAR_MONTH, year, any));
  else parts.add(datePart(YEAR_MONTH, year, 1));
  datePartsOf(packed, (part) => parts.add(part));
  if (day > 0) datePartsOf(swapDayMonth(packed), (part) => parts.add(part));
  return [...parts];
}

/** The whole dates a query looks under: its own, the days beside it, and day and month swapped; none without a day. */
export function askedDates(packed: number): number[] {
  if (packed % 100 <= 0) return [];
  return [packed, dayBeside(packed, -1), dayBeside(packed, 1), swapDayMonth(packed)];
}

function dayBeside(packed: number, days: 1 | -1): number {
  const { year, month, day } = unpackBirthDate(packed);
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return date.getUTCFullYear() * 10000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

/** The first of January is what is written for someone whose day of birth is unknown. */
const isFirstOfJanuary = (packed: number): boolean => packed % 10000 === 101;

/** The date with day and month exchanged, whether or not that date exists. */
export function swapDayMonth(packed: number): number {
  const { year, month, day } = unpackBirthDate(packed);
  return year * 10000 + day * 100 + month;
}

/** Whether two dates share a date part as {@link askedDateParts} looks for them. */
export function datesMeet(asked: number, found: number): boolean {
  if (asked <= 0 || found <= 0) return false;
  if (asked % 100 === 0 || found % 100 === 0) {
    const sameYear = Math.floor(asked / 10000) === Math.floor(found / 10000);
    const [months, others] = [Math.floor(asked / 100) % 100, Math.floor(found / 100) % 100];
    const swappedMonth = asked % 100;
    return (
      sameYear &&
      (months === 0 || others === 0 || months === others || (swappedMonth > 0 && swappedMonth === others))
    );
  }
  if (isFirstOfJanuary(asked) || isFirstOfJanuary(found)) {
    if (Math.floor(asked / 10000) === Math.floor(found / 10000)) return true;
  }
  return twoPartsEqual(asked, found) || twoPartsEqual(swapDayMonth(asked), found);
}

function twoPartsEqual(a: number, b: number): boolean {
  const year = Math.floor(a / 10000) === Math.floor(b / 10000) ? 1 : 0;
  const month = Math.floor(a / 100) % 100 === Math.floor(b / 100) % 100 ? 1 : 0;
  const day = a % 100 === b % 100 ? 1 : 0;
  return year + month + day >= 2;
}

export const nameAndDateKey = (token: number, part: number): number => hashNumbers(token, part);

export const twoNamesKey = (sound: number, other: number): number =>
  sound < other ? hashNumbers(sound, other) : hashNumbers(other, sound);

export const numberKey = (number: string): number => hashText(number);

/** More different birth dates than this do not occur among the living. */
const MOST_BIRTH_DATES = 100_000;

/** For each kind of key, how a row of the register is keyed. */
export function registerKeys(table: RegisterTable): Record<BlockingKey, Keying> {
  const eachToken = (row: number, visit: (token: number, part: number) => void): void => {
    const end = table.partsEnd(row);
    for (let part = table.partsStart(row); part < end; part++) {
      visit(table.partTokens.values[part] as number, part);
    }
  };
  const ifThere =
    (keysOf: KeysOf): KeysOf =>
    (row, emit) => {
      if (!table.isRemoved(row)) keysOf(row, emit);
    };
  const nameAndDate: KeysOf = (row, emit) => {
    const date = table.birthDateOf(row);
    eachToken(row, (token) => datePartsOf(date, (part) => emit(nameAndDateKey(token, part))));
  };
  const numbers: KeysOf = (row, emit) => {
    const end = table.numbersEnd(row);
    for (let at = table.numbersStart(row); at < end; at++) emit(table.numberHashes.values[at] as number);
  };
  const twoNames: KeysOf = (row, emit) => {
    const end = table.partsEnd(row);
    const { soundOfToken } = table.lexicon;
    eachToken(row, (token, part) => {
      for (let other = part + 1; other < end; other++) {
        const otherToken = table.partTokens.values[other] as number;
        emit(twoNamesKey(soundOfToken[token] as number, soundOfToken[otherToken] as number));
      }
    });
  };
  return {
    number: { keysOf: ifThere(numbers), differentKeys: (rows) => rows },
    birthDate: {
      keysOf: ifThere((row, emit) => {
        const date = table.birthDateOf(row);
        if (date % 100 > 0) emit(birthDateKey(date));
      }),
      differentKeys: (rows) => Math.min(rows, MOST_BIRTH_DATES),
    },
    nameAndDate: { keysOf: ifThere(nameAndDate), differentKeys: (rows) => rows * 4 },
    twoNames: { keysOf: ifThere(twoNames), differentKeys: (rows) => rows },
    rareName: {
      keysOf: ifThere((row, emit) => eachToken(row, (token) => emit(rareNameKey(token)))),
      differentKeys: () => table.lexicon.tokens.length,
    },
  };
}

export const birthDateKey = (packed: number): number => hashNumbers(packed, 0);

/** Names are numbered without gaps, so the number itself spreads them best. */
export const rareNameKey = (token: number): number => token;
