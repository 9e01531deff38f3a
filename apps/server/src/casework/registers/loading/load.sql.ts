import { type Kysely, sql } from "kysely";
import type { Actor } from "../../../platform/audit/index.ts";
import type { PersonToWrite, StoredPerson } from "../registers.rules.ts";
import type { BrokenLine } from "./parse-line.ts";

type Db = Kysely<unknown>;

const LOADING_LOCK = 7_204_001;

/** Takes the lock that only one load may hold, for as long as the connection lives; false where another load has it. */
export async function lockLoading(connection: Db): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_lock(${LOADING_LOCK}::bigint) as taken`.execute(connection);
  return rows[0]?.taken ?? false;
}

/** Gives the lock of `lockLoading` back. */
export async function unlockLoading(connection: Db): Promise<void> {
  await sql`select pg_advisory_unlock(${LOADING_LOCK}::bigint)`.execute(connection);
}

/** What tells one load from another. */
export interface LoadKey {
  kind: "full" | "delta";
  fileName: string;
  sha256: string;
}

/** The newest load where it is of this very file and did not come to its end, with the last line it committed. */
export async function findUnfinishedLoad(
  db: Db,
  { kind, sha256 }: LoadKey,
): Promise<{ id: number; lastLine: number } | undefined> {
  const { rows } = await sql<{ id: number; lastLine: number }>`
    select l.id, coalesce((select max(last_line) from casework.register_load_batches where load_id = l.id), 0) as "lastLine"
    from (select * from casework.register_loads order by id desc limit 1) l
    where l.kind = ${kind} and l.sha256 = ${sha256} and l.state <> 'done'`.execute(db);
  return rows[0];
}

/** Loads a killed process left behind; to be called by the holder of the lock. */
export async function markAbandonedLoads(db: Db, at: Date): Promise<void> {
  await sql`
    update casework.register_loads set state = 'stopped', finished_at = ${at} where state = 'running'`.execute(
    db,
  );
}

/** Records a new load as running; returns its number. */
export async function insertLoad(db: Db, key: LoadKey, actor: Actor, at: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into casework.register_loads (kind, file_name, sha256, started_at, actor)
    values (${key.kind}, ${key.fileName}, ${key.sha256}, ${at}, ${JSON.stringify(actor)}::text::jsonb)
    returning id`.execute(db);
  return rows[0]!.id;
}

/** Records that a stopped load runs again. */
export async function reopenLoad(db: Db, id: number): Promise<void> {
  await sql`
    update casework.register_loads set state = 'running', finished_at = null, failure = null, held_back = 0
    where id = ${id}`.execute(db);
}

/** Records how a load ended. */
export async function finishLoad(
  db: Db,
  id: number,
  end: { state: "done" | "stopped" | "failed"; failure: string | null; heldBack: number; at: Date },
): Promise<void> {
  await sql`
    update casework.register_loads
    set state = ${end.state}, failure = ${end.failure}, held_back = ${end.heldBack}, finished_at = ${end.at}
    where id = ${id}`.execute(db);
}

/** What the mirror holds of the people with these numbers, gone ones included. */
export async function readStored(db: Db, hprNumbers: readonly number[]): Promise<Map<number, StoredPerson>> {
  const { rows } = await sql<StoredPerson>`
    select hpr_number as "hprNumber", entry_hash as "entryHash", forename, middle, surname,
      earlier_names as "earlierNames", removed_at is not null as removed
    from casework.register_people where hpr_number = any(${hprNumbers}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [row.hprNumber, row]));
}

/** Writes people as they now are, and a version of each. */
export async function writePeople(
  db: Db,
  people: readonly PersonToWrite[],
  { loadId, at }: { loadId: number; at: Date },
): Promise<void> {
  if (people.length === 0) return;
  await sql`
    with people as (
      select * from jsonb_to_recordset(${JSON.stringify(people)}::text::jsonb) as p(
        "hprNumber" bigint, forename text, middle text, surname text, "birthDate" date, "deathDate" date,
        "nationalId" text, "lacksNationalId" boolean, "replacedBy" bigint, professions text[],
        "basisCountries" text[], "earlierNames" text[], entry jsonb, "entryHash" text)
    ), versions as (
      insert into casework.register_person_versions (hpr_number, load_id, recorded_at, entry)
      select "hprNumber", ${loadId}, ${at}, entry from people
    )
    insert into casework.register_people (hpr_number, forename, middle, surname, birth_date, death_date, national_id,
      lacks_national_id, replaced_by, professions, basis_countries, earlier_names, entry, entry_hash, load_id, changed_at)
    select "hprNumber", forename, middle, surname, "birthDate", "deathDate", "nationalId", "lacksNationalId",
      "replacedBy", professions, "basisCountries", "earlierNames", entry, "entryHash", ${loadId}, ${at}
    from people
    on conflict (hpr_number) do update set
      forename = excluded.forename, middle = excluded.middle, surname = excluded.surname,
      birth_date = excluded.birth_date, death_date = excluded.death_date, national_id = excluded.national_id,
      lacks_national_id = excluded.lacks_national_id, replaced_by = excluded.replaced_by,
      professions = excluded.professions, basis_countries = excluded.basis_countries,
      earlier_names = excluded.earlier_names, entry = excluded.entry, entry_hash = excluded.entry_hash,
      load_id = excluded.load_id, changed_at = excluded.changed_at, removed_at = null`.execute(db);
}

/** Marks people as gone from the register, and records it as a version of each. */
export async function removePeople(
  db: Db,
  hprNumbers: readonly number[],
  { loadId, at }: { loadId: number; at: Date },
): Promise<void> {
  await sql`
    with gone as (
      update casework.register_people set removed_at = ${at}, load_id = ${loadId}, changed_at = ${at}
      where hpr_number = any(${hprNumbers}::bigint[]) and removed_at is null
      returning hpr_number
    )
    insert into casework.register_person_versions (hpr_number, load_id, recorded_at, removed)
    select hpr_number, ${loadId}, ${at}, true from gone`.execute(db);
}

/** What one committed step did. */
export interface BatchCounts {
  lastLine: number;
  lines: number;
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  broken: number;
}

/** Records a step of a load with the lines it could not take in. */
export async function insertBatch(
  db: Db,
  counts: BatchCounts,
  broken: readonly BrokenLine[],
  { loadId, at }: { loadId: number; at: Date },
): Promise<void> {
  await sql`
    with broken as (
      insert into casework.register_broken_lines (load_id, line, code, message)
      select ${loadId}, line, code, message
      from jsonb_to_recordset(${JSON.stringify(broken)}::text::jsonb) as b(line int, code text, message text)
    )
    insert into casework.register_load_batches (load_id, last_line, at, lines, added, changed, unchanged, removed, broken)
    values (${loadId}, ${counts.lastLine}, ${at}, ${counts.lines}, ${counts.added}, ${counts.changed},
      ${counts.unchanged}, ${counts.removed}, ${counts.broken})`.execute(db);
}

/** HPR numbers of people now in the register, in order, `limit` at a time from after `after`. */
export async function presentNumbers(db: Db, after: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ hprNumber: number }>`
    select hpr_number as "hprNumber" from casework.register_people
    where removed_at is null and hpr_number > ${after} order by hpr_number limit ${limit}`.execute(db);
  return rows.map((row) => row.hprNumber);
}
