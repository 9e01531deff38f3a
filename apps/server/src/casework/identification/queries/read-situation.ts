import type { Kysely } from "kysely";
import type { Situation } from "../rules/identification.rules.ts";
import {
  type AlertState,
  type DecisionRow,
  findAlertState,
  getRun,
  listDecisions,
  type RunRow,
} from "./alert-detail.sql.ts";

/** What deciding about an alert depends on, with the rows it was read from. */
export interface ReadSituation {
  situation: Situation;
  state: AlertState;
  /** The engine's answer about the alert as far as it has been asked; the page shows it, rules look at `situation.match`. */
  run: RunRow | undefined;
  runId: number | null;
  decisions: DecisionRow[];
}

/** Reads how an alert stands. Throws where there is no such alert. */
export async function readSituation(db: Kysely<unknown>, alertId: number): Promise<ReadSituation> {
  const state = await findAlertState(db, alertId);
  if (!state) throw new Error(`There is no alert ${alertId}`);
  const run = state.runId === null ? undefined : await getRun(db, state.runId);
  const decisions = await listDecisions(db, [alertId]);
  const situation: Situation = {
    status: state.status,
    version: { id: state.currentVersion, recordedAt: state.recordedAt.toISOString() },
    state: state.state ?? "unmatched",
    match: run,
    confirmedHpr: state.confirmedHpr,
    decisions,
    proposal: decisions.find(({ id }) => id === state.proposalId),
  };
  return { situation, state, run, runId: state.runId, decisions };
}
