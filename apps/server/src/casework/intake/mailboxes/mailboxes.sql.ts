import { type Kysely, sql } from "kysely";

type Tx = Kysely<unknown>;

export type MailboxKind = "imap" | "folder" | "upload" | "manual";
/** What a folder of a mailbox is for: messages arrive in it, or are put there to show their outcome. */
export type FolderRole = "incoming" | "withMatch" | "withoutMatch" | "manual" | "irrelevant";
/** How watching goes: `readOnly` receives but cannot move messages. */
export type MailboxState = "watching" | "readOnly" | "unreachable" | "stopped";

/** A place messages come from. */
export interface Mailbox {
  id: number;
  kind: MailboxKind;
  name: string;
  address: string;
}

const COLUMNS = sql`id, kind, name, address`;

/** The mailbox with this address, made at first need. Its name can be changed by naming it otherwise later. */
export async function ensureMailbox(db: Tx, mailbox: Omit<Mailbox, "id">): Promise<Mailbox> {
  const { kind, name, address } = mailbox;
  await sql`
    insert into casework.mailboxes (kind, name, address)
    values (${kind}, ${name}, ${address}) on conflict (kind, address) do nothing`.execute(db);
  const { rows } = await sql<Mailbox>`
    select ${COLUMNS} from casework.mailboxes where kind = ${kind} and address = ${address}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error(`mailbox ${address} was not made`);
  return row;
}

/** Every mailbox that has ever been read, in the order they were first seen. */
export async function listMailboxes(db: Tx): Promise<Mailbox[]> {
  const { rows } = await sql<Mailbox>`select ${COLUMNS} from casework.mailboxes order by id`.execute(db);
  return rows;
}

/** Says how watching a mailbox goes; `error` is a code. */
export async function setMailboxState(
  db: Tx,
  id: number,
  state: MailboxState,
  { at, error }: { at?: Date; error?: string } = {},
): Promise<void> {
  await sql`
    update casework.mailboxes
    set state = ${state}, last_error = ${error ?? null}::text, last_seen_at = coalesce(${at ?? null}::timestamptz, last_seen_at)
    where id = ${id}`.execute(db);
}

/** How a mailbox is, for those who run it. */
export interface MailboxHealth {
  name: string;
  kind: MailboxKind;
  state: MailboxState;
  error: string | null;
}

export async function mailboxHealth(db: Tx): Promise<MailboxHealth[]> {
  const { rows } = await sql<MailboxHealth>`
    select name, kind, state, last_error as error from casework.mailboxes order by id`.execute(db);
  return rows;
}

/** A folder of a mailbox with the UIDVALIDITY last seen. */
export interface MailboxFolder {
  folder: string;
  role: FolderRole;
  uidValidity: number | null;
}

/** Makes the folders of a mailbox be exactly these. */
export async function setFolders(
  db: Tx,
  mailboxId: number,
  folders: readonly { folder: string; role: FolderRole }[],
): Promise<void> {
  const given = JSON.stringify(folders);
  await sql`
    delete from casework.mailbox_folders where mailbox_id = ${mailboxId}
      and folder not in (select folder from jsonb_to_recordset(${given}::text::jsonb) as t(folder text))`.execute(
    db,
  );
  await sql`
    insert into casework.mailbox_folders (mailbox_id, folder, role)
    select ${mailboxId}, folder, role from jsonb_to_recordset(${given}::text::jsonb) as t(folder text, role text)
    on conflict (mailbox_id, folder) do update set role = excluded.role`.execute(db);
}

export async function listFolders(db: Tx, mailboxId: number): Promise<MailboxFolder[]> {
  const { rows } = await sql<MailboxFolder>`
    select folder, role, uid_validity as "uidValidity" from casework.mailbox_folders
    where mailbox_id = ${mailboxId} order by role <> 'incoming', folder`.execute(db);
  return rows;
}

/** Notes what a folder looked like when it was last gone through. */
export async function noteFolderSeen(
  db: Tx,
  mailboxId: number,
  folder: string,
  seen: { uidValidity: number; highestUid: number; at: Date },
): Promise<void> {
  await sql`
    update casework.mailbox_folders
    set uid_validity = ${seen.uidValidity}, highest_uid = ${seen.highestUid}, seen_at = ${seen.at}
    where mailbox_id = ${mailboxId} and folder = ${folder}`.execute(db);
}
