import type { Refusal } from "../../../platform/rules/refusal.ts";
import { putBack } from "../intake.sql.ts";
import type { IntakeParts } from "../intake-parts.ts";
import { DRAIN_JOB } from "../pipeline/drain-intake.ts";
import { type Acting, actOnMessage } from "./act-on-message.ts";

/** Puts a message back to be read again, with the profiles that are switched on by then. */
export async function rereadMessage(parts: IntakeParts, id: number, acting: Acting): Promise<void | Refusal> {
  return actOnMessage(parts, "reread", id, acting, async (tx) => {
    await putBack(tx, id, { at: parts.clock.now(), actor: acting.actor });
    await parts.jobs.enqueue(tx, DRAIN_JOB);
  });
}
