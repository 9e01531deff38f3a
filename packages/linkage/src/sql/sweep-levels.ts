import type { DateLevel, NameLevel } from "../link-result.ts";
import type { NameField } from "../model/model.ts";

/** The fields of a name in the order in which their weights lie in an array. */
export const NAME_FIELDS: readonly NameField[] = ["forename", "middleName", "surname"];

/** The levels of names by the number that stands for them in SQL, counted from 1 without gaps. */
const NAME_LEVEL_CODES: Record<NameLevel, number> = {
  equal: 1,
  spelling: 2,
  oneLetter: 3,
  nickname: 4,
  sound: 5,
  shortened: 6,
  joined: 7,
  twoLetters: 8,
  initial: 9,
  differs: 10,
  omitted: 11,
};

/** The levels of birth dates by the number that stands for them in SQL, counted from 1 without gaps. */
const DATE_LEVEL_CODES: Record<DateLevel, number> = {
  equal: 1,
  swappedDayMonth: 2,
  oneDigit: 3,
  dayOff: 4,
  yearOff: 5,
  tenYearsOff: 6,
  twoSlips: 7,
  twoErrors: 8,
  firstOfJanuary: 9,
  sameDayMonth: 10,
  sameYearMonth: 11,
  sameYearDay: 12,
  compatible: 13,
  yearOnly: 14,
  sameYear: 15,
  nearYear: 16,
  differs: 17,
};

const inOrder = <Level extends string>(codes: Record<Level, number>): readonly Level[] =>
  (Object.keys(codes) as Level[]).sort((a, b) => codes[a] - codes[b]);

/** The levels of names in the order of their numbers. */
export const NAME_LEVELS = inOrder(NAME_LEVEL_CODES);

/** The levels of birth dates in the order of their numbers. */
export const DATE_LEVELS = inOrder(DATE_LEVEL_CODES);

/** Where the weights of one name part begin in its record's array: so many a part. */
export const WEIGHTS_PER_PART = NAME_FIELDS.length * NAME_LEVELS.length;

/** The number that stands for a level of names in SQL. */
export const nameLevelCode = (level: NameLevel): number => NAME_LEVEL_CODES[level];
/** The number that stands for a level of birth dates in SQL. */
export const dateLevelCode = (level: DateLevel): number => DATE_LEVEL_CODES[level];
