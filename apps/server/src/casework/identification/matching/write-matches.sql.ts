import type { AnswerChange, MatchOutcome } from "@varde/contract";
import type { Candidate } from "@varde/linkage";
import { type Kysely, sql } from "kysely";
import type { IdentityToMatch } from "./match.sql.ts";
import type { AskedWith } from "./register-index.ts";

type Db = Kysely<unknown>;

/** An answer of the engine to be stored. */
export interface RunToWrite {
  alertId: number;
  messageId: number;
  versionId: number;
  cause: "registered" | "updated" | "register" | "engine";
  outcome: MatchOutcome;
  candidates: (Omit<Candidate, "id"> & { rank: number; hprNumber: number })[];
  /** What it says that the answer before did not. */
  changes: AnswerChange[];
}

/** Where an identity stands after matching; `runId` is the stored answer it rests on, or one to be stored. */
export type IdentityToWrite = Omit<IdentityToMatch, "candidates" | "decidedOn" | "awaitsSecond" | "runId"> & {
  runId: number | RunToWrite;
  bestHpr: number | null;
  bestProbability: number | null;
};

/** Everything a batch of matching writes. */
export interface MatchWrites {
  runs: RunToWrite[];
  identities: IdentityToWrite[];
  /** Those of `identities` that stand elsewhere than before; they enter the history. */
  moved: IdentityToWrite[];
}

/** Writes a batch of matching in few statements whatever its size. */
export async function writeMatches(tx: Db, writes: MatchWrites, asked: AskedWith, at: Date): Promise<void> {
  const ids = await reserveRunIds(tx, writes.runs.length);
  const runs = writes.runs.map((run, position) => ({ ...run, id: ids[position]! }));
  await insertRuns(tx, runs, asked, at);
  await insertCandidates(tx, runs);
  const idOf = new Map(runs.map(({ id }, position) => [writes.runs[position], id]));
  const withRunIds = (identities: IdentityToWrite[]) =>
    identities.map((one) => ({
      ...one,
      runId: typeof one.runId === "number" ? one.runId : idOf.get(one.runId),
    }));
  await upsertIdentities(tx, withRunIds(writes.identities));
  await insertStates(tx, withRunIds(writes.moved), at);
}

async function reserveRunIds(tx: Db, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval('casework.match_runs_id_seq') as id from generate_series(1, ${count})`.execute(tx);
  return rows.map(({ id }) => id);
}

type StoredRun = RunToWrite & { id: number };

async function insertRuns(tx: Db, runs: StoredRun[], asked: AskedWith, at: Date): Promise<void> {
  if (runs.length === 0) return;
  await sql`
    insert into casework.match_runs (id, alert_id, version_id, cause, engine_version, model_version, register_load,
      register_version, outcome, changes, at)
    overriding system value
    select id, "alertId", "versionId", cause, ${asked.engineVersion}, ${asked.modelVersion},
      ${asked.registerLoad}, ${asked.registerVersion}, outcome, changes, ${at}
    from jsonb_to_recordset(${json(runs.map((run) => ({ ...run, candidates: undefined })))}::text::jsonb)
      as r(id bigint, "alertId" bigint, "versionId" bigint, cause text, outcome text, changes jsonb)`.execute(
    tx,
  );
}

async function insertCandidates(tx: Db, runs: StoredRun[]): Promise<void> {
  const candidates = runs.flatMap(({ id, candidates }) => candidates.map((one) => ({ ...one, runId: id })));
  if (candidates.length === 0) return;
  await sql`
    insert into casework.candidates (run_id, rank, hpr_number, probability, bits, outcome, keys, explanation)
    select "runId", rank, "hprNumber", probability, bits, outcome, keys, explanation
    from jsonb_to_recordset(${json(candidates)}::text::jsonb)
      as c("runId" bigint, rank int, "hprNumber" bigint, probability float8, bits float8, outcome text, keys text[],
        explanation jsonb)`.execute(tx);
}

async function upsertIdentities(tx: Db, identities: object[]): Promise<void> {
  if (identities.length === 0) return;
  await sql`
    insert into casework.alert_identities (alert_id, state, since, version_id, run_id, outcome, best_hpr,
      best_probability, confirmed_hpr, decision_id, proposal_id, reopened, checked_engine, checked_model, checked_register)
    select "alertId", state, since, "versionId", "runId", outcome, "bestHpr", "bestProbability", "confirmedHpr",
      "decisionId", "proposalId", nullif(reopened, 'null'), "checkedEngine", "checkedModel", "checkedRegister"
    from jsonb_to_recordset(${json(identities)}::text::jsonb)
      as i("alertId" bigint, state text, since timestamptz, "versionId" bigint, "runId" bigint, outcome text,
        "bestHpr" bigint, "bestProbability" float8, "confirmedHpr" bigint, "decisionId" bigint, "proposalId" bigint,
        reopened jsonb, "checkedEngine" text, "checkedModel" text, "checkedRegister" bigint)
    on conflict (alert_id) do update set
      state = excluded.state, since = excluded.since, version_id = excluded.version_id, run_id = excluded.run_id,
      outcome = excluded.outcome, best_hpr = excluded.best_hpr, best_probability = excluded.best_probability,
      confirmed_hpr = excluded.confirmed_hpr, proposal_id = excluded.proposal_id, reopened = excluded.reopened,
      checked_engine = excluded.checked_engine, checked_model = excluded.checked_model,
      checked_register = excluded.checked_register`.execute(tx);
}

async function insertStates(tx: Db, moved: object[], at: Date): Promise<void> {
  if (moved.length === 0) return;
  await sql`
    insert into casework.alert_identity_states (alert_id, at, state, since, outcome, run_id, reopened)
    select "alertId", ${at}, state, since, outcome, "runId", nullif(reopened, 'null')
    from jsonb_to_recordset(${json(moved)}::text::jsonb)
      as i("alertId" bigint, state text, since timestamptz, outcome text, "runId" bigint, reopened jsonb)`.execute(
    tx,
  );
}

function json(value: unknown): string {
  return JSON.stringify(value);
}
