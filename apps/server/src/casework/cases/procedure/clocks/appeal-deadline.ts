import type { CaseFacts } from "../case-facts.ts";
import type { Appealable } from "../side/appeal.ts";
import { addDays, onWorkingDay } from "./calendar.ts";

/** Forvaltningsloven § 29: three weeks from the day the decision reached the party. */
const APPEAL_DAYS = 21;

/** The last day an appeal is in time; nothing while nobody knows that the professional has received the decision. */
export function appealDeadlineOf(facts: CaseFacts, against: Appealable): string | undefined {
  const receivedOn = receiptOf(facts, against);
  return receivedOn === null ? undefined : onWorkingDay(addDays(receivedOn, APPEAL_DAYS));
}

/** The day the professional received what can be appealed, as far as known. */
export function receiptOf({ decision, interimSuspension }: CaseFacts, against: Appealable): string | null {
  if (against === "decision") return decision?.receivedOn ?? null;
  return interimSuspension.status === "inForce" || interimSuspension.status === "ended"
    ? interimSuspension.receivedOn
    : null;
}
