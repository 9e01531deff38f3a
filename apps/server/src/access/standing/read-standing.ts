import type { Kysely } from "kysely";
import type { InPlaceOf } from "../../platform/http/index.ts";
import { findStanding, listAbsences } from "./standing.sql.ts";
import { passedOn, type Standing, standingOf } from "./standing.ts";

/** What a person may do, and where, at an instant. Throws where there is no such person: whoever asks has logged in. */
export async function readStanding(db: Kysely<unknown>, personId: string, at: Date): Promise<Standing> {
  const row = await findStanding(db, personId, at);
  if (!row) throw new Error(`There is no person ${personId}`);
  return standingOf(row, row.tree);
}

/** In whose place a person may act at an instant, and what of theirs; asked at every request, so it is no more than that. */
export async function readStandsInFor(
  db: Kysely<unknown>,
  personId: string,
  at: Date,
): Promise<readonly InPlaceOf[]> {
  const absences = await listAbsences(db, personId, at);
  return absences.map(({ person, roles, limits }) => ({ person, permissions: passedOn(roles, limits) }));
}
