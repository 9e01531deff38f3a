import { type Kysely, sql } from "kysely";
import type { Actor } from "../../../platform/audit/index.ts";
import type { Reading } from "../reading/reading.ts";

type Tx = Kysely<unknown>;

/** A message that waits to be read. `attempts` counts the times a reader has taken it before. */
export interface UnreadMessage {
  id: number;
  size: number;
  attempts: number;
}

/** The first unread messages that no other reader holds, in ledger order, held until the transaction ends. */
export async function nextUnread(tx: Tx, limit: number): Promise<UnreadMessage[]> {
  const { rows } = await sql<UnreadMessage>`
    select id, size, read_attempts as attempts from casework.messages
    where state = 'received' order by id limit ${limit} for update skip locked`.execute(tx);
  return rows;
}

/** Counts one more attempt, so that a message that ends its reader is known by its count. */
export async function countAttempt(tx: Tx, ids: readonly number[]): Promise<void> {
  await sql`
    update casework.messages set read_attempts = read_attempts + 1 where id = any(${ids}::bigint[])`.execute(
    tx,
  );
}

/** Of these messages, those that are still unread and that no other reader holds; held until the transaction ends. */
export async function holdUnread(tx: Tx, ids: readonly number[]): Promise<UnreadMessage[]> {
  const { rows } = await sql<UnreadMessage>`
    select id, size, read_attempts as attempts from casework.messages
    where id = any(${ids}::bigint[]) and state = 'received' order by id for update skip locked`.execute(tx);
  return rows;
}

/** The stored bytes of messages, or the first `limit` bytes of each. */
export async function originalsOf(
  db: Tx,
  ids: readonly number[],
  limit?: number,
): Promise<Map<number, Uint8Array>> {
  const bytes = limit === undefined ? sql`o.bytes` : sql`substring(o.bytes from 1 for ${limit}::int)`;
  const { rows } = await sql<{ id: number; bytes: Uint8Array }>`
    select m.id, ${bytes} as bytes from casework.messages m join platform.originals o on o.sha256 = m.original
    where m.id = any(${ids}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.bytes]));
}

/** Keeps what was read and moves the messages on to registration. */
export async function storeReadings(
  tx: Tx,
  readings: readonly { id: number; reading: Reading }[],
  { at, actor }: { at: Date; actor: Actor },
): Promise<void> {
  const rows = readings.map(({ id, reading }) => ({
    id,
    reading,
    profile: reading.profile?.name,
    version: reading.profile?.version,
    ...reading.header,
  }));
  await sql`
    with given as (
      select * from jsonb_to_recordset(${storable(rows)}::text::jsonb) as t(
        id bigint, reading jsonb, profile text, version int, "messageId" text, subject text,
        "fromName" text, "fromAddress" text, "sentAt" timestamptz)
    ), kept as (
      insert into casework.message_readings (message_id, read_at, profile, profile_version, reading)
      select id, ${at}, profile, version, reading from given
    ), noted as (
      insert into casework.message_events (message_id, at, state, actor)
      select id, ${at}, 'read', ${JSON.stringify(actor)}::text::jsonb from given
    )
    update casework.messages m set state = 'read', state_since = ${at}, header_message_id = t."messageId",
      subject = t.subject, from_name = t."fromName", from_address = t."fromAddress", sent_at = t."sentAt",
      profile = t.profile, profile_version = t.version
    from given t where m.id = t.id`.execute(tx);
}

/** JSON as PostgreSQL can keep it: without NUL and without halves of surrogate pairs, which hostile mail may hold. */
function storable(value: unknown): string {
  const text = JSON.stringify(value);
  if (!/\\u(0000|d[89a-f])/i.test(text)) return text;
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "string" ? inner.replaceAll("\0", "\u{FFFD}").toWellFormed() : inner,
  );
}
