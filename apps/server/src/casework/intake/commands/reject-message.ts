import type { Refusal } from "../../../platform/rules/refusal.ts";
import type { IntakeParts } from "../intake-parts.ts";
import { putAside, REGISTERED } from "../pipeline/message-outcome.rules.ts";
import { finishRegistration } from "../pipeline/register-messages.ts";
import { emptyWrites } from "../pipeline/registration.ts";
import { type Acting, actOnMessage } from "./act-on-message.ts";

/**
 * Puts a quarantined message aside for the reason given. One that has given alerts stays registered; only the rest of it
 * is put aside.
 */
export async function rejectMessage(
  parts: IntakeParts,
  id: number,
  { reason }: { reason: string },
  acting: Acting,
): Promise<void | Refusal> {
  return actOnMessage(parts, "reject", id, acting, async (tx, { gaveAlerts }) => {
    const writes = emptyWrites();
    const outcome = gaveAlerts ? REGISTERED : putAside("irrelevant", "rejectedByOfficer", {});
    writes.outcomes.push({ messageId: id, outcome });
    writes.awaited.set(id, []);
    await finishRegistration(parts, tx, writes, { actor: acting.actor, note: reason });
  });
}
