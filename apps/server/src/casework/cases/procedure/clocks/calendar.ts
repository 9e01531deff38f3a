import Holidays from "date-holidays";

/** The calendar is Norway's: an instant belongs to the day it is there. */
const TIME_ZONE = "Europe/Oslo";
const MILLISECONDS_A_DAY = 86_400_000;

const register = new Holidays("NO", { types: ["public"], timezone: TIME_ZONE });
const holidaysOfYear = new Map<number, ReadonlyMap<string, string>>();
const dayFormat = new Intl.DateTimeFormat("sv-SE", { timeZone: TIME_ZONE, dateStyle: "short" });

/** The calendar day (YYYY-MM-DD) of an ISO instant in Norway. */
export function dayOf(instant: string): string {
  return dayFormat.format(new Date(instant));
}

/** A calendar day so many days later (or earlier, where negative). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** The same day so many months later; the last of the month where there is no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}

/** Calendar days from one day to another; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLISECONDS_A_DAY);
}

/** The name of the Norwegian public holiday on a day, or nothing. Sundays that are no feast have none. */
export function findHoliday(day: string): string | undefined {
  return holidaysIn(Number(day.slice(0, 4))).get(day);
}

function holidaysIn(year: number): ReadonlyMap<string, string> {
  const known = holidaysOfYear.get(year);
  if (known) return known;
  const ofYear = new Map(register.getHolidays(year, "no").map(({ date, name }) => [date.slice(0, 10), name]));
  holidaysOfYear.set(year, ofYear);
  return ofYear;
}

/** Whether offices work that day: neither Saturday, Sunday nor public holiday. */
export function isWorkingDay(day: string): boolean {
  return isWeekday(day) && findHoliday(day) === undefined;
}

function isWeekday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The day itself where it is a working day, else the next one: so a time limit of the law ends (domstolloven § 149). */
export function onWorkingDay(day: string): string {
  let end = day;
  while (!isWorkingDay(end)) end = addDays(end, 1);
  return end;
}

/** The day so many working days after a day, which itself does not count. */
export function addWorkingDays(day: string, days: number): string {
  let end = day;
  for (let left = days; left > 0; ) {
    end = addDays(end, 1);
    if (isWorkingDay(end)) left -= 1;
  }
  return end;
}

/** Working days after `from` up to and including `to`; none where `to` is not later. */
export function workingDaysBetween(from: string, to: string): number {
  const days = daysBetween(from, to);
  if (days <= 0) return 0;
  const weeks = Math.floor(days / 7);
  let count = weeks * 5;
  for (let day = addDays(from, weeks * 7 + 1); day <= to; day = addDays(day, 1))
    if (isWeekday(day)) count += 1;
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    for (const day of holidaysIn(year).keys()) if (from < day && day <= to && isWeekday(day)) count -= 1;
  return count;
}
