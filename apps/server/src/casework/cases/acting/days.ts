import { addDays, dayOf } from "../procedure/clocks/calendar.ts";

/** The instant a calendar day ends in Norway: what is due that day is late from then on. */
export function endOfDay(day: string): Date {
  const next = addDays(day, 1);
  const [winter, summer] = [new Date(`${next}T00:00:00+01:00`), new Date(`${next}T00:00:00+02:00`)];
  return dayOf(summer.toISOString()) === next ? summer : winter;
}

/** The instant a calendar day begins in Norway. */
export function startOfDay(day: string): Date {
  return endOfDay(addDays(day, -1));
}
