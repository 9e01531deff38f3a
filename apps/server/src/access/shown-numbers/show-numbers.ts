import type { Kysely } from "kysely";
import { personActor, recordAudit } from "../../platform/audit/index.ts";
import type { Clock } from "../../platform/clock/clock.ts";
import type { ActingPerson } from "../../platform/http/index.ts";
import { insertShownNumbers, type NumbersOf } from "./shown-numbers.sql.ts";

/** Milliseconds identity numbers stay in sight: as long as it takes to settle one question. */
const SHOWN_FOR = 15 * 60_000;

/**
 * Lets a person see the identity numbers of one thing for a quarter of an hour, and writes to the audit log why. The
 * caller has made sure that the thing exists and that the person may see it. Returns until when.
 */
export async function showNumbers(
  { db, clock }: { readonly db: Kysely<unknown>; readonly clock: Clock },
  by: ActingPerson,
  of: NumbersOf,
  purpose: string,
): Promise<{ until: string }> {
  const at = clock.now();
  const until = new Date(at.getTime() + SHOWN_FOR);
  await db.transaction().execute(async (tx) => {
    await insertShownNumbers(tx, { personId: by.id, of, purpose, at, until });
    const object = { type: of.type, id: String(of.id) };
    await recordAudit(tx, { at, actor: personActor(by), act: "openIdentityNumbers", object, purpose });
  });
  return { until: until.toISOString() };
}
