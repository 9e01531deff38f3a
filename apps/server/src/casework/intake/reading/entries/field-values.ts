import type { FieldName, FieldProblem } from "../reading.ts";
import { readCountry } from "../values/countries.ts";
import { type DateHabits, readDate } from "../values/dates.ts";
import { isIdentityNumber } from "../values/identity-numbers.ts";
import { readProfession } from "../values/professions.ts";
import { isoOfSerial } from "../values/serial-dates.ts";
import { fold } from "../vocabulary/fold.ts";
import { type LabelTarget, neverNames, notProvided, openEnded, sexWords } from "../vocabulary/vocabulary.ts";

/** A value as understood, nothing where the sender gave none, or why it could not be understood. */
export type ValueReading = { value: string } | { problem: FieldProblem["code"] } | undefined;

/** How the dates and numbers of the text at hand are to be read. */
export interface ValueHabits {
  dates: Omit<DateHabits, "latestYear">;
  /** Year the message was sent; two-digit years of birth lie before it. */
  sentYear: number;
  /** Country of the national identity numbers, where the message tells it. */
  country?: string;
  longestField: number;
  /** Dates may be written as a spreadsheet's day numbers. */
  serialDates: boolean;
}

const YOUNGEST = 16;
const LONGEST_BAN = 40;

/** Days from 1927 to 2064 as spreadsheets count them. */
const SERIAL_DAY = /^[1-5]\d{4}$/;

type Reader = (text: string, habits: ValueHabits) => ValueReading;

function readDay(text: string, { dates, serialDates }: ValueHabits, latestYear: number): ValueReading {
  const serial = serialDates && SERIAL_DAY.test(text);
  return serial ? { value: isoOfSerial(Number(text)) } : readDate(text, { ...dates, latestYear });
}

const readDecisionDate: Reader = (text, habits) => readDay(text, habits, habits.sentYear + LONGEST_BAN);

const readNation: Reader = (text) => found(readCountry(text), "unknownCountry");

const READERS: Partial<Record<FieldName, Reader>> = {
  birthDate: (text, habits) => readDay(text, habits, habits.sentYear - YOUNGEST),
  decisionDate: readDecisionDate,
  effectiveFrom: readDecisionDate,
  effectiveUntil: (text, habits) => (openEnded.has(fold(text)) ? undefined : readDecisionDate(text, habits)),
  sendingCountry: readNation,
  nationality: readNation,
  profession: (text) => found(readProfession(text), "unknownProfession"),
  nationalId: (text, { country }) =>
    isIdentityNumber(text, country) ? { value: text } : { problem: "invalidNationalId" },
  sex: () => undefined,
};

/** Understands one tidied value of a field; fields without a form of their own keep their text. */
export function readValue(field: FieldName, text: string, habits: ValueHabits): ValueReading {
  const folded = fold(text);
  const sex = field === "sex" ? sexWords.get(folded) : undefined;
  if (sex) return { value: sex };
  if (!isGiven(text, field)) return undefined;
  if (text.length > habits.longestField) return { problem: "tooLong" };
  const read = READERS[field];
  return read ? read(text, habits) : { value: text };
}

const NAMES: ReadonlySet<LabelTarget | undefined> = new Set(["surname", "forename", "fullName"]);
const CAPITALISED = /^\p{Lu}\p{Ll}+$/u;

/** Whether a value says anything. In a name field a word such as "Blank" or "Nera" is a name, written as one. */
export function isGiven(text: string, field?: LabelTarget): boolean {
  const folded = fold(text);
  if (NAMES.has(field) && CAPITALISED.test(text.trim())) return !neverNames.has(folded);
  return folded !== "" && !notProvided.has(folded);
}

function found(value: string | undefined, problem: FieldProblem["code"]): ValueReading {
  return value ? { value } : { problem };
}
