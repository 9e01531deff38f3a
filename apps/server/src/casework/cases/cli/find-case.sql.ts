import { type Kysely, sql } from "kysely";
import type { PersonRef } from "../procedure/persons.ts";

type Db = Kysely<unknown>;

/** The id of a case by its number or id. */
export async function findCaseId(db: Db, wanted: string): Promise<number | undefined> {
  const id = /^\d{1,15}$/.test(wanted) ? Number(wanted) : -1;
  const { rows } = await sql<{ id: number }>`
    select id from casework.cases where number = ${wanted} or id = ${id} limit 1`.execute(db);
  return rows[0]?.id;
}

/** Officers by id or full name; several where a name is not enough. */
export async function findOfficers(db: Db, wanted: string): Promise<PersonRef[]> {
  const { rows } = await sql<PersonRef>`
    select id, name from access.people where id::text = ${wanted} or lower(name) = lower(${wanted}) order by id`.execute(
    db,
  );
  return rows;
}
