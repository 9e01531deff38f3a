import { type Kysely, sql } from "kysely";
import type { Proposed } from "../rules/identity-after-run.rules.ts";

type Db = Kysely<unknown>;

/** What an officer last saw of an alert. */
export interface Seen {
  runId: number;
  at: Date;
}

/** The answer an alert's identity rests on; nothing before the first. */
export async function findPresentRun(db: Db, alertId: number): Promise<number | undefined> {
  const { rows } = await sql<{ runId: number }>`
    select run_id as "runId" from casework.alert_identities where alert_id = ${alertId}`.execute(db);
  return rows[0]?.runId;
}

/** What an officer last saw of an alert; nothing where they have never looked. */
export async function findSeen(db: Db, alertId: number, personId: string): Promise<Seen | undefined> {
  const { rows } = await sql<Seen>`
    select run_id as "runId", seen_at as at from casework.alerts_seen
    where alert_id = ${alertId} and person_id = ${personId}`.execute(db);
  return rows[0];
}

/** Records the first look of an officer at an alert; a later one changes nothing. */
export async function insertFirstLook(
  db: Db,
  { alertId, personId, runId, at }: { alertId: number; personId: string; runId: number; at: Date },
): Promise<void> {
  await sql`
    insert into casework.alerts_seen (alert_id, person_id, run_id, seen_at)
    values (${alertId}, ${personId}, ${runId}, ${at}) on conflict do nothing`.execute(db);
}

/** Records that an officer has seen an answer about an alert; false where the answer is about another alert. */
export async function updateSeen(
  db: Db,
  { alertId, personId, runId, at }: { alertId: number; personId: string; runId: number; at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into casework.alerts_seen (alert_id, person_id, run_id, seen_at)
    select alert_id, ${personId}, id, ${at} from casework.match_runs where id = ${runId} and alert_id = ${alertId}
    on conflict (alert_id, person_id) do update set run_id = excluded.run_id, seen_at = excluded.seen_at
      where alerts_seen.run_id <= excluded.run_id
    returning alert_id`.execute(db);
  return rows.length > 0;
}

/** The candidates of an answer, best first. */
export async function listProposed(db: Db, runId: number): Promise<Proposed[]> {
  const { rows } = await sql<Proposed>`
    select hpr_number as "hprNumber", probability, outcome from casework.candidates
    where run_id = ${runId} order by rank`.execute(db);
  return rows;
}
