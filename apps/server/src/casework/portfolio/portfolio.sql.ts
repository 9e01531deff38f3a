import type { AlertStatus, Balance, IdentityState, MatchOutcome, MessageState } from "@varde/contract";
import { type Kysely, sql } from "kysely";

type Db = Kysely<unknown>;

/** Days shown one by one, and over which the time until handled is measured. */
export const DAYS_SHOWN = 30;

const day = (instant: unknown) => sql`(${instant}::timestamptz at time zone 'Europe/Oslo')::date`;
const startOfDay = (date: unknown) => sql`(${date}::timestamp at time zone 'Europe/Oslo')`;
/** The first instant of the days shown up to `at`. */
const shownFrom = (at: Date) => startOfDay(sql`(${day(at)} - ${DAYS_SHOWN - 1}::int)`);

export interface MessageGroup {
  state: MessageState;
  reason: string | null;
  count: number;
  oldest: Date;
}

/**
 * Messages received up to `at` by the state they had then, quarantined ones by reason. The present state is the one
 * of then where it has stood since; otherwise the history tells.
 */
export async function countMessages(db: Db, at: Date): Promise<MessageGroup[]> {
  const { rows } = await sql<MessageGroup>`
    select state, case when state = 'quarantined' then reason end as reason, count(*)::int as count, min(received_at) as oldest
    from (
      select received_at, state, reason from casework.messages
      where received_at <= ${at} and state_since <= ${at}
      union all
      select m.received_at, coalesce(earlier.state, 'received'), earlier.reason
      from casework.messages m
      left join lateral (
        select e.state, e.reason from casework.message_events e
        where e.message_id = m.id and e.at <= ${at} order by e.id desc limit 1
      ) earlier on true
      where m.received_at <= ${at} and m.state_since > ${at}
    ) message
    group by 1, 2`.execute(db);
  return rows;
}

/** Hours from received to handled, of what was handled in the days shown: median and 90th percentile. */
export async function measureHandling(
  db: Db,
  at: Date,
): Promise<{ median: number | null; p90: number | null }> {
  const { rows } = await sql<{ median: number | null; p90: number | null }>`
    select percentile_cont(0.5) within group (order by hours) as median,
      percentile_cont(0.9) within group (order by hours) as p90
    from (
      select extract(epoch from e.at - m.received_at)::float8 / 3600 as hours
      from casework.message_events e join casework.messages m on m.id = e.message_id
      where e.state in ('registered', 'duplicate', 'irrelevant') and e.at >= ${shownFrom(at)} and e.at <= ${at}
    ) handled`.execute(db);
  return rows[0]!;
}

/** Messages received and handled on each of the days shown, oldest day first. */
export async function countPerDay(
  db: Db,
  at: Date,
): Promise<{ day: string; received: number; handled: number }[]> {
  const { rows } = await sql<{ day: string; received: number; handled: number }>`
    with received as (
      select ${day(sql`received_at`)} as day, count(*) from casework.messages
      where received_at >= ${shownFrom(at)} and received_at <= ${at} group by 1
    ), handled as (
      select ${day(sql`at`)} as day, count(*) from casework.message_events
      where state in ('registered', 'duplicate', 'irrelevant') and at >= ${shownFrom(at)} and at <= ${at} group by 1
    )
    select shown::date as day, coalesce(r.count, 0)::int as received, coalesce(h.count, 0)::int as handled
    from generate_series(${day(at)} - ${DAYS_SHOWN - 1}::int, ${day(at)}, interval '1 day') shown
    left join received r on r.day = shown::date left join handled h on h.day = shown::date
    order by 1`.execute(db);
  return rows;
}

export interface AlertGroup {
  status: AlertStatus;
  identity: IdentityState;
  outcome: MatchOutcome | null;
  count: number;
  since: Date | null;
}

/**
 * Alerts opened up to `at` by their status and where their identity stood then. Those with any history after `at` are
 * looked up in it; the others stand now as they stood then.
 */
export async function countAlerts(db: Db, at: Date): Promise<AlertGroup[]> {
  const { rows } = await sql<AlertGroup>`
    with moved as materialized (
      select alert_id from casework.alert_statuses where at > ${at}
      union select alert_id from casework.alert_identity_states where at > ${at}
    )
    select status, coalesce(state, 'unmatched') as identity, outcome, count(*)::int as count, min(since) as since
    from (
      select a.status, i.state, i.outcome, i.since
      from casework.alerts a left join casework.alert_identities i on i.alert_id = a.id
      where a.opened_at <= ${at} and not exists (select from moved where moved.alert_id = a.id)
      union all
      select coalesce(s.status, 'valid'), i.state, i.outcome, i.since
      from moved join casework.alerts a on a.id = moved.alert_id
      left join lateral (
        select status from casework.alert_statuses h
        where h.alert_id = a.id and h.at <= ${at} order by h.id desc limit 1
      ) s on true
      left join lateral (
        select state, outcome, since from casework.alert_identity_states h
        where h.alert_id = a.id and h.at <= ${at} order by h.id desc limit 1
      ) i on true
      where a.opened_at <= ${at}
    ) alert
    group by 1, 2, 3`.execute(db);
  return rows;
}

/** Versions of alerts registered up to `at`. */
export async function countVersions(db: Db, at: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from casework.alert_versions where recorded_at <= ${at}`.execute(db);
  return rows[0]!.count;
}

export interface OpenedGroup {
  /** Exactly one of the three tells what is counted; the others are null. */
  by: "country" | "profession" | "source";
  key: string | null;
  count: number;
}

/** What each source profile is called: as the version in use says, or the newest where none is. */
export async function findSourceTitles(db: Db): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; title: string }>`
    select distinct on (name) name, title from casework.source_profiles
    order by name, state = 'active' desc, version desc`.execute(db);
  return new Map(rows.map(({ name, title }) => [name, title]));
}

/** Alerts opened up to `at` by what their opening version said: sending country, profession, source profile. Most first. */
export async function countOpened(db: Db, at: Date): Promise<OpenedGroup[]> {
  const { rows } = await sql<OpenedGroup>`
    with opened as (
      select v.sending_country, v.profession, m.profile
      from casework.alert_versions v join casework.messages m on m.id = v.message_id
      where v.kind = 'alert' and v.recorded_at <= ${at}
    )
    select
      case when grouping(sending_country) = 0 then 'country' when grouping(profession) = 0 then 'profession' else 'source' end as by,
      coalesce(sending_country, profession, profile) as key, count(*)::int as count
    from opened
    group by grouping sets ((sending_country), (profession), (profile))
    order by count desc, key`.execute(db);
  return rows;
}

export interface RegisterThen {
  people: number;
  load: number | null;
  loadedAt: Date | null;
}

/** How many people the register held, and which load had last been finished. */
export async function findRegister(db: Db, at: Date): Promise<RegisterThen> {
  const { rows } = await sql<RegisterThen>`
    select
      (select coalesce(sum(added - removed), 0)::int from casework.register_load_batches where at <= ${at}) as people,
      l.id as load, l.finished_at as "loadedAt"
    from (select 1) one left join lateral (
      select id, finished_at from casework.register_loads
      where state = 'done' and finished_at <= ${at} order by finished_at desc limit 1
    ) l on true`.execute(db);
  return rows[0]!;
}

/** The latest balance of the ledger against the mailboxes. */
export async function findBalance(db: Db, at: Date): Promise<Balance | undefined> {
  const { rows } = await sql<{ result: Balance }>`
    select result from casework.balances where at <= ${at} order by at desc limit 1`.execute(db);
  return rows[0]?.result;
}

/** The last instant of a calendar day ("2026-03-29") in Norway. */
export async function endOfDay(db: Db, date: string): Promise<Date> {
  const { rows } = await sql<{ end: Date }>`
    select ${startOfDay(sql`(${date}::date + 1)`)} - interval '1 millisecond' as end`.execute(db);
  return rows[0]!.end;
}

/** Changes whenever a history has grown or another day has begun in Norway; as long as it is the same, so is the picture. */
export async function historyStamp(db: Db, at: Date): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select concat_ws(' ', ${day(at)},
      (select max(id) from casework.messages),
      (select max(id) from casework.message_events),
      (select max(id) from casework.alert_versions),
      (select max(id) from casework.alert_statuses),
      (select max(id) from casework.alert_identity_states),
      (select max(id) from casework.register_load_batches),
      (select max(finished_at) from casework.register_loads),
      (select max(id) from casework.balances),
      (select max(id) from casework.case_standings)) as stamp`.execute(db);
  return rows[0]!.stamp;
}
