import type { AlertView, IdentityDecision, Language } from "@varde/contract";
import type { Kysely } from "kysely";
import { personActor, recordAudit } from "../../../platform/audit/index.ts";
import { notifyChange } from "../../../platform/database/index.ts";
import { isRefusal, missing, type Refusal, refused } from "../../../platform/rules/refusal.ts";
import { getPeople } from "../../registers/index.ts";
import type { IdentificationParts } from "../identification-parts.ts";
import { lockAlert } from "../queries/alert-detail.sql.ts";
import { showAlert } from "../queries/get-alert.ts";
import { readSituation } from "../queries/read-situation.ts";
import { judgeDecision, type Situation } from "../rules/identification.rules.ts";
import { updateSeen } from "../seen/seen.sql.ts";
import { insertDecision, moveIdentityByDecision } from "./deciding.sql.ts";

/** An officer's decision about the identity of an alert, with what they had seen when they took it. */
export interface WantedIdentityDecision {
  alertId: number;
  officer: { id: string; name: string; language: Language; onBehalfOf?: { id: string; name: string } };
  /** Ids of the officer and of everybody they stand in for; the officer alone where nothing is said. */
  countsAs?: ReadonlySet<string>;
  permissions: ReadonlySet<string>;
  decision: IdentityDecision;
  hprNumber: number | undefined;
  reason: string;
  versionId: number;
  lastDecision: number | null;
}

/**
 * Decides about the identity of an alert, or records that a second officer is needed. Refuses what the rules refuse,
 * a decision about an outdated picture, and an HPR number nobody has.
 */
export async function decideIdentity(
  parts: IdentificationParts,
  wanted: WantedIdentityDecision,
): Promise<AlertView | Refusal> {
  return parts.db.transaction().execute(async (tx) => {
    const refusal = await decide(tx, parts, wanted);
    if (refusal) return refusal;
    const { alertId, officer, permissions } = wanted;
    const { id: readerId, language } = officer;
    return showAlert(tx, alertId, { at: parts.clock.now(), readerId, language, permissions });
  });
}

async function decide(
  tx: Kysely<unknown>,
  { clock, jobs }: IdentificationParts,
  wanted: WantedIdentityDecision,
): Promise<Refusal | undefined> {
  const { alertId, officer, decision, reason } = wanted;
  if (!(await lockAlert(tx, alertId))) return missing("noSuchAlert", { alert: alertId });
  const { situation, runId } = await readSituation(tx, alertId);
  const hprNumber = decision === "confirm" ? (wanted.hprNumber ?? null) : null;
  const verdict = judgeDecision(situation, {
    decision,
    hprNumber,
    countsAs: wanted.countsAs ?? new Set([officer.id]),
    permissions: wanted.permissions,
    seenVersionId: wanted.versionId,
    seenDecisionId: wanted.lastDecision,
  });
  if (isRefusal(verdict)) return verdict;
  if (runId === null) return refused("notMatchedYet");
  const at = clock.now();
  if (hprNumber !== null && !(await getPeople(tx, [hprNumber], at)).has(hprNumber))
    return refused("unknownHprNumber", undefined, { hprNumber });
  const actor = personActor(officer);
  const of = { alertId, versionId: wanted.versionId, runId, decision, hprNumber, reason, actor, at };
  const id = await insertDecision(tx, of, verdict);
  await moveIdentityByDecision(tx, of, verdict, id);
  await updateSeen(tx, { alertId, personId: officer.id, runId, at });
  const details = { decision, hprNumber, decisionId: id, effective: verdict.effective };
  await recordAudit(tx, {
    at,
    actor,
    act: "decideIdentity",
    object: { type: "alert", id: String(alertId) },
    details,
    before: standing(situation),
    after: standing((await readSituation(tx, alertId)).situation),
  });
  await jobs.publish(tx, {
    type: "identityDecided",
    subject: `alert:${alertId}`,
    payload: { alertId, ...details },
    actor,
  });
  await notifyChange(tx, "alerts", alertId);
  return undefined;
}

/** What an auditor compares before and after a decision. */
function standing({ state, confirmedHpr, proposal }: Situation): Record<string, unknown> {
  return { state, confirmedHpr, awaitsSecond: proposal !== undefined };
}
