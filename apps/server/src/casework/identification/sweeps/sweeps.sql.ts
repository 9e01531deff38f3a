import type { SweepsView, SweepView } from "@varde/contract";
import { type Kysely, sql } from "kysely";
import type { Actor } from "../../../platform/audit/index.ts";
import type { AskedWith } from "../matching/register-index.ts";

type Db = Kysely<unknown>;

/** A sweep under way. */
export interface Sweep {
  id: number;
  cause: SweepView["cause"];
  /** The alert an ordered sweep has come to; other sweeps find what is left in the identities. */
  lastAlert: number;
}

/** How far a step brought a sweep. */
export interface SweepStep {
  done: number;
  differing: number;
  lastAlert: number;
}

const SWEEPS_SHOWN = 20;

/** Whether sweeps are told to wait. */
export async function areSweepsPaused(db: Db): Promise<boolean> {
  const { rows } = await sql`select from casework.sweep_pauses where resumed_at is null`.execute(db);
  return rows.length > 0;
}

/** Tells sweeps to wait; false where they do already. */
export async function insertPause(tx: Db, by: Actor, at: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into casework.sweep_pauses (paused_at, paused_by) values (${at}, ${JSON.stringify(by)}::text::jsonb)
    on conflict ((true)) where resumed_at is null do nothing returning id`.execute(tx);
  return rows.length > 0;
}

/** Lets sweeps go on; false where they do already. */
export async function endPause(tx: Db, by: Actor, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update casework.sweep_pauses set resumed_at = ${at}, resumed_by = ${JSON.stringify(by)}::text::jsonb
    where resumed_at is null returning id`.execute(tx);
  return rows.length > 0;
}

/** What is left of holding valid alerts against a register with an engine and model, and what makes it necessary. */
export async function countOutdated(
  db: Db,
  { registerVersion, engineVersion, modelVersion }: AskedWith,
): Promise<{ left: number; cause: Sweep["cause"] }> {
  const { rows } = await sql<{ left: number; engine: boolean | null; model: boolean | null }>`
    select count(*)::int as left, bool_or(i.checked_engine <> ${engineVersion}) as engine,
      bool_or(i.checked_model <> ${modelVersion}) as model
    from casework.alert_identities i join casework.alerts a on a.id = i.alert_id
    where a.status = 'valid' and (i.checked_register < ${registerVersion}
      or i.checked_engine <> ${engineVersion} or i.checked_model <> ${modelVersion})`.execute(db);
  const { left, engine, model } = rows[0]!;
  return { left, cause: engine ? "engine" : model ? "model" : "register" };
}

/** How many matched valid alerts have a greater id than this one. */
export async function countMatchedAfter(db: Db, alertId: number): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select count(*)::int as left from casework.alert_identities i join casework.alerts a on a.id = i.alert_id
    where a.status = 'valid' and i.alert_id > ${alertId}`.execute(db);
  return rows[0]!.left;
}

/** The next matched valid alerts by id. */
export async function listMatchedAfter(db: Db, alertId: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select i.alert_id as id from casework.alert_identities i join casework.alerts a on a.id = i.alert_id
    where a.status = 'valid' and i.alert_id > ${alertId} order by 1 limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Locks those of these alerts that are still valid, until the transaction ends. */
export async function lockValid(tx: Db, ids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from casework.alerts where id = any(${ids}::bigint[]) and status = 'valid'
    order by id for no key update`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The sweep under way: one that an operator ordered, or the one that follows register and engine. */
export async function findRunningSweep(
  db: Db,
  ordered: boolean,
): Promise<(Sweep & { done: number }) | undefined> {
  const { rows } = await sql<Sweep & { done: number }>`
    select id, cause, done, last_alert as "lastAlert" from casework.identity_sweeps
    where state = 'running' and (cause = 'operator') = ${ordered}`.execute(db);
  return rows[0];
}

/** Records that a sweep begins; nothing where another process has begun one meanwhile. */
export async function insertSweep(
  tx: Db,
  { cause, asked, total, at }: { cause: Sweep["cause"]; asked: AskedWith; total: number; at: Date },
): Promise<Sweep | undefined> {
  const { rows } = await sql<Sweep>`
    insert into casework.identity_sweeps (cause, engine_version, model_version, register_version, state, total,
      started_at, moved_at)
    values (${cause}, ${asked.engineVersion}, ${asked.modelVersion}, ${asked.registerVersion}, 'running', ${total},
      ${at}, ${at})
    on conflict ((cause = 'operator')) where state = 'running' do nothing
    returning id, cause, last_alert as "lastAlert"`.execute(tx);
  return rows[0];
}

/** Records with what a sweep goes on, and how much is left. */
export async function renewSweep(tx: Db, id: number, asked: AskedWith, left: number): Promise<void> {
  await sql`
    update casework.identity_sweeps set engine_version = ${asked.engineVersion}, model_version = ${asked.modelVersion},
      register_version = ${asked.registerVersion}, total = done + ${left}
    where id = ${id}`.execute(tx);
}

/** Records a step of a sweep, in the transaction of the step. */
export async function moveSweep(
  tx: Db,
  id: number,
  step: SweepStep,
  at: Date,
): Promise<{ done: number; total: number }> {
  const { rows } = await sql<{ done: number; total: number }>`
    update casework.identity_sweeps set done = done + ${step.done}, differing = differing + ${step.differing},
      last_alert = greatest(last_alert, ${step.lastAlert}), total = greatest(total, done + ${step.done}),
      moved_at = ${at}
    where id = ${id} returning done, total`.execute(tx);
  return rows[0]!;
}

/** Records that nothing is left of a sweep. */
export async function finishSweep(tx: Db, id: number, at: Date): Promise<void> {
  await sql`
    update casework.identity_sweeps set state = 'done', finished_at = ${at}, total = done
    where id = ${id} and state = 'running'`.execute(tx);
}

type SweepRow = Omit<SweepView, "startedAt" | "movedAt" | "finishedAt"> & {
  startedAt: Date;
  movedAt: Date;
  finishedAt: Date | null;
};

/** The latest sweeps, newest first, and whether they wait. */
export async function readSweeps(db: Db): Promise<SweepsView> {
  const { rows } = await sql<SweepRow>`
    select id, cause, state, engine_version as "engineVersion", model_version as "modelVersion",
      register_version as "registerVersion", done, total, differing, started_at as "startedAt", moved_at as "movedAt",
      finished_at as "finishedAt"
    from casework.identity_sweeps order by id desc limit ${SWEEPS_SHOWN}`.execute(db);
  const pauses = await sql<{ at: Date; by: string | null }>`
    select paused_at as at, coalesce(paused_by ->> 'name', paused_by ->> 'user') as by
    from casework.sweep_pauses where resumed_at is null`.execute(db);
  const [pause] = pauses.rows;
  return {
    paused: pause ? { at: pause.at.toISOString(), by: pause.by ?? "" } : null,
    sweeps: rows.map(({ startedAt, movedAt, finishedAt, ...sweep }) => ({
      ...sweep,
      startedAt: startedAt.toISOString(),
      movedAt: movedAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
    })),
  };
}
