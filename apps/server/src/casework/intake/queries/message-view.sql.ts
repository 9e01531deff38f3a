import type { MessageState } from "@varde/contract";
import { type Kysely, sql } from "kysely";
import type { Actor } from "../../../platform/audit/index.ts";
import type { Entry, Reading } from "../reading/reading.ts";
import { LISTED, type ListedMessage } from "./message-list.sql.ts";

type Tx = Kysely<unknown>;

/** A message opened, with its latest reading. */
export interface OpenedMessage extends ListedMessage {
  fileName: string | null;
  original: string;
  duplicateOf: number | null;
  folder: string;
  reading: Reading | null;
}

export async function findMessage(db: Tx, id: number): Promise<OpenedMessage | undefined> {
  const { rows } = await sql<OpenedMessage>`
    select ${LISTED}, m.file_name as "fileName", m.original, m.duplicate_of as "duplicateOf", m.folder,
      (select r.reading from casework.message_readings r where r.message_id = m.id order by r.id desc limit 1) as reading
    from casework.messages m join casework.mailboxes b on b.id = m.mailbox_id where m.id = ${id}`.execute(db);
  return rows[0];
}

/** What the entries of a message have become: a version of its own, or a repetition of another one. */
export interface SettledEntry {
  ordinal: number;
  alertId: number;
  kind: Entry["kind"];
  fields: Entry["fields"];
}

export async function settledEntries(db: Tx, messageId: number): Promise<SettledEntry[]> {
  const { rows } = await sql<SettledEntry>`
    select v.ordinal, v.alert_id as "alertId", v.sent_as as kind, v.fields
    from casework.alert_versions v where v.message_id = ${messageId}
    union all
    select e.ordinal, v.alert_id, v.sent_as, v.fields
    from casework.repeated_entries e join casework.alert_versions v on v.id = e.version_id
    where e.message_id = ${messageId}
    order by 1`.execute(db);
  return rows;
}

/** One state a message has been in. */
export interface MessageEvent {
  at: Date;
  state: MessageState;
  reason: string | null;
  reasonParams: Record<string, string | number>;
  actor: Actor;
  note: string | null;
}

export async function messageHistory(db: Tx, messageId: number): Promise<MessageEvent[]> {
  const { rows } = await sql<MessageEvent>`
    select at, state, reason, reason_params as "reasonParams", actor, note
    from casework.message_events where message_id = ${messageId} order by id`.execute(db);
  return rows;
}

/** The bytes of a message, and the name they were known under. */
export async function findOriginal(
  db: Tx,
  messageId: number,
): Promise<{ bytes: Uint8Array; fileName: string | null; kind: string } | undefined> {
  const { rows } = await sql<{ bytes: Uint8Array; fileName: string | null; kind: string }>`
    select o.bytes, m.file_name as "fileName", b.kind
    from casework.messages m join platform.originals o on o.sha256 = m.original
    join casework.mailboxes b on b.id = m.mailbox_id where m.id = ${messageId}`.execute(db);
  return rows[0];
}
