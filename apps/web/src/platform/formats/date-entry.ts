const DAY_FIRST = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4})$/;
const MONTH_FIRST = /^(\d{1,2})[./\s-](\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const ISO_MONTH = /^(\d{4})-(\d{2})$/;

const two = (text: string): string => text.padStart(2, "0");

function exists(year: string, month: string, day = "01"): boolean {
  const made = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(made.getTime()) && made.getUTCDate() === Number(day);
}

/**
 * Understands a date as officers write it: "9.5.1967", "09/05/1967", "1967-05-09"; with `partial` also
 * "05.1967" and "1967". Returns the ISO form, or nothing where it is no date of the calendar.
 */
export function readDateEntry(written: string, { partial = false } = {}): string | undefined {
  const text = written.trim();
  const day = DAY_FIRST.exec(text);
  const [, y, m, d] = ISO.exec(text) ?? (day && [text, day[3], day[2], day[1]]) ?? [];
  if (y && m && d) return exists(y, two(m), two(d)) ? `${y}-${two(m)}-${two(d)}` : undefined;
  if (!partial) return undefined;
  const month = MONTH_FIRST.exec(text);
  const [, year, number] = ISO_MONTH.exec(text) ?? (month && [text, month[2], month[1]]) ?? [];
  if (year && number) return exists(year, two(number)) ? `${year}-${two(number)}` : undefined;
  return /^\d{4}$/.test(text) ? text : undefined;
}

/** The way back: "1967-05-09" as "09.05.1967", "1967-05" as "05.1967"; anything else as it stands. */
export function writeDateEntry(iso: string): string {
  return /^\d{4}(-\d{2}){1,2}$/.test(iso) ? iso.split("-").reverse().join(".") : iso;
}
