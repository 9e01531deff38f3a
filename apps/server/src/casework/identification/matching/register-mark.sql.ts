import { type Kysely, sql } from "kysely";

/**
 * A fingerprint of one change of the register with the moment it was recorded; `undefined` where there is no such change.
 * After a restore another change may have the same number, never the same fingerprint.
 */
export async function findChangeMark(db: Kysely<unknown>, version: number): Promise<string | undefined> {
  const { rows } = await sql<{ mark: string }>`
    select md5(row(load_id, hpr_number, extract(epoch from recorded_at), entry)::text) as mark
    from casework.register_person_versions where id = ${version}`.execute(db);
  return rows[0]?.mark;
}
