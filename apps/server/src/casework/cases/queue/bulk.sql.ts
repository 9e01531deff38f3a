import { type Kysely, sql } from "kysely";
import type { Picture } from "../facts/kept-facts.ts";

/** An act that was done with others at once. */
export interface BulkActRow {
  caseId: number;
  actId: number;
  before: Picture;
}

/** The acts of a bulk that a person did, in the order they were done. */
export async function listActsOfBulk(
  db: Kysely<unknown>,
  bulkId: string,
  personId: string,
): Promise<BulkActRow[]> {
  const { rows } = await sql<BulkActRow>`
    select case_id as "caseId", id as "actId", before from casework.case_acts
    where bulk_id = ${bulkId} and actor ->> 'id' = ${personId} order by id`.execute(db);
  return rows;
}
