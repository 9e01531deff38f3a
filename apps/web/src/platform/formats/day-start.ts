import { dayOf } from "./formats.ts";

const OFFSETS = ["+02:00", "+01:00"] as const;
const DAY = 86_400_000;

/** The instant a calendar day ("2026-11-22") begins in Norway, summer and winter. */
export function startOfDay(day: string): string {
  const offset = OFFSETS.find((one) => dayOf(Date.parse(`${day}T00:00:00${one}`)) === day);
  return new Date(`${day}T00:00:00${offset ?? "Z"}`).toISOString();
}

/** The instant a calendar day ends in Norway: when the day after it begins. */
export function endOfDay(day: string): string {
  return startOfDay(new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10));
}

/** The last calendar day in Norway that a period holds, which ends at an instant without holding it. */
export function lastDayBefore(until: string): string {
  return dayOf(Date.parse(until) - 1);
}
