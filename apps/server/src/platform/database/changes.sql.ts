import { type Kysely, sql } from "kysely";

/** The channel on which pages hear that something they may show has changed. */
export const CHANGES_CHANNEL = "varde_changes";

/**
 * Tells open pages, when the transaction commits, that something of a topic has changed: `{"topic","id"}`.
 * Equal notices of one transaction are told once. Never put personal data in it.
 */
export async function notifyChange(tx: Kysely<unknown>, topic: string, id?: string | number): Promise<void> {
  const notice = JSON.stringify({ topic, ...(id !== undefined && { id: String(id) }) });
  await sql`select pg_notify(${CHANGES_CHANNEL}, ${notice})`.execute(tx);
}
