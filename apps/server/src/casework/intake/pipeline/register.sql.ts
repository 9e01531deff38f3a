import { type Kysely, sql } from "kysely";
import type { AlertStatus } from "../alerts/alert-status.rules.ts";
import type { KnownVersion } from "./registration.rules.ts";
import type { ReadMessage } from "./registration-state.ts";

type Tx = Kysely<unknown>;

const REGISTRAR_LOCK = 7_203_001;

/** Waits until no other registrar is at work; holds until the transaction ends. */
export async function lockRegistrar(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${REGISTRAR_LOCK}::bigint)`.execute(tx);
}

const READ_MESSAGE = sql`
  m.id, m.header_message_id as "headerMessageId", m.original, m.size,
  (select r.reading -> 'verdict' from casework.message_readings r
    where r.message_id = m.id order by r.id desc limit 1) as verdict,
  (select coalesce(array_agg(s.ordinal), '{}') from (
    select v.ordinal from casework.alert_versions v where v.message_id = m.id
    union select e.ordinal from casework.repeated_entries e where e.message_id = m.id) s) as settled,
  exists (select from casework.alert_versions v where v.message_id = m.id) as "gaveAlerts"`;

/** The next messages to register, in ledger order, up to the first one that is still to be read. */
export async function nextReadMessages(tx: Tx, limit: number): Promise<ReadMessage[]> {
  const { rows } = await sql<ReadMessage>`
    select ${READ_MESSAGE} from casework.messages m
    where m.state = 'read'
      and m.id < coalesce((select min(id) from casework.messages where state = 'received'), 9223372036854775807)
    order by m.id limit ${limit}`.execute(tx);
  return rows;
}

/** How many messages have no outcome yet. */
export async function countUndecided(db: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from casework.messages where state in ('received', 'read')`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Messages by id as they await registration, in ledger order. */
export async function readMessages(tx: Tx, ids: readonly number[]): Promise<ReadMessage[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ReadMessage>`
    select ${READ_MESSAGE} from casework.messages m where m.id = any(${ids}::bigint[]) order by m.id`.execute(
    tx,
  );
  return rows;
}

/** By original: the first decided message with those bytes, or the one that it repeats. An empty message repeats nothing. */
export async function firstsByOriginal(tx: Tx, originals: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ original: string; first: number }>`
    select distinct on (original) original, coalesce(duplicate_of, id) as first
    from casework.messages
    where original = any(${originals}::text[]) and size > 0 and state not in ('received', 'read')
    order by original, id`.execute(tx);
  return new Map(rows.map(({ original, first }) => [original, first]));
}

export interface KnownVersionRow extends Omit<KnownVersion, "values"> {
  numberKey: string | null;
  alertCountry: string | null;
  alertStatus: AlertStatus;
  surname: string | null;
  forename: string | null;
  earlierNames: string | null;
  birthDate: string | null;
}

/** Every version of the alerts that have one of these numbers or contents, in the order of registration. */
export async function knownVersions(
  tx: Tx,
  numberKeys: readonly string[],
  contentHashes: readonly string[],
): Promise<KnownVersionRow[]> {
  const { rows } = await sql<KnownVersionRow>`
    with touched as (
      select alert_id as id from casework.alert_versions where number_key = any(${numberKeys}::text[])
      union
      select alert_id from casework.alert_versions where content_hash = any(${contentHashes}::text[])
    )
    select v.id, v.alert_id as "alertId", v.message_id as "messageId",
      m.header_message_id as "headerMessageId", v.kind, v.sent_as as "sentAs",
      v.content_hash as "contentHash", v.document_hash as "documentHash",
      v.number_key as "numberKey", a.sending_country as "alertCountry", a.status as "alertStatus",
      v.surname, v.forename, v.earlier_names as "earlierNames", v.birth_date as "birthDate"
    from touched t
    join casework.alerts a on a.id = t.id
    join casework.alert_versions v on v.alert_id = a.id
    join casework.messages m on m.id = v.message_id
    order by v.id`.execute(tx);
  return rows;
}

/** Messages that wait for an alert with one of these numbers, in ledger order. */
export async function messagesWaitingFor(
  tx: Tx,
  numberKeys: readonly string[],
): Promise<{ id: number; numberKey: string }[]> {
  const { rows } = await sql<{ id: number; numberKey: string }>`
    select w.message_id as id, w.number_key as "numberKey"
    from casework.awaited_references w join casework.messages m on m.id = w.message_id
    where w.number_key = any(${numberKeys}::text[]) and m.state = 'quarantined' order by w.message_id`.execute(
    tx,
  );
  return rows;
}

/** Fresh ids, so that what a batch writes can refer to itself before it is written. */
export async function reserveIds(
  tx: Tx,
  sequence: "casework.alerts_id_seq" | "casework.alert_versions_id_seq",
  count: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(${sequence}::text::regclass) as id from generate_series(1, ${count}::int)`.execute(tx);
  return rows.map(({ id }) => id);
}
