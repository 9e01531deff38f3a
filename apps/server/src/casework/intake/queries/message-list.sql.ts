import type { MessageState } from "@varde/contract";
import { type Kysely, sql } from "kysely";

type Tx = Kysely<unknown>;

/** One row of the ledger as lists show it. */
export interface ListedMessage {
  id: number;
  state: MessageState;
  reason: string | null;
  reasonParams: Record<string, string | number>;
  mailbox: string;
  fromName: string | null;
  fromAddress: string | null;
  subject: string | null;
  sentAt: Date | null;
  receivedAt: Date;
  size: number;
  profile: string | null;
  alerts: number;
}

export const LISTED = sql`
  m.id, m.state, m.reason, m.reason_params as "reasonParams", b.name as mailbox, m.from_name as "fromName",
  m.from_address as "fromAddress", m.subject, m.sent_at as "sentAt", m.received_at as "receivedAt", m.size, m.profile,
  (select count(*)::int from casework.alert_versions v where v.message_id = m.id) as alerts`;

/** What a list is narrowed to. */
export interface MessageFilter {
  readonly state?: MessageState | undefined;
  readonly reason?: string | undefined;
  /** Words in subject, sender, file name, Message-ID or alert number; all of them must be there. */
  readonly search?: string | undefined;
}

const shutTo = (readerId: string | undefined) =>
  sql`select message_id from casework.shut_out_messages where person_id = ${readerId ?? null}::uuid`;

// Unhandled messages come first, then by newest: trouble is what officers are here for.
const TROUBLE = sql`(m.state = 'quarantined')`;

/**
 * A page of the ledger after the row with id `after`: quarantined messages first, newest first within each half. Those
 * with an alert of a case the reader is shut out of are left out; a job has no reader.
 */
export async function listMessages(
  db: Tx,
  filter: MessageFilter,
  { after, limit, readerId }: { after?: number | undefined; limit: number; readerId?: string | undefined },
): Promise<ListedMessage[]> {
  const conditions = [sql`m.id not in (${shutTo(readerId)})`];
  if (filter.state) conditions.push(sql`m.state = ${filter.state}`);
  if (filter.reason) conditions.push(sql`m.reason = ${filter.reason}`);
  for (const word of filter.search?.trim().split(/\s+/).filter(Boolean) ?? [])
    conditions.push(containing(word));
  if (after !== undefined)
    conditions.push(
      sql`(${TROUBLE}, m.id) < (select ${TROUBLE}, m.id from casework.messages m where m.id = ${after})`,
    );
  const { rows } = await sql<ListedMessage>`
    select ${LISTED} from casework.messages m join casework.mailboxes b on b.id = m.mailbox_id
    where ${sql.join(conditions, sql` and `)}
    order by ${TROUBLE} desc, m.id desc limit ${limit}`.execute(db);
  return rows;
}

function containing(word: string) {
  const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`(m.subject ilike ${pattern} or m.from_name ilike ${pattern} or m.from_address ilike ${pattern}
    or m.file_name ilike ${pattern} or m.header_message_id ilike ${pattern} or exists (
      select from casework.alert_versions v where v.message_id = m.id and v.alert_number ilike ${pattern}))`;
}

/** How many messages are in quarantine for each reason, without those left out of the reader's lists. */
export async function quarantineReasons(
  db: Tx,
  readerId?: string,
): Promise<{ reason: string; count: number }[]> {
  const { rows } = await sql<{ reason: string; count: number }>`
    select reason, count(*)::int as count from casework.messages
    where state = 'quarantined' and id not in (${shutTo(readerId)})
    group by reason order by count desc, reason`.execute(db);
  return rows;
}

/** How many messages of each state are left out of the reader's lists. */
export async function countLeftOut(
  db: Tx,
  readerId: string | undefined,
): Promise<{ state: MessageState; count: number }[]> {
  const { rows } = await sql<{ state: MessageState; count: number }>`
    select state, count(*)::int as count from casework.messages where id in (${shutTo(readerId)}) group by state
  `.execute(db);
  return rows;
}
