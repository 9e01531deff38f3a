import type { Kysely } from "kysely";
import { type Actor, recordAudit } from "../../../platform/audit/index.ts";
import { notifyChange } from "../../../platform/database/index.ts";
import { isRefusal, type Refusal } from "../../../platform/rules/refusal.ts";
import type { IntakeAct } from "../intake.permissions.ts";
import { noSuchMessage, refuseAct } from "../intake.rules.ts";
import { type LockedMessage, lockMessage } from "../intake.sql.ts";
import type { IntakeParts } from "../intake-parts.ts";
import { lockRegistrar } from "../pipeline/register.sql.ts";

/** Who acts, and what that person may do. */
export interface Acting {
  readonly actor: Actor;
  readonly permissions: ReadonlySet<string>;
}

/**
 * Runs an officer's act on a message in one transaction: locks, asks the rule, does it, and tells log, history and pages.
 * `work` may refuse; nothing is then recorded. The registrar's lock is taken first, in the order registration takes it.
 */
export async function actOnMessage(
  { db, jobs, clock }: IntakeParts,
  act: IntakeAct,
  id: number,
  { actor, permissions }: Acting,
  work: (tx: Kysely<unknown>, message: LockedMessage) => Promise<void | Refusal>,
): Promise<void | Refusal> {
  return db.transaction().execute(async (tx) => {
    await lockRegistrar(tx);
    const message = await lockMessage(tx, id);
    if (!message) return noSuchMessage(id);
    const refusal = refuseAct(act, message.state, permissions) ?? (await work(tx, message));
    if (isRefusal(refusal)) return refusal;
    await recordAudit(tx, {
      at: clock.now(),
      actor,
      act: `${act}Message`,
      object: { type: "message", id: String(id) },
      before: { state: message.state },
      after: { state: (await lockMessage(tx, id))?.state },
    });
    await jobs.publish(tx, { type: EVENTS[act], subject: `message:${id}`, actor });
    await notifyChange(tx, "messages", id);
  });
}

const EVENTS: Readonly<Record<IntakeAct, string>> = {
  complete: "messageCompleted",
  reject: "messageRejected",
  reread: "messagePutBack",
};
