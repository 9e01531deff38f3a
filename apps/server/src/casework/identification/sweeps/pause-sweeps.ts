import type { SweepsView } from "@varde/contract";
import type { Kysely } from "kysely";
import { type Actor, recordAudit } from "../../../platform/audit/index.ts";
import { notifyChange } from "../../../platform/database/index.ts";
import { type Refusal, refused } from "../../../platform/rules/refusal.ts";
import type { IdentificationParts } from "../identification-parts.ts";
import { endPause, insertPause, readSweeps } from "./sweeps.sql.ts";

type Parts = Pick<IdentificationParts, "db" | "clock">;

/**
 * Tells sweeps to wait from their next step on. New alerts are matched all the same, so what waits is only that older
 * ones hear of changes in the register.
 */
export function pauseSweeps(parts: Parts, by: Actor): Promise<SweepsView | Refusal> {
  return parts.db.transaction().execute(async (tx) => {
    if (!(await insertPause(tx, by, parts.clock.now()))) return refused("sweepsPausedAlready");
    return recorded(tx, parts, by, "pauseSweeps");
  });
}

/** Lets sweeps go on from where they had come; `wake` enqueues them. */
export function resumeSweeps(
  parts: Parts,
  by: Actor,
  wake: (tx: Kysely<unknown>) => Promise<unknown>,
): Promise<SweepsView | Refusal> {
  return parts.db.transaction().execute(async (tx) => {
    if (!(await endPause(tx, by, parts.clock.now()))) return refused("sweepsNotPaused");
    const view = await recorded(tx, parts, by, "resumeSweeps");
    await wake(tx);
    return view;
  });
}

async function recorded(
  tx: Kysely<unknown>,
  { clock }: Parts,
  actor: Actor,
  act: string,
): Promise<SweepsView> {
  await recordAudit(tx, { at: clock.now(), actor, act });
  await notifyChange(tx, "sweeps");
  return readSweeps(tx);
}
