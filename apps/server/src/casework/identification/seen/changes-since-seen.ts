import type { AlertChangesView } from "@varde/contract";
import type { Kysely } from "kysely";
import { answerChanges } from "../rules/answer-changes.ts";
import { findPresentRun, findSeen, insertFirstLook, listProposed } from "./seen.sql.ts";

/** Who looks at which alert, when. */
export interface Look {
  alertId: number;
  personId: string;
  at: Date;
}

/**
 * What has changed in the engine's answer about an alert since the officer last saw it. The first look counts as having
 * seen what stands; after it only the officer's own word does.
 */
export async function changesSinceSeen(db: Kysely<unknown>, look: Look): Promise<AlertChangesView> {
  const { alertId, personId } = look;
  const runId = await findPresentRun(db, alertId);
  if (runId === undefined) return { runId: null, seenAt: null, changes: [] };
  const seen = await findSeen(db, alertId, personId);
  if (!seen) await insertFirstLook(db, { ...look, runId });
  if (!seen || seen.runId === runId) return { runId, seenAt: seen?.at.toISOString() ?? null, changes: [] };
  const before = { candidates: await listProposed(db, seen.runId) };
  const now = { candidates: await listProposed(db, runId) };
  return { runId, seenAt: seen.at.toISOString(), changes: answerChanges(before, now) };
}
