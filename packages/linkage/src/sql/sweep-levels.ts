import type { DateLevel, NameLevel } from "../link-result.ts";
import type { NameField } from "../model/model.ts";

/** The fields of a name in the order in which their weights lie in an array. */
export const NAME_FIELDS: readonly NameField[] = ["forename", "middleName", "surname"];

/** The levels of names; in SQL a level is its place here, from 1. */
export const NAME_LEVELS: readonly NameLevel[] = [
  "equal",
  "spelling",
  "oneLetter",
  "nickname",
  "sound",
  "shortened",
  "joined",
  "twoLetters",
  "initial",
  "differs",
  "omitted",
];

/** The levels of birth dates; in SQL a level is its place here, from 1. */
export const DATE_LEVELS: readonly DateLevel[] = [
  "equal",
  "swappedDayMonth",
  "oneDigit",
  "dayOff",
  "yearOff",
  "tenYearsOff",
  "twoErrors",
  "firstOfJanuary",
  "sameDayMonth",
  "sameYearMonth",
  "sameYearDay",
  "compatible",
  "yearOnly",
  "sameYear",
  "nearYear",
  "differs",
];

/** Where the weights of one name part begin in its record's array: so many a part. */
export const WEIGHTS_PER_PART = NAME_FIELDS.length * NAME_LEVELS.length;

export const nameLevelCode = (level: NameLevel): number => NAME_LEVELS.indexOf(level) + 1;
export const dateLevelCode = (level: DateLevel): number => DATE_LEVELS.indexOf(level) + 1;
