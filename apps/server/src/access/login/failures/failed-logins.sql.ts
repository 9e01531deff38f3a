import { type Kysely, sql } from "kysely";
import { afterFailure, type Failures, type LockOut } from "./lock-out.rules.ts";

/** Counts one more failure under a key, whichever process sees it. Returns the failures so far. */
export async function countFailure(
  db: Kysely<unknown>,
  key: string,
  { at, limit }: { at: Date; limit: LockOut },
): Promise<Failures> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`failedLogin ${key}`}, 0))`.execute(tx);
    const { rows } = await sql<Failures>`
      select failures, since, locked_until as "lockedUntil" from access.failed_logins where key = ${key}
    `.execute(tx);
    const after = afterFailure(rows[0], at, limit);
    await sql`
      insert into access.failed_logins (key, failures, since, locked_until)
      values (${key}, ${after.failures}, ${after.since}, ${after.lockedUntil})
      on conflict (key) do update
        set failures = excluded.failures, since = excluded.since, locked_until = excluded.locked_until
    `.execute(tx);
    return after;
  });
}

/** Until when the latest of these keys is locked out, or nothing where none is. */
export async function findLock(
  db: Kysely<unknown>,
  keys: readonly string[],
  now: Date,
): Promise<Date | null> {
  const { rows } = await sql<{ until: Date | null }>`
    select max(locked_until) as until from access.failed_logins
    where key = any(${keys}) and locked_until > ${now}
  `.execute(db);
  return rows[0]?.until ?? null;
}

/** Forgets the failures under a key, after a success. */
export async function forgetFailures(db: Kysely<unknown>, key: string): Promise<void> {
  await sql`delete from access.failed_logins where key = ${key}`.execute(db);
}

/** Removes failures that count no more. Returns how many keys there were. */
export async function sweepFailures(db: Kysely<unknown>, now: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from access.failed_logins
    where since <= ${now}::timestamptz - interval '1 day' and coalesce(locked_until, since) <= ${now}
  `.execute(db);
  return Number(numAffectedRows);
}
