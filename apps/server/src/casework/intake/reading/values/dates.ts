import { fold } from "../vocabulary/fold.ts";
import { months, monthsOfLanguage } from "../vocabulary/vocabulary.ts";
import type { DateOrder } from "./date-order.ts";

export interface DateHabits {
  /** Order of day and month in all-figure dates; "unclear" where the document contradicts itself. */
  order: DateOrder | "unclear";
  /** Language of the labels, for month names that languages share. */
  language?: string;
  /** Last year that a two-digit year may stand for; later ones are a century earlier. */
  latestYear: number;
}

export type DateReading = { value: string } | { problem: "notADate" | "impossibleDate" | "ambiguousDate" };

interface Parts {
  year: number;
  month: number;
  day: number;
}

const YEAR_FIRST = /(?<!\d)(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/;
const FIGURES = /(?<!\d)(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|'?\d{2})(?![\d:])/;
const SPACED = /(?<!\d)(\d{1,2}) (\d{1,2}) (\d{4})(?!\d)/;
const COMPACT = /(?<!\d)(\d{8})(?!\d)/;
const DAY_NAME_YEAR =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|re|eme|ème|:[ae]|\.|º|ª|°|e)?[\s.\-/]*(?:de |of |of the |ta' )?[\s.\-/]*(\p{L}{1,14})\.?,?[\s.\-/]*(?:de |del |of |di |, )?(\d{4}|'?\d{2})(?![\d:])/iu;
const NAME_DAY_YEAR = /(\p{L}{3,14})\.?\s+(\d{1,2})(?:st|nd|rd|th|er|\.)?,?\s+(\d{4})(?!\d)/iu;
const YEAR_NAME_DAY = /(?<!\d)(\d{4})\.?[\s\-/]*(?:m\.|г\.)?\s*(\p{L}{1,14})\.?[\s\-/]*(\d{1,2})(?!\d)/u;
const YEAR_GADA_DAY_NAME = /(?<!\d)(\d{4})\.?\s*gada\s*(\d{1,2})\.?\s*(\p{L}{3,14})/u;
const NAME_YEAR = /(\p{L}{1,14})\.?,?[\s\-/]+(?:de |del |of )?(\d{4})(?!\d)/u;
const YEAR_NAME = /(?<!\d)(\d{4})\.?[\s\-/]+(\p{L}{3,14})/u;
const MONTH_YEAR = /(?<![\d./-])(\d{1,2})\s?[-/.]\s?(\d{4})(?!\d)/;
const YEAR_MONTH = /(?<!\d)(\d{4})\s?[-/.]\s?(\d{1,2})(?![\d./-])/;
const YEAR = /^\D{0,12}(\d{4})\D{0,6}$/;
const LONGEST_DATE = 60;

/** Reads a written date to ISO form, or to "1967-05" or "1967" where the sender gave no more. Never guesses. */
export function readDate(raw: string, habits: DateHabits): DateReading {
  const text = raw.normalize("NFKC").replace(/\s+/g, " ").trim();
  if (text.length > LONGEST_DATE || !/\d/.test(text)) return { problem: "notADate" };
  const found = readFigures(text, habits) ?? readNamed(text, habits) ?? readPartial(text, habits);
  if (!found) return { problem: "notADate" };
  if (found === "ambiguous") return { problem: "ambiguousDate" };
  const rest = text.replace(found.text, " ");
  if (FIGURES.test(rest) || YEAR_FIRST.test(rest)) return { problem: "ambiguousDate" };
  const value = isoOf(found.parts);
  return value ? { value } : { problem: "impossibleDate" };
}

type Found = { text: string; parts: Parts } | "ambiguous" | undefined;

function readFigures(text: string, habits: DateHabits): Found {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return parts(yearFirst[0], yearFirst[1], yearFirst[3], yearFirst[4]);
  const figures = FIGURES.exec(text) ?? SPACED.exec(text);
  if (figures) return ordered(figures, habits);
  const compact = COMPACT.exec(text);
  if (!compact?.[1]) return undefined;
  const digits = compact[1];
  const byYear = parts(digits, digits.slice(0, 4), digits.slice(4, 6), digits.slice(6));
  const byDay = parts(digits, digits.slice(4), digits.slice(2, 4), digits.slice(0, 2));
  return isoOf(byYear.parts) || !isoOf(byDay.parts) ? byYear : byDay;
}

function ordered(match: RegExpExecArray, habits: DateHabits): Found {
  const [text, first = "", second = "", third = ""] = match;
  if (habits.order === "ymd" && third.length === 2) {
    return parts(text, fullYear(first, habits), second, third);
  }
  const year = fullYear(third, habits);
  if (habits.order === "mdy") return parts(text, year, first, second);
  const readsBothWays = Number(first) <= 12 && Number(second) <= 12 && first !== second;
  if (habits.order === "unclear" && readsBothWays) return "ambiguous";
  const monthFirst = habits.order === "unclear" && Number(second) > 12;
  return monthFirst ? parts(text, year, first, second) : parts(text, year, second, first);
}

function readNamed(text: string, habits: DateHabits): Found {
  const dayFirst = DAY_NAME_YEAR.exec(text);
  const month = dayFirst && monthOf(dayFirst[2], habits);
  if (month) return parts(dayFirst[0], fullYear(dayFirst[3] ?? "", habits), month, dayFirst[1]);
  for (const [pattern, year, name, day] of [
    [NAME_DAY_YEAR, 3, 1, 2],
    [YEAR_GADA_DAY_NAME, 1, 3, 2],
    [YEAR_NAME_DAY, 1, 2, 3],
  ] as const) {
    const match = pattern.exec(text);
    const named = match && monthOf(match[name], habits);
    if (named) return parts(match[0], match[year], named, match[day]);
  }
  return undefined;
}

function readPartial(text: string, habits: DateHabits): Found {
  for (const [pattern, year, name] of [
    [NAME_YEAR, 2, 1],
    [YEAR_NAME, 1, 2],
  ] as const) {
    const match = pattern.exec(text);
    const named = match && monthOf(match[name], habits);
    if (named) return parts(match[0], match[year], named, 0);
  }
  const monthYear = MONTH_YEAR.exec(text);
  if (monthYear) return parts(monthYear[0], monthYear[2], monthYear[1], 0);
  const yearMonth = YEAR_MONTH.exec(text);
  if (yearMonth) return parts(yearMonth[0], yearMonth[1], yearMonth[2], 0);
  const year = YEAR.exec(text);
  return year ? parts(year[0], year[1], 0, 0) : undefined;
}

function parts(text: string, year: unknown, month: unknown, day: unknown): { text: string; parts: Parts } {
  return { text, parts: { year: Number(year), month: Number(month), day: Number(day) } };
}

/** Case endings ("listopadu", "syyskuussa") are forgiven. */
function monthOf(word: string | undefined, { language }: DateHabits): number | undefined {
  const folded = fold(word ?? "");
  for (let length = folded.length; length >= Math.min(4, folded.length) && length > 0; length--) {
    const stem = folded.slice(0, length);
    const month = monthsOfLanguage[language ?? ""]?.[stem] ?? months.get(stem);
    if (month) return month;
  }
  return undefined;
}

function fullYear(written: string, { latestYear }: DateHabits): number {
  const digits = written.replace("'", "");
  if (digits.length === 4) return Number(digits);
  const year = Math.floor(latestYear / 100) * 100 + Number(digits);
  return year > latestYear ? year - 100 : year;
}

/** ISO text of a date that exists between 1880 and 2150; zero for day or month means "not known". */
function isoOf({ year, month, day }: Parts): string | undefined {
  if (year < 1880 || year > 2150 || month > 12) return undefined;
  const iso = [String(year).padStart(4, "0")];
  if (month === 0) return day === 0 ? iso[0] : undefined;
  iso.push(String(month).padStart(2, "0"));
  if (day === 0) return iso.join("-");
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return [...iso, String(day).padStart(2, "0")].join("-");
}
