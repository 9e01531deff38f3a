import type { AlertStatus, EntryKind, FieldName, MatchOutcome, Reopened } from "@varde/contract";
import type { FieldEvidence } from "@varde/linkage";
import { type Kysely, sql } from "kysely";
import type { RecordedDecision } from "../rules/identification.rules.ts";

type Db = Kysely<unknown>;

/** Locks an alert until the transaction ends; false where there is none. */
export async function lockAlert(tx: Db, id: number): Promise<boolean> {
  const { rows } = await sql`select from casework.alerts where id = ${id} for no key update`.execute(tx);
  return rows.length > 0;
}

/** Where an alert and its identity stand. */
export interface AlertState {
  status: AlertStatus;
  currentVersion: number;
  recordedAt: Date;
  state: "awaitingDecision" | "confirmed" | "rejected" | "asked" | "noMatch" | null;
  since: Date | null;
  versionId: number | null;
  runId: number | null;
  confirmedHpr: number | null;
  decisionId: number | null;
  proposalId: number | null;
  reopened: Reopened | null;
}

/** How an alert and its identity stand, or nothing where there is no such alert. */
export async function findAlertState(db: Db, id: number): Promise<AlertState | undefined> {
  const { rows } = await sql<AlertState>`
    select a.status, a.current_version as "currentVersion", v.recorded_at as "recordedAt", i.state, i.since,
      i.version_id as "versionId", i.run_id as "runId", i.confirmed_hpr as "confirmedHpr",
      i.decision_id as "decisionId", i.proposal_id as "proposalId", i.reopened
    from casework.alerts a join casework.alert_versions v on v.id = a.current_version
    left join casework.alert_identities i on i.alert_id = a.id
    where a.id = ${id}`.execute(db);
  return rows[0];
}

/** A decision with its reason and who took it. */
export interface DecisionRow extends RecordedDecision {
  alertId: number;
  reason: string;
}

const DECISION = sql`
  id, alert_id as "alertId", decision, hpr_number as "hprNumber", version_id as "versionId",
  needs_second as "needsSecond", seconds, reason, at, actor ->> 'id' as "officerId", actor ->> 'name' as officer,
  actor -> 'onBehalfOf' ->> 'id' as "inPlaceOf"`;

type StoredDecision = Omit<DecisionRow, "at"> & { at: Date };

const decisionRow = (row: StoredDecision): DecisionRow => ({ ...row, at: row.at.toISOString() });

/** Decisions about these alerts, oldest first. */
export async function listDecisions(db: Db, alertIds: readonly number[]): Promise<DecisionRow[]> {
  const { rows } = await sql<StoredDecision>`
    select ${DECISION} from casework.identity_decisions where alert_id = any(${alertIds}::bigint[]) order by id`.execute(
    db,
  );
  return rows.map(decisionRow);
}

/** An answer of the engine with its candidates. */
export interface RunRow {
  versionId: number;
  outcome: MatchOutcome;
  engineVersion: string;
  modelVersion: string;
  registerLoad: number | null;
  registerVersion: number;
  at: Date;
  candidates: {
    rank: number;
    hprNumber: number;
    probability: number;
    bits: number;
    outcome: MatchOutcome;
    keys: string[];
    explanation: FieldEvidence[];
  }[];
}

/** An answer by its number. */
export async function getRun(db: Db, id: number): Promise<RunRow> {
  const { rows } = await sql<RunRow>`
    select r.version_id as "versionId", r.outcome, r.engine_version as "engineVersion",
      r.model_version as "modelVersion", r.register_load as "registerLoad", r.register_version as "registerVersion", r.at,
      (select coalesce(jsonb_agg(jsonb_build_object('rank', c.rank, 'hprNumber', c.hpr_number,
          'probability', c.probability, 'bits', c.bits, 'outcome', c.outcome, 'keys', c.keys,
          'explanation', c.explanation) order by c.rank), '[]')
        from casework.candidates c where c.run_id = r.id) as candidates
    from casework.match_runs r where r.id = ${id}`.execute(db);
  const [run] = rows;
  if (!run) throw new Error(`There is no answer ${id}`);
  return run;
}

/** A version of an alert as the sender gave it. */
export interface VersionRow {
  id: number;
  alertId: number;
  kind: EntryKind;
  messageId: number;
  recordedAt: Date;
  measure: string | null;
  fields: Partial<Record<FieldName, { value: string; raw: string; from: { part: string; label: string } }>>;
}

/** The versions of these alerts, oldest first. */
export async function listVersions(db: Db, alertIds: readonly number[]): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select id, alert_id as "alertId", kind, message_id as "messageId", recorded_at as "recordedAt", measure, fields
    from casework.alert_versions where alert_id = any(${alertIds}::bigint[]) order by id`.execute(db);
  return rows;
}
