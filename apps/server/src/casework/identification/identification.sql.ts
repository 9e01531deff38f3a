import type { AlertRow, AlertStatus, IdentityState } from "@varde/contract/identification";
import { type Kysely, sql } from "kysely";

type Db = Kysely<unknown>;

const ALERT_ROW = sql`
  a.id, a.alert_number as "alertNumber", a.sending_country as "sendingCountry", v.surname, v.forename,
  v.birth_date as "birthDate", v.profession, v.measure, a.status, coalesce(i.state, 'unmatched') as identity,
  i.outcome, i.best_hpr as "bestHpr", i.best_probability as "bestProbability", a.opened_at as "openedAt",
  (select count(*) from casework.alert_versions n where n.alert_id = a.id)::int as versions,
  coalesce(i.urgency, 0) as urgency`;
const FROM_ALERTS = sql`
  casework.alerts a join casework.alert_versions v on v.id = a.current_version
  left join casework.alert_identities i on i.alert_id = a.id`;

type StoredRow = Omit<AlertRow, "receivedAt"> & { openedAt: Date; urgency: number };
/** A row of the list with what its place in the order rests on. */
export interface ListedAlert {
  row: AlertRow;
  urgency: number;
}

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
}

/** Alerts, most urgent first and old before new. */
export async function listAlertRows(db: Db, filter: AlertFilter): Promise<ListedAlert[]> {
  const { identity, status, search, after, limit } = filter;
  const conditions = [
    ...(identity === "unmatched" ? [sql`i.alert_id is null`] : []),
    ...(identity && identity !== "unmatched" ? [sql`i.state = ${identity}`] : []),
    ...(status ? [sql`a.status = ${status}`] : []),
    ...(search ? [matches(search)] : []),
    ...(after
      ? [
          sql`(coalesce(i.urgency, 0) < ${after.urgency} or (coalesce(i.urgency, 0) = ${after.urgency} and a.id > ${after.id}))`,
        ]
      : []),
  ];
  const { rows } = await sql<StoredRow>`
    select ${ALERT_ROW} from ${FROM_ALERTS}
    where ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)}
    order by coalesce(i.urgency, 0) desc, a.id limit ${limit}`.execute(db);
  return rows.map(listed);
}

function matches(search: string) {
  const start = `${search.replace(/[\\%_]/g, "\\$&").toLowerCase()}%`;
  const number = search.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
  return sql`a.id in (
    select alert_id from casework.alert_versions where lower(surname) like ${start}
    union all select alert_id from casework.alert_versions where lower(forename) like ${start}
    union all select id from casework.alerts where number_key like ${`${number || "-"}%`}
    union all select alert_id from casework.alert_identities
      where ${/^\d{1,9}$/.test(search) ? Number(search) : -1} in (confirmed_hpr, best_hpr))`;
}

/** How many alerts of a status stand where. */
export async function countByIdentity(
  db: Db,
  status: AlertStatus | undefined,
): Promise<{ identity: IdentityState; count: number }[]> {
  const { rows } = await sql<{ identity: IdentityState; count: number }>`
    select coalesce(i.state, 'unmatched') as identity, count(*)::int as count
    from casework.alerts a left join casework.alert_identities i on i.alert_id = a.id
    where ${status ? sql`a.status = ${status}` : sql`true`} group by 1`.execute(db);
  return rows;
}

/** Alerts by id, in that order. */
export async function readAlertRows(db: Db, ids: readonly number[]): Promise<AlertRow[]> {
  const { rows } = await sql<StoredRow>`
    select ${ALERT_ROW} from ${FROM_ALERTS} where a.id = any(${ids}::bigint[])`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, listed(row).row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The alert with this number, or the one whose id it is. A number shared by several senders gives the newest alert. */
export async function findAlertId(db: Db, numberOrId: string): Promise<number | undefined> {
  const numberKey = numberOrId.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
  const id = /^\d{1,15}$/.test(numberOrId) ? Number(numberOrId) : -1;
  const { rows } = await sql<{ id: number }>`
    select id from casework.alerts where id = ${id} or number_key = ${numberKey}
    order by id = ${id} desc, id desc limit 1`.execute(db);
  return rows[0]?.id;
}

/** Alerts about a person in the register: confirmed ones, and open ones whose best candidate they are. Newest first. */
export async function listAlertsAbout(db: Db, hprNumber: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select alert_id as id from casework.alert_identities where confirmed_hpr = ${hprNumber}
    union select alert_id from casework.alert_identities where state = 'awaitingDecision' and best_hpr = ${hprNumber}
    order by id desc`.execute(db);
  return rows.map(({ id }) => id);
}

/** The most urgent valid alert, other than this one, that awaits a decision. */
export async function findNextAwaiting(db: Db, except: number): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select i.alert_id as id from casework.alert_identities i join casework.alerts a on a.id = i.alert_id
    where i.state = 'awaitingDecision' and a.status = 'valid' and i.alert_id <> ${except}
    order by i.urgency desc, i.alert_id limit 1`.execute(db);
  return rows[0]?.id;
}
