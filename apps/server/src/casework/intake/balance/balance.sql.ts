import type { Balance, MessageState } from "@varde/contract";
import { type Kysely, sql } from "kysely";

type Tx = Kysely<unknown>;

/** A ledger row by the place it is expected in. */
export interface LedgerPlace {
  id: number;
  folder: string;
  sourceFolder: string;
  sourceKey: string;
  fileName: string | null;
  uidValidity: number | null;
  uid: number | null;
}

/** Every ledger row of a mailbox, in ledger order. */
export async function ledgerPlaces(db: Tx, mailboxId: number): Promise<LedgerPlace[]> {
  const { rows } = await sql<LedgerPlace>`
    select id, folder, source_folder as "sourceFolder", source_key as "sourceKey", file_name as "fileName",
      uid_validity as "uidValidity", uid
    from casework.messages where mailbox_id = ${mailboxId} order by id`.execute(db);
  return rows;
}

/** How the ledger stands: messages in each state, and when the oldest unhandled and unread ones came. */
export interface LedgerStates {
  counts: { state: MessageState; count: number }[];
  oldestUnhandled: Date | null;
  oldestUnread: Date | null;
}

export async function ledgerStates(db: Tx): Promise<LedgerStates> {
  const counts = await sql<{ state: MessageState; count: number }>`
    select state, count(*)::int as count from casework.messages group by state`.execute(db);
  const oldest = await sql<Omit<LedgerStates, "counts">>`
    select min(received_at) as "oldestUnhandled",
      min(received_at) filter (where state <> 'quarantined') as "oldestUnread"
    from casework.messages where state in ('received', 'read', 'quarantined')`.execute(db);
  const { oldestUnhandled = null, oldestUnread = null } = oldest.rows[0] ?? {};
  return { counts: counts.rows, oldestUnhandled, oldestUnread };
}

/** The numbers alerts were registered under, by the profile their message was read with. */
export async function registeredNumbers(
  db: Tx,
  profiles: readonly string[],
): Promise<{ profile: string; alertNumber: string }[]> {
  if (profiles.length === 0) return [];
  const { rows } = await sql<{ profile: string; alertNumber: string }>`
    select distinct m.profile, v.alert_number as "alertNumber"
    from casework.alert_versions v join casework.messages m on m.id = v.message_id
    where m.profile = any(${profiles}::text[]) and v.alert_number is not null`.execute(db);
  return rows;
}

/** Keeps a balance. */
export async function storeBalance(db: Tx, balance: Balance): Promise<void> {
  const { at, messages, ledger, missing, extra } = balance;
  await sql`
    insert into casework.balances (at, messages, ledger, missing, extra, result)
    values (${at}, ${messages}, ${ledger}, ${missing}, ${extra}, ${JSON.stringify(balance)}::text::jsonb)`.execute(
    db,
  );
}

/** The newest balance. */
export async function findLatestBalance(db: Tx): Promise<Balance | undefined> {
  const { rows } = await sql<{ result: Balance }>`
    select result from casework.balances order by id desc limit 1`.execute(db);
  return rows[0]?.result;
}
