import type { Kysely } from "kysely";
import { type Refusal, refused } from "../../platform/rules/refusal.ts";
import { findNumbersShown, type NumbersOf } from "./shown-numbers.sql.ts";

/**
 * Why a person is not handed a file as it came: nothing in it can be masked, so the identity numbers of what it belongs
 * to must stand open to them just then, for a purpose that is in the log.
 */
export async function refuseMasked(
  db: Kysely<unknown>,
  personId: string,
  of: NumbersOf,
  at: Date,
): Promise<Refusal | undefined> {
  const until = await findNumbersShown(db, personId, of, at);
  return until ? undefined : refused("identityNumbersMasked", undefined, { [of.type]: of.id });
}
