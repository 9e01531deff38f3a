import type { DateLevel } from "../link-result.ts";

/**
 * How two birth dates, packed as `yyyymmdd` and both known, agree. Symmetric. A partial date that fits the other
 * is `compatible` when the month is known and `yearOnly` when only the year is. The first of January may stand for an
 * unknown day, so any date of the same year is `firstOfJanuary` to it. `twoSlips` are two of: one or ten years off,
 * day and month swapped, one day off; `twoErrors` are two slips of other kinds in year and day.
 */
export function dateLevel(a: number, b: number): DateLevel {
  if (a === b && a % 100 !== 0) return "equal";
  const yearA = Math.floor(a / 10000);
  const yearB = Math.floor(b / 10000);
  const monthA = Math.floor(a / 100) % 100;
  const monthB = Math.floor(b / 100) % 100;
  const dayA = a % 100;
  const dayB = b % 100;
  if (dayA === 0 || dayB === 0) return partialLevel(yearA, yearB, monthA, monthB);
  if (yearA === yearB) return sameYearLevel(monthA, monthB, dayA, dayB, a, b);
  const years = Math.abs(yearA - yearB);
  if (monthA === monthB && dayA === dayB) {
    if (years === 1) return "yearOff";
    if (years % 10 === 0 && years <= 30) return "tenYearsOff";
    return isSlip(yearA, yearB) ? "oneDigit" : "sameDayMonth";
  }
  if (years === 1 && areNextDays(a, b)) return "dayOff";
  const yearIsNear = years === 1 || years === 10;
  if (yearIsNear && (isSwapped(monthA, dayA, monthB, dayB) || isDayOffInAYear(a, b))) return "twoSlips";
  if (yearIsNear && (isFirstOfJanuary(a) || isFirstOfJanuary(b))) return "nearYear";
  if ((yearIsNear || isSlip(yearA, yearB)) && isDaySlip(monthA, dayA, monthB, dayB)) return "twoErrors";
  return "differs";
}

/** The first of January is what is written for someone whose day of birth is unknown. */
const isFirstOfJanuary = (packed: number): boolean => packed % 10000 === 101;

const isSwapped = (monthA: number, dayA: number, monthB: number, dayB: number): boolean =>
  monthA === dayB && dayA === monthB;

/** Whether the days are one apart when both are taken in the one's year or in the other's. */
const isDayOffInAYear = (a: number, b: number): boolean =>
  areNextDays(a, inYearOf(a, b)) || areNextDays(inYearOf(b, a), b);

const inYearOf = (one: number, other: number): number => one - (one % 10000) + (other % 10000);

/** Whether day and month are each other's with one error: swapped, a day off, or one digit of one of them. */
function isDaySlip(monthA: number, dayA: number, monthB: number, dayB: number): boolean {
  if (isSwapped(monthA, dayA, monthB, dayB)) return true;
  if (monthA === monthB) return Math.abs(dayA - dayB) === 1 || isSlip(dayA, dayB);
  return dayA === dayB && isSlip(monthA, monthB);
}

/** Whether one digit differs, or the last two are each other's mirror. */
const isSlip = (a: number, b: number): boolean => differingDigits(a, b) === 1 || digitsSwapped(a, b);

function partialLevel(yearA: number, yearB: number, monthA: number, monthB: number): DateLevel {
  const years = Math.abs(yearA - yearB);
  if (years > 0) {
    const mayBeSlip = (years === 1 || years === 10) && (monthA * monthB === 0 || monthA === monthB);
    return mayBeSlip ? "nearYear" : "differs";
  }
  if (monthA === 0 || monthB === 0) return "yearOnly";
  return monthA === monthB ? "compatible" : "nearYear";
}

function sameYearLevel(
  monthA: number,
  monthB: number,
  dayA: number,
  dayB: number,
  a: number,
  b: number,
): DateLevel {
  if (isSwapped(monthA, dayA, monthB, dayB)) return "swappedDayMonth";
  if (areNextDays(a, b)) return "dayOff";
  if (isFirstOfJanuary(a) || isFirstOfJanuary(b)) return "firstOfJanuary";
  if (differingDigits(a, b) === 1) return "oneDigit";
  if (isSwappedAndDayOff(monthA, dayA, monthB, dayB)) return "twoSlips";
  if (monthA === monthB) return digitsSwapped(dayA, dayB) ? "oneDigit" : "sameYearMonth";
  if (dayA === dayB) return "sameYearDay";
  return "sameYear";
}

/** Whether the one day becomes the other when day and month are swapped and the day moves by one, in either order. */
const isSwappedAndDayOff = (monthA: number, dayA: number, monthB: number, dayB: number): boolean =>
  (monthA === dayB && Math.abs(dayA - monthB) === 1) || (dayA === monthB && Math.abs(monthA - dayB) === 1);

function areNextDays(a: number, b: number): boolean {
  if (Math.floor(a / 100) === Math.floor(b / 100)) return Math.abs(a - b) === 1;
  const [first, second] = [Math.min(a, b), Math.max(a, b)];
  return second % 100 === 1 && first % 100 >= SHORTEST_MONTH && asUtc(second) - asUtc(first) === DAY_MS;
}

const SHORTEST_MONTH = 28;
const DAY_MS = 86_400_000;

const asUtc = (packed: number): number =>
  Date.UTC(Math.floor(packed / 10000), (Math.floor(packed / 100) % 100) - 1, packed % 100);

function differingDigits(a: number, b: number): number {
  let differing = 0;
  for (let x = a, y = b; x > 0 || y > 0; x = Math.floor(x / 10), y = Math.floor(y / 10)) {
    if (x % 10 !== y % 10) differing++;
  }
  return differing;
}

/** Whether the last two digits are each other's mirror (1967 and 1976, day 12 and 21). */
function digitsSwapped(a: number, b: number): boolean {
  const [lastA, lastB] = [a % 100, b % 100];
  return (
    Math.floor(a / 100) === Math.floor(b / 100) &&
    Math.floor(lastA / 10) === lastB % 10 &&
    lastA % 10 === Math.floor(lastB / 10)
  );
}
