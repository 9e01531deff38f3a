import type { Language } from "@varde/contract/access";

/** The clock of the authority: instants are shown as the wall clock in Norway, wherever the reader is. */
export const TIME_ZONE = "Europe/Oslo";

const isoDay = new Intl.DateTimeFormat("sv-SE", { timeZone: TIME_ZONE });

/** The calendar day in Norway at an instant (milliseconds since 1970), as "2026-11-22". */
export const dayOf = (instant: number): string => isoDay.format(instant);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS: Record<
  Language,
  { now: string; minute: string; hour: string; day: string; left: string; over: string }
> = {
  nb: { now: "nå", minute: "min", hour: "t", day: "d", left: "igjen", over: "over" },
  nn: { now: "no", minute: "min", hour: "t", day: "d", left: "att", over: "over" },
  en: { now: "now", minute: "min", hour: "h", day: "d", left: "left", over: "over" },
};

/** Writes dates, ages and figures as one language does. */
export interface Formats {
  /** "22. nov. 2026" from an instant or a calendar date. */
  readonly date: (value: string) => string;
  /** As `date`, also for "1967-05" ("mai 1967") and "1967". */
  readonly partialDate: (value: string) => string;
  /** "22. nov. 2026, 14:05" from an instant. */
  readonly dateTime: (instant: string) => string;
  /** "14:05:09" from an instant. */
  readonly time: (instant: string) => string;
  /** How long ago: "nå", "5 min", "3 t", "2 d". */
  readonly age: (instant: string, now: number) => string;
  /** Time to a deadline: "2 d igjen", "3 d over". */
  readonly due: (instant: string, now: number) => string;
  readonly number: (value: number, digits?: number) => string;
  /** "87 %" from 0.87; between 99 % and certainty with the decimals that tell the difference. */
  readonly percent: (share: number) => string;
  /** "3,2 kB" from bytes. */
  readonly size: (bytes: number) => string;
  /** Length of time: "45 min", "7 t", "3 d" from hours. */
  readonly hours: (hours: number) => string;
  /** "Sverige" from "SE"; the code itself where it is unknown. */
  readonly country: (code: string) => string;
}

/** The formats of a language. */
export function formatsOf(language: Language): Formats {
  const locale = language === "en" ? "en-GB" : language;
  const units = UNITS[language];
  const at = (options: Intl.DateTimeFormatOptions, timeZone = TIME_ZONE) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone });
  const dayOptions = { day: "numeric", month: "short", year: "numeric" } as const;
  const clock = { hour: "2-digit", minute: "2-digit" } as const;
  const calendarDay = at(dayOptions, "UTC");
  const instantDay = at(dayOptions);
  const instantMinute = at({ ...dayOptions, ...clock });
  const instantSecond = at({ ...clock, second: "2-digit" });
  const month = at({ month: "long", year: "numeric" }, "UTC");
  const regions = new Intl.DisplayNames([locale, "nb"], { type: "region", fallback: "none" });
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);

  const length = (ms: number) => {
    if (ms < MINUTE) return units.now;
    if (ms < HOUR) return `${Math.floor(ms / MINUTE)} ${units.minute}`;
    if (ms < 2 * DAY) return `${Math.floor(ms / HOUR)} ${units.hour}`;
    return `${number(Math.floor(ms / DAY))} ${units.day}`;
  };
  const date = (value: string) =>
    /^\d{4}-\d\d-\d\d$/.test(value)
      ? calendarDay.format(new Date(value))
      : instantDay.format(new Date(value));

  return {
    date,
    partialDate: (value) =>
      /^\d{4}$/.test(value)
        ? value
        : /^\d{4}-\d\d$/.test(value)
          ? month.format(new Date(`${value}-01`))
          : date(value),
    dateTime: (instant) => instantMinute.format(new Date(instant)),
    time: (instant) => instantSecond.format(new Date(instant)),
    age: (instant, now) => length(Math.max(0, now - Date.parse(instant))),
    due: (instant, now) => {
      const left = Date.parse(instant) - now;
      return `${length(Math.abs(left))} ${left >= 0 ? units.left : units.over}`;
    },
    number,
    percent: (share) => percent(share, number),
    size: (bytes) => size(bytes, number),
    hours: (hours) => (hours < 1 / 60 ? `< 1 ${units.minute}` : length(hours * HOUR)),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code),
  };
}

type WriteNumber = (value: number, digits?: number) => string;

/** Nothing but 1 is written as 100 %, and nothing but 0 as 0 %: an almost certain match must not look certain. */
function percent(share: number, number: WriteNumber): string {
  const hundred = share * 100;
  if (share >= 1 || share <= 0) return `${number(hundred)} %`;
  if (hundred > 99)
    return hundred > 99.99 ? `> ${number(99.99, 2)} %` : `${number(Math.floor(hundred * 100) / 100, 2)} %`;
  return hundred < 1 ? `< ${number(1)} %` : `${number(Math.round(hundred))} %`;
}

function size(bytes: number, number: WriteNumber): string {
  if (bytes < 1000) return `${number(bytes)} B`;
  if (bytes < 1_000_000) return `${number(bytes / 1000, bytes < 10_000 ? 1 : 0)} kB`;
  return `${number(bytes / 1_000_000, 1)} MB`;
}
