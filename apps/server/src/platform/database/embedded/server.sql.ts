import type { ClientBase } from "pg";

/** Every process that uses the server holds this lock shared; who can have it alone is the last one. */
const LEASE_LOCK = 8_273_330_001;
const ALREADY_THERE = new Set(["42P04", "23505"]);

/** Counts this session among those that use the server. Waits while the last one is stopping it. */
export async function shareLease(session: ClientBase): Promise<void> {
  await session.query("select pg_advisory_lock_shared($1)", [LEASE_LOCK]);
}

/** Gives up the session's share and says whether it was the last. If so, nobody else gets in before it ends. */
export async function leaveLease(session: ClientBase): Promise<boolean> {
  await session.query("select pg_advisory_unlock_shared($1)", [LEASE_LOCK]);
  const { rows } = await session.query<{ last: boolean }>("select pg_try_advisory_lock($1) as last", [
    LEASE_LOCK,
  ]);
  return rows[0]!.last;
}

/** Makes a database unless it is there. */
export async function ensureDatabase(session: ClientBase, name: string): Promise<void> {
  const { rowCount } = await session.query("select from pg_database where datname = $1", [name]);
  if (rowCount) return;
  try {
    await session.query(`create database ${session.escapeIdentifier(name)}`);
  } catch (error) {
    if (!ALREADY_THERE.has((error as { code?: string }).code ?? "")) throw error;
  }
}
