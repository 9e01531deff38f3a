import { type Kysely, sql } from "kysely";
import type { Actor } from "../../../platform/audit/index.ts";

type Tx = Kysely<unknown>;

/** The bytes of a message under their SHA-256 (hex). */
export interface Original {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** A ledger row to be written. `size` is that of the message as it came, also where only a stub is kept. */
export interface LedgerRow {
  readonly sourceFolder: string;
  readonly sourceKey: string;
  readonly folder: string;
  readonly uidValidity?: number | undefined;
  readonly uid?: number | undefined;
  readonly fileName?: string | undefined;
  readonly original: string;
  readonly size: number;
}

/** Notes that the mailbox was reached, and makes others who receive from it wait, so that ledger order is arrival order. */
export async function lockMailbox(tx: Tx, mailboxId: number, at: Date): Promise<void> {
  await sql`
    update casework.mailboxes set last_seen_at = ${at}, last_error = null where id = ${mailboxId}`.execute(
    tx,
  );
}

/** Which of these messages the ledger holds already, as "folder\nkey". */
export async function knownKeys(
  db: Tx,
  mailboxId: number,
  items: readonly { sourceFolder: string; sourceKey: string }[],
): Promise<Set<string>> {
  const { rows } = await sql<{ folder: string; key: string }>`
    select m.source_folder as folder, m.source_key as key
    from unnest(${items.map((item) => item.sourceFolder)}::text[], ${items.map((item) => item.sourceKey)}::text[])
      as t(folder, key)
    join casework.messages m
      on m.mailbox_id = ${mailboxId} and m.source_folder = t.folder and m.source_key = t.key`.execute(db);
  return new Set(rows.map(({ folder, key }) => `${folder}\n${key}`));
}

/** Stores originals; one that is stored already is left as it is. */
export async function storeOriginals(tx: Tx, originals: readonly Original[], at: Date): Promise<void> {
  if (originals.length === 0) return;
  const rows = originals.map(
    ({ sha256, bytes }) =>
      sql`(${sha256}, ${bytes.length}, ${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)}, ${at})`,
  );
  await sql`
    insert into platform.originals (sha256, size, bytes, stored_at) values ${sql.join(rows)}
    on conflict (sha256) do nothing`.execute(tx);
}

/** Writes ledger rows in the order given, with their first event. Rows that exist are skipped; the ids of new ones are returned. */
export async function writeLedger(
  tx: Tx,
  mailboxId: number,
  rows: readonly LedgerRow[],
  { at, actor }: { at: Date; actor: Actor },
): Promise<number[]> {
  const { rows: written } = await sql<{ id: number }>`
    with received as (
      insert into casework.messages (mailbox_id, source_folder, source_key, folder, uid_validity, uid, file_name,
        original, size, received_at, state, state_since)
      select ${mailboxId}, "sourceFolder", "sourceKey", folder, "uidValidity", uid, "fileName",
        original, size, ${at}, 'received', ${at}
      from jsonb_to_recordset(${JSON.stringify(rows.map((row, n) => ({ n, ...row })))}::text::jsonb) as t(
        n int, "sourceFolder" text, "sourceKey" text, folder text, "uidValidity" bigint, uid bigint,
        "fileName" text, original text, size bigint)
      order by n
      on conflict (mailbox_id, source_folder, source_key) do nothing
      returning id
    ), noted as (
      insert into casework.message_events (message_id, at, state, actor)
      select id, ${at}, 'received', ${JSON.stringify(actor)}::text::jsonb from received
    )
    select id from received order by id`.execute(tx);
  return written.map(({ id }) => id);
}

/** Ledger rows by their keys in the top folder of a mailbox. */
export async function messageIdsOf(
  db: Tx,
  mailboxId: number,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: number; key: string }>`
    select id, source_key as key from casework.messages
    where mailbox_id = ${mailboxId} and source_folder = '' and source_key = any(${keys}::text[])`.execute(db);
  return new Map(rows.map(({ id, key }) => [key, id]));
}
