import { DEFAULT_SETTINGS, type ProcedureSettings } from "../settings.ts";
import { addDays, dayOf, isWorkingDay, onWorkingDay } from "./calendar.ts";

const timeFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Oslo",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** Whether offices are open at an ISO instant: a working day, within office hours, in Norway. */
export function isOfficeOpen(
  at: string,
  { officeHours }: Pick<ProcedureSettings, "officeHours"> = DEFAULT_SETTINGS,
): boolean {
  const hour = hourOf(at);
  return isWorkingDay(dayOf(at)) && hour >= officeHours.opens && hour < officeHours.closes;
}

/** The calendar day on which something that came at an instant is first seen: after closing time, the next working day. */
export function seenOn(
  at: string,
  { officeHours }: Pick<ProcedureSettings, "officeHours"> = DEFAULT_SETTINGS,
): string {
  const day = dayOf(at);
  return onWorkingDay(hourOf(at) < officeHours.closes ? day : addDays(day, 1));
}

function hourOf(at: string): number {
  return Number(timeFormat.format(new Date(at)).slice(0, 2));
}
