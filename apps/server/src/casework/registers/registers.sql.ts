import type { RegisterLoad } from "@varde/contract/registers";
import { type Kysely, sql } from "kysely";
import type { HprEntry } from "./loading/hpr-entry.ts";

type Db = Kysely<unknown>;

const BROKEN_LINES_SHOWN = 1000;
const LOADS_SHOWN = 50;

type LoadRow = Omit<RegisterLoad, "startedAt" | "finishedAt"> & { startedAt: Date; finishedAt: Date | null };

const LOAD = sql`
  id, kind, file_name as "fileName", state, started_at as "startedAt", finished_at as "finishedAt",
  lines, added, changed, unchanged, removed, broken, held_back as "heldBack", failure,
  coalesce(actor ->> 'name', actor ->> 'user') as by,
  actor ->> 'kind' = 'cli' as "byCommandLine"`;

const loadView = (row: LoadRow): RegisterLoad => ({
  ...row,
  startedAt: row.startedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
});

/** One load with its counts so far. */
export async function findLoad(db: Db, id: number): Promise<RegisterLoad | undefined> {
  const { rows } =
    await sql<LoadRow>`select ${LOAD} from casework.register_load_counts where id = ${id}`.execute(db);
  return rows[0] && loadView(rows[0]);
}

/** The latest loads, newest first. */
export async function listLoads(db: Db): Promise<RegisterLoad[]> {
  const { rows } = await sql<LoadRow>`
    select ${LOAD} from casework.register_load_counts order by id desc limit ${LOADS_SHOWN}`.execute(db);
  return rows.map(loadView);
}

/** How many people the register holds now. */
export async function countPeople(db: Db): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select coalesce(sum(added - removed), 0)::int as people from casework.register_load_batches`.execute(db);
  return rows[0]?.people ?? 0;
}

/** Lines of a load that could not be taken in: the first of them by number, and how many there are. */
export async function listBrokenLines(db: Db, loadId: number) {
  const { rows } = await sql<{ line: number; code: string; message: string; total: number }>`
    select line, code, message, count(*) over ()::int as total from casework.register_broken_lines
    where load_id = ${loadId} order by line limit ${BROKEN_LINES_SHOWN}`.execute(db);
  return {
    total: rows[0]?.total ?? 0,
    lines: rows.map(({ line, code, message }) => ({ line, code, message })),
  };
}

/** A register person as stored. */
export interface PersonRow {
  hprNumber: number;
  forename: string | null;
  middle: string | null;
  surname: string | null;
  birthDate: string | null;
  deathDate: string | null;
  nationalId: string | null;
  earlierNames: string[];
}

const PERSON = sql`
  hpr_number as "hprNumber", forename, middle, surname, birth_date as "birthDate", death_date as "deathDate",
  national_id as "nationalId", earlier_names as "earlierNames"`;

/** The same with the codes of kodeverk 9060, which the linkage engine compares. */
export type PersonToLink = PersonRow & { professions: string[] };

/** Somebody given a new number stands on two lines: asked for under the new one, with the names of the old among the earlier ones. */
const IS_PRESENT = sql`
  p.removed_at is null and not exists (
    select from casework.register_people n where n.hpr_number = p.replaced_by and n.removed_at is null)`;
const PERSON_TO_LINK = sql`
  p.hpr_number as "hprNumber", forename, middle, surname, birth_date as "birthDate", death_date as "deathDate",
  national_id as "nationalId", professions, earlier_names || array(
    select concat_ws(' ', o.forename, o.middle, o.surname) from casework.register_people o
    where o.replaced_by = p.hpr_number) as "earlierNames"`;

/** People with these HPR numbers with their answers from the register; those who have been removed too. */
export async function readPeople(
  db: Db,
  hprNumbers: readonly number[],
): Promise<(PersonRow & { entry: HprEntry })[]> {
  const { rows } = await sql<PersonRow & { entry: HprEntry }>`
    select ${PERSON}, entry from casework.register_people
    where hpr_number = any(${hprNumbers}::bigint[]) order by hpr_number`.execute(db);
  return rows;
}

/** People now in the register in order of HPR number, `limit` from after `after`. */
export async function pageOfPeople(db: Db, after: number, limit: number): Promise<PersonToLink[]> {
  const { rows } = await sql<PersonToLink>`
    select ${PERSON_TO_LINK} from casework.register_people p
    where ${IS_PRESENT} and p.hpr_number > ${after} order by p.hpr_number limit ${limit}`.execute(db);
  return rows;
}

/** The number of the last change the mirror has seen, and the load it came with; 0 and null while it is empty. */
export async function registerVersion(db: Db): Promise<{ version: number; loadId: number | null }> {
  const { rows } = await sql<{ version: number; loadId: number }>`
    select id as version, load_id as "loadId" from casework.register_person_versions order by id desc limit 1`.execute(
    db,
  );
  return rows[0] ?? { version: 0, loadId: null };
}

/** A person who has changed: as they are now, or that they are gone. */
export interface ChangedPerson {
  version: number;
  loadId: number;
  hprNumber: number;
  person: PersonToLink | null;
}

/** Who has changed after a version of the register, oldest change first, at most `limit`. */
export async function pageOfChanges(db: Db, after: number, limit: number): Promise<ChangedPerson[]> {
  const { rows } = await sql<Omit<ChangedPerson, "person"> & PersonToLink & { removed: boolean }>`
    select v.id as version, v.load_id as "loadId", not (${IS_PRESENT}) as removed, ${PERSON_TO_LINK}
    from (select id, load_id, hpr_number as number from casework.register_person_versions
      where id > ${after} order by id limit ${limit}) v
    join casework.register_people p on p.hpr_number = v.number
    order by v.id`.execute(db);
  return rows.map(({ version, loadId, removed, ...person }) => ({
    version,
    loadId,
    hprNumber: person.hprNumber,
    person: removed ? null : person,
  }));
}

/** When the register showed something new about a person, oldest first. */
export async function listChangesOf(
  db: Db,
  hprNumber: number,
): Promise<{ at: Date; removed: boolean; first: boolean }[]> {
  const { rows } = await sql<{ at: Date; removed: boolean; first: boolean }>`
    select recorded_at as at, removed, row_number() over (order by id) = 1 as first
    from casework.register_person_versions where hpr_number = ${hprNumber} order by id`.execute(db);
  return rows;
}
