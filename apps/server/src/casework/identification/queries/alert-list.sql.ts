import type { AlertRow, AlertStatus, IdentityState } from "@varde/contract/identification";
import { type Kysely, type RawBuilder, sql } from "kysely";

type Db = Kysely<unknown>;
type Condition = RawBuilder<unknown>;

/** The urgency of alerts the engine has not answered about yet: below every other. */
const UNMATCHED = -1;

const ALERT_ROW = sql`
  a.id, a.alert_number as "alertNumber", a.sending_country as "sendingCountry", v.surname, v.forename,
  v.birth_date as "birthDate", v.profession, v.measure, a.status, coalesce(i.state, 'unmatched') as identity,
  i.outcome, i.best_hpr as "bestHpr", i.best_probability as "bestProbability", a.opened_at as "openedAt",
  (select count(*) from casework.alert_versions n where n.alert_id = a.id)::int as versions,
  coalesce(i.urgency, ${UNMATCHED}) as urgency`;

/** A row of the list with what its place in the order rests on. */
export interface ListedAlert {
  row: AlertRow;
  urgency: number;
}

type StoredRow = Omit<AlertRow, "receivedAt"> & { openedAt: Date; urgency: number };

const listed = ({ openedAt, urgency, ...row }: StoredRow): ListedAlert => ({
  row: { ...row, receivedAt: openedAt.toISOString() },
  urgency,
});

/** What a page of the list holds; absent filters let everything through. */
export interface AlertFilter {
  identity?: IdentityState | undefined;
  status?: AlertStatus | undefined;
  search?: string | undefined;
  /** The last row of the page before. */
  after?: { urgency: number; id: number } | undefined;
  limit: number;
  /** The person who reads: alerts of cases they are shut out of are left out. Nobody where a job reads. */
  readerId?: string | undefined;
}

/** Alerts, most urgent first and old before new. */
export async function listAlertRows(db: Db, filter: AlertFilter): Promise<ListedAlert[]> {
  const { identity, after, limit } = filter;
  const beginsUnmatched = identity === "unmatched" || (after && after.urgency <= UNMATCHED);
  const matched = beginsUnmatched ? [] : await listMatched(db, filter);
  const missing = limit - matched.length;
  if (missing === 0 || (identity && identity !== "unmatched")) return matched;
  return [...matched, ...(await listUnmatched(db, { ...filter, limit: missing }))];
}

async function listMatched(
  db: Db,
  { identity, after, limit, ...shared }: AlertFilter,
): Promise<ListedAlert[]> {
  const conditions = [
    ...(identity ? [sql`i.state = ${identity}`] : []),
    ...sharedConditions(shared),
    ...(after
      ? [sql`i.urgency <= ${after.urgency} and (i.urgency < ${after.urgency} or i.alert_id > ${after.id})`]
      : []),
  ];
  const { rows } = await sql<StoredRow>`
    select ${ALERT_ROW}
    from casework.alert_identities i
    join casework.alerts a on a.id = i.alert_id
    join casework.alert_versions v on v.id = a.current_version
    where ${allOf(conditions)} order by i.urgency desc, i.alert_id limit ${limit}`.execute(db);
  return rows.map(listed);
}

async function listUnmatched(db: Db, { after, limit, ...shared }: AlertFilter): Promise<ListedAlert[]> {
  const from = after && after.urgency <= UNMATCHED ? after.id : 0;
  const conditions = [sql`i.alert_id is null`, sql`a.id > ${from}`, ...sharedConditions(shared)];
  const { rows } = await sql<StoredRow>`
    select ${ALERT_ROW}
    from casework.alerts a
    join casework.alert_versions v on v.id = a.current_version
    left join casework.alert_identities i on i.alert_id = a.id
    where ${allOf(conditions)} order by a.id limit ${limit}`.execute(db);
  return rows.map(listed);
}

type SharedFilter = Pick<AlertFilter, "status" | "search" | "readerId">;

function sharedConditions({ status, search, readerId }: SharedFilter): Condition[] {
  return [
    ...(status ? [sql`a.status = ${status}`] : []),
    ...(search ? [matches(search)] : []),
    ...(readerId ? [sql`a.id not in (${shutTo(readerId)})`] : []),
  ];
}

const shutTo = (readerId: string | null) =>
  sql`select alert_id from casework.shut_out_alerts where person_id = ${readerId}::uuid`;

function allOf(conditions: Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

function matches(search: string): Condition {
  const start = `${search.replace(/[\\%_]/g, "\\$&").toLowerCase()}%`;
  const number = `${search.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "") || "-"}%`;
  const hprNumber = /^\d{1,9}$/.test(search) ? Number(search) : -1;
  return sql`a.id in (
    select alert_id from casework.alert_versions where lower(surname) like ${start}
    union all select alert_id from casework.alert_versions where lower(forename) like ${start}
    union all select id from casework.alerts where number_key like ${number}
    union all select alert_id from casework.alert_identities where confirmed_hpr = ${hprNumber}
    union all select alert_id from casework.alert_identities where state = 'awaitingDecision' and best_hpr = ${hprNumber})`;
}

/** How many alerts of a status stand where, without those of cases the reader is shut out of. */
export async function countByIdentity(
  db: Db,
  { status, readerId = null }: { status?: AlertStatus | undefined; readerId?: string | null | undefined },
): Promise<{ identity: IdentityState; count: number }[]> {
  // Nearly all alerts are valid: counting all of them in an index and taking the others away is the shorter way.
  const groups =
    status === undefined || status === "valid"
      ? sql`select state, count(*) from casework.alert_identities group by 1
          union all
          select i.state, -count(*) from casework.alerts a join casework.alert_identities i on i.alert_id = a.id
          where ${status === "valid"} and a.status <> 'valid' group by 1`
      : sql`select i.state, count(*) from casework.alerts a join casework.alert_identities i on i.alert_id = a.id
          where a.status = ${status} group by 1`;
  const ofStatus = status ? sql`status = ${status}` : sql`true`;
  const { rows } = await sql<{ identity: IdentityState; count: number }>`
    with hidden as (select id from casework.alerts where id in (${shutTo(readerId)}) and ${ofStatus}),
    matched as (
      select state, sum(count)::int as count from (
        ${groups} union all
        select i.state, -count(*) from hidden h join casework.alert_identities i on i.alert_id = h.id group by 1
      ) counted group by 1
    )
    select state as identity, count from matched
    union all
    select 'unmatched', count(*)::int - (select count(*) from hidden)::int
      - (select coalesce(sum(count), 0)::int from matched)
    from casework.alerts where ${ofStatus}`.execute(db);
  return rows;
}

/** Alerts by id, in that order; those of cases the reader is shut out of are left out. */
export async function readAlertRows(
  db: Db,
  ids: readonly number[],
  readerId: string | null = null,
): Promise<AlertRow[]> {
  const { rows } = await sql<StoredRow>`
    select ${ALERT_ROW}
    from casework.alerts a
    join casework.alert_versions v on v.id = a.current_version
    left join casework.alert_identities i on i.alert_id = a.id
    where a.id = any(${ids}::bigint[]) and a.id not in (${shutTo(readerId)})`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, listed(row).row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
