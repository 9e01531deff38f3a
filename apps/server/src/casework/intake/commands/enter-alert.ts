import { randomUUID } from "node:crypto";
import type { AlertEntry } from "@varde/contract";
import { recordAudit } from "../../../platform/audit/index.ts";
import type { Refusal } from "../../../platform/rules/refusal.ts";
import { enteredEntry, refuseEntries } from "../alerts/entered-entry.ts";
import type { IntakeParts } from "../intake-parts.ts";
import { ensureMailbox } from "../mailboxes/mailboxes.sql.ts";
import { storeReadings } from "../pipeline/read.sql.ts";
import { type Arrival, receiveInto } from "../pipeline/receive-batch.ts";
import { lockRegistrar, readMessages } from "../pipeline/register.sql.ts";
import { finishRegistration, openRegistration } from "../pipeline/register-messages.ts";
import { sentEntry } from "../pipeline/sent-entry.ts";
import type { Acting } from "./act-on-message.ts";

/**
 * Takes in an alert that came by other ways than mail (telephone, letter, another system). What the officer writes is
 * the original; it gets a ledger row and is registered at once. An update or withdrawal of an alert that is not known waits
 * in quarantine like any other. Invalid (400) `missingMandatory` without a name, or a birth date or identity number.
 */
export async function enterAlert(
  parts: IntakeParts,
  { entry, source }: { entry: AlertEntry; source: string },
  { actor }: Acting,
): Promise<{ messageId: number } | Refusal> {
  const entered = enteredEntry(entry);
  const refusal = refuseEntries([entered]);
  if (refusal) return refusal;
  const at = parts.clock.now();
  const original = JSON.stringify({ entry, source, enteredBy: actor, at }, null, 2);
  return parts.db.transaction().execute(async (tx) => {
    await lockRegistrar(tx);
    const mailbox = await ensureMailbox(tx, {
      kind: "manual",
      name: "Manuell registrering",
      address: "manual",
    });
    const [messageId] = await receiveInto(tx, mailbox.id, [arrivalOf(original)], { at, actor });
    if (messageId === undefined) throw new Error("an entry by hand was not given a ledger row");
    const verdict = { outcome: "alerts" as const, entries: [entered] };
    const reading = {
      header: { to: [], fromName: source, subject: `Ført for hånd: ${source}` },
      parts: [],
      verdict,
    };
    await storeReadings(tx, [{ id: messageId, reading }], { at, actor });
    const [message] = await readMessages(tx, [messageId]);
    if (!message) throw new Error(`message ${messageId} was written but is not there`);
    const registration = await openRegistration(tx, [message], at, [sentEntry(entered)]);
    const outcome = registration.decideCompleted(message, [{ ordinal: 1, entry: entered }]);
    await finishRegistration(parts, tx, registration.writes, { actor, note: source });
    await recordAudit(tx, {
      at,
      actor,
      act: "enterAlert",
      object: { type: "message", id: String(messageId) },
      details: { outcome: outcome.state },
    });
    return { messageId };
  });
}

function arrivalOf(original: string): Arrival {
  return { sourceFolder: "", sourceKey: randomUUID(), folder: "", bytes: Buffer.from(original) };
}
