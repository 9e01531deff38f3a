import type { DocumentRequest } from "../facts/documentation.ts";
import type { ProcedureSettings } from "../settings.ts";
import { addDays, onWorkingDay } from "./calendar.ts";

/** The days after the request on which an authority of a country is reminded. */
export function reminderDaysFor(country: string, settings: ProcedureSettings): readonly number[] {
  return settings.reminderDaysByCountry[country] ?? settings.reminderDays;
}

/** The day the next reminder is due, or nothing where the ladder is used up or the request has ended. */
export function nextReminderOn(request: DocumentRequest, settings: ProcedureSettings): string | undefined {
  if (request.ended) return undefined;
  const days = reminderDaysFor(request.country, settings)[request.remindedOn.length];
  return days === undefined ? undefined : onWorkingDay(addDays(request.sentOn, days));
}

/** The day the process owner can decide to go on without an answer; nothing while reminders are left. */
export function ladderEndsOn(request: DocumentRequest, settings: ProcedureSettings): string | undefined {
  if (request.ended || nextReminderOn(request, settings) !== undefined) return undefined;
  return addDays(request.remindedOn.at(-1) ?? request.sentOn, settings.lastReminderGraceDays);
}
