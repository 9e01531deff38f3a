import { type Kysely, sql } from "kysely";

/** Whether the database answers now; rejects as every statement does when it does not. */
export async function isReachable(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db);
  return rows.length === 1;
}
