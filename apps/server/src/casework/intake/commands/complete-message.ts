import type { AlertEntry } from "@varde/contract";
import { type Refusal, refused } from "../../../platform/rules/refusal.ts";
import { enteredEntry, refuseEntries } from "../alerts/entered-entry.ts";
import type { IntakeParts } from "../intake-parts.ts";
import { readMessages } from "../pipeline/register.sql.ts";
import { finishRegistration, openRegistration } from "../pipeline/register-messages.ts";
import { type NumberedEntry, openEntries } from "../pipeline/registration.ts";
import type { ReadMessage } from "../pipeline/registration-state.ts";
import { sentEntry } from "../pipeline/sent-entry.ts";
import { type Acting, actOnMessage } from "./act-on-message.ts";

/**
 * Registers a quarantined message as an officer has completed it. The entries stand for everything in the message that
 * has not been registered yet, in order. Refused (409) `unknownReference` where an update or withdrawal names an alert
 * that is not known, invalid (400) `missingMandatory` where an entry lacks a name or a birth date and identity number,
 * `identityNumberMasked` where it holds a masked number that masks none that was read.
 */
export async function completeMessage(
  parts: IntakeParts,
  id: number,
  { entries, reason }: { entries: readonly AlertEntry[]; reason: string },
  acting: Acting,
): Promise<void | Refusal> {
  return actOnMessage(parts, "complete", id, acting, async (tx) => {
    const [message] = await readMessages(tx, [id]);
    if (!message) throw new Error(`message ${id} is locked but has gone`);
    const completed = numberEntries(message, entries);
    const refusal = refuseEntries(completed.map(({ entry }) => entry));
    if (refusal) return refusal;
    const sent = completed.map(({ entry }) => sentEntry(entry));
    const registration = await openRegistration(tx, [message], parts.clock.now(), sent);
    const outcome = registration.decideCompleted(message, completed);
    if (outcome.state === "quarantined")
      return refused(outcome.reason ?? "", undefined, outcome.reasonParams);
    await finishRegistration(parts, tx, registration.writes, { actor: acting.actor, note: reason });
  });
}

/** Gives the officer's entries the places of those still open, and new places after the last where there are more. */
function numberEntries(message: ReadMessage, entries: readonly AlertEntry[]): NumberedEntry[] {
  const open = openEntries(message);
  const read = message.verdict.outcome === "irrelevant" ? 0 : message.verdict.entries.length;
  let last = Math.max(read, 0, ...message.settled);
  return entries.map((entry, index) => {
    const place = open[index];
    if (place) return { ordinal: place.ordinal, entry: enteredEntry(entry, place.entry) };
    last += 1;
    return { ordinal: last, entry: enteredEntry(entry) };
  });
}
