import type { IdentityDecision } from "@varde/contract/identification";
import { type Kysely, sql } from "kysely";
import type { Actor } from "../../../platform/audit/index.ts";
import type { DecisionVerdict } from "../rules/identification.rules.ts";

type Db = Kysely<unknown>;

/** A decision to be recorded. */
export interface DecisionToWrite {
  alertId: number;
  versionId: number;
  runId: number;
  decision: IdentityDecision;
  hprNumber: number | null;
  reason: string;
  actor: Actor;
  at: Date;
}

/** Records a decision; returns its number. */
export async function insertDecision(tx: Db, of: DecisionToWrite, verdict: DecisionVerdict): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into casework.identity_decisions (alert_id, version_id, run_id, decision, hpr_number, reason, actor, at,
      needs_second, seconds)
    values (${of.alertId}, ${of.versionId}, ${of.runId}, ${of.decision}, ${of.hprNumber}, ${of.reason},
      ${JSON.stringify(of.actor)}::text::jsonb, ${of.at}, ${verdict.needsSecond}, ${verdict.seconds})
    returning id`.execute(tx);
  return rows[0]!.id;
}

/** Moves an identity to where a decision puts it, and records that in the history. */
export async function moveIdentityByDecision(
  tx: Db,
  { alertId, hprNumber, at }: Pick<DecisionToWrite, "alertId" | "hprNumber" | "at">,
  { state, effective }: DecisionVerdict,
  decisionId: number,
): Promise<void> {
  const confirmedHpr = state === "confirmed" ? hprNumber : null;
  await sql`
    with moved as (
      update casework.alert_identities set
        since = case when state = ${state} and confirmed_hpr is not distinct from ${confirmedHpr}::bigint then since else ${at} end,
        state = ${state}, confirmed_hpr = ${confirmedHpr},
        decision_id = case when ${effective} then ${decisionId} else decision_id end,
        proposal_id = case when ${effective} then null else ${decisionId}::bigint end,
        reopened = case when ${effective} then null else reopened end
      where alert_id = ${alertId} returning *
    )
    insert into casework.alert_identity_states (alert_id, at, state, since, outcome, run_id, decision_id)
    select alert_id, ${at}, state, since, outcome, run_id, ${decisionId} from moved`.execute(tx);
}
