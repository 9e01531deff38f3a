import type { Kysely } from "kysely";
import { findStanding } from "./standing.sql.ts";
import { type Standing, standingOf } from "./standing.ts";

/** What a person may do, and where, at an instant. Throws where there is no such person: whoever asks has logged in. */
export async function readStanding(db: Kysely<unknown>, personId: string, at: Date): Promise<Standing> {
  const row = await findStanding(db, personId, at);
  if (!row) throw new Error(`There is no person ${personId}`);
  return standingOf(row, row.tree);
}
