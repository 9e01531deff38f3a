import type { CaseFlag, CaseList, CaseOutcome, CasePriority, CaseStage } from "@varde/contract";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { NextAction } from "../procedure/next-action/next-action.ts";

type Db = Kysely<unknown>;
type Condition = RawBuilder<unknown>;

/** Which cases a reader sees, and which of them are theirs. */
export interface QueueReader {
  /** Sees every case that is not shut to them. */
  readonly everywhere: boolean;
  /** By the own right, and by that of each they stand in for: whose cases, without those shut to whose right it is. */
  readonly ways: readonly { readonly units: readonly string[]; readonly shutCases: readonly number[] }[];
  /** Opened in an emergency. */
  readonly openedCases: readonly number[];
  readonly shutCases: readonly number[];
  /** The reader, and those the reader stands in for. */
  readonly own: readonly string[];
  /** Officers who are away. */
  readonly away: ReadonlySet<string>;
  /** Officers who are away without a stand-in: their cases stand as unassigned. */
  readonly awayAlone: readonly string[];
  readonly at: Date;
}

/** A case as the queue shows it. */
export interface QueueRow {
  id: number;
  number: string;
  hprNumber: number;
  surname: string | null;
  forename: string | null;
  birthDate: string | null;
  professions: string[];
  countries: string[];
  stage: CaseStage;
  stageSince: Date;
  openedAt: Date;
  closedAt: Date | null;
  outcome: CaseOutcome | null;
  priority: CasePriority | null;
  flags: CaseFlag[];
  units: string[];
  assignee: { id: string; name: string } | null;
  nextAction: NextAction | null;
  waitingFor: string | null;
  waitingSince: Date | null;
  dueAt: Date | null;
  urgentAt: Date;
  alerts: number;
  lastAct: number;
}

const ROW = sql`
  c.id, c.number, c.hpr_number as "hprNumber", c.surname, c.forename, p.birth_date as "birthDate",
  coalesce(p.professions, '{}') as professions, c.countries, c.stage, c.stage_since as "stageSince",
  c.opened_at as "openedAt", c.closed_at as "closedAt", c.outcome, c.priority, c.flags, c.units,
  case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end as assignee,
  c.next_action as "nextAction", c.waiting_for as "waitingFor", c.waiting_since as "waitingSince", c.due_at as "dueAt",
  c.urgent_at as "urgentAt", (select count(*) from casework.case_alerts t where t.case_id = c.id)::int as alerts,
  c.last_act as "lastAct"`;
const ROW_TABLES = sql`
  left join casework.register_people p on p.hpr_number = c.hpr_number
  left join access.people a on a.id = c.assignee_id`;

/** What of the queue is asked for; absent filters let everything through. */
export interface QueueFilter {
  list: CaseList;
  stage?: CaseStage | undefined;
  priority?: CasePriority | undefined;
  flag?: CaseFlag | undefined;
  unit?: string | undefined;
  country?: string | undefined;
  assignee?: string | undefined;
  search?: string | undefined;
  /** The last row of the page before: when it is urgent (or was closed), and its id. */
  after?: { at: Date; id: number } | undefined;
  limit: number;
}

/** A page of the queue: the most urgent first, closed cases the newest first. The cases are found before they are filled in. */
export async function listQueueRows(db: Db, reader: QueueReader, filter: QueueFilter): Promise<QueueRow[]> {
  const closed = filter.list === "closed";
  const order = closed ? sql`closed_at desc, id desc` : sql`urgent_at, id`;
  const conditions = [visibleTo(reader), inList(filter.list, reader), ...filtersOf(filter)];
  if (filter.after) {
    const { at, id } = filter.after;
    conditions.push(closed ? sql`(closed_at, id) < (${at}, ${id})` : sql`(urgent_at, id) > (${at}, ${id})`);
  }
  // Few cases are looked up and then sorted; many are read in the order of the queue until the page is full.
  const isFew = filter.list === "mine" || filter.assignee !== undefined || filter.search !== undefined;
  const { rows } = await sql<QueueRow>`
    select ${ROW} from (
      select * from (
        select * from casework.cases where ${sql.join(conditions, sql` and `)} ${isFew ? sql`offset 0` : sql``}
      ) found order by ${order} limit ${filter.limit}
    ) c ${ROW_TABLES} order by ${closed ? sql`c.closed_at desc, c.id desc` : sql`c.urgent_at, c.id`}`.execute(
    db,
  );
  return rows;
}

const ABOUT_SHOWN = 50;

/** Cases an alert belongs to, or about a person, as far as a reader sees them: open ones first, newest first. */
export async function listRowsAbout(
  db: Db,
  reader: QueueReader,
  { alert, hpr }: { alert?: number | undefined; hpr?: number | undefined },
): Promise<QueueRow[]> {
  const order = sql`closed_at nulls first, id desc`;
  const { rows } = await sql<QueueRow>`
    select ${ROW} from (
      select * from casework.cases where ${visibleTo(reader)} and (hpr_number = ${hpr ?? null}
        or id = (select case_id from casework.case_alerts where alert_id = ${alert ?? null}))
      order by ${order} limit ${ABOUT_SHOWN}
    ) c ${ROW_TABLES} order by c.closed_at nulls first, c.id desc`.execute(db);
  return rows;
}

/** A case as the queue shows it; nothing where there is none. */
export async function readQueueRow(db: Db, id: number): Promise<QueueRow | undefined> {
  const { rows } = await sql<QueueRow>`
    select ${ROW} from casework.cases c ${ROW_TABLES} where c.id = ${id}`.execute(db);
  return rows[0];
}

/** How many cases stand in each list for a reader. */
export async function countLists(db: Db, reader: QueueReader): Promise<Record<CaseList, number>> {
  const of = (list: CaseList) => sql`count(*) filter (where ${inList(list, reader)})::int`;
  const { rows } = await sql<Record<CaseList, number>>`
    select ${of("open")} as open, ${of("mine")} as mine, ${of("unassigned")} as unassigned, ${of("overdue")} as overdue,
      ${of("waiting")} as waiting, ${of("all")} as all, ${of("closed")} as closed
    from casework.cases where ${visibleTo(reader)}`.execute(db);
  return rows[0]!;
}

/** The most urgent case of the list a day begins with, after another one where that is said. */
export async function findNextCase(
  db: Db,
  reader: QueueReader,
  after: number | undefined,
): Promise<number | undefined> {
  const beyond =
    after === undefined
      ? sql`true`
      : sql`(urgent_at, id) > (select urgent_at, id from casework.cases where id = ${after})`;
  const { rows } = await sql<{ id: number }>`
    select id from casework.cases
    where ${visibleTo(reader)} and ${inList("open", reader)} and waiting_for is null and ${beyond}
    order by urgent_at, id limit 1`.execute(db);
  return rows[0]?.id;
}

/** Whether a case is not hidden from a reader, as the rule of standing says it. */
export function visibleTo({ everywhere, ways, openedCases, shutCases }: QueueReader): Condition {
  const reached = [
    sql`id = any(${openedCases}::bigint[])`,
    ...ways.map((way) => sql`(units && ${way.units}::text[] and id <> all(${way.shutCases}::bigint[]))`),
  ];
  return sql`${everywhere ? sql`true` : sql`(${sql.join(reached, sql` or `)})`} and id <> all(${shutCases}::bigint[])`;
}

function inList(list: CaseList, { own, awayAlone, at }: QueueReader): Condition {
  const mine = sql`assignee_id = any(${own}::uuid[])`;
  const unassigned = sql`(assignee_id is null or assignee_id = any(${awayAlone}::uuid[]))`;
  const overdue = sql`due_at < ${at}`;
  const of: Record<CaseList, Condition> = {
    open: sql`(${mine} or ${unassigned} or ${overdue})`,
    mine,
    unassigned,
    overdue,
    waiting: sql`waiting_for is not null`,
    all: sql`true`,
    closed: sql`true`,
  };
  return sql`stage ${list === "closed" ? sql`=` : sql`<>`} 'closed' and ${of[list]}`;
}

function filtersOf({ stage, priority, flag, unit, country, assignee, search }: QueueFilter): Condition[] {
  return [
    ...(stage ? [sql`stage = ${stage}`] : []),
    ...(priority ? [sql`priority = ${priority}`] : []),
    ...(flag ? [sql`flags @> array[${flag}]`] : []),
    ...(unit ? [sql`units @> array[${unit}]`] : []),
    ...(country ? [sql`countries @> array[${country}]`] : []),
    ...(assignee ? [sql`assignee_id = ${assignee}`] : []),
    ...(search ? [matches(search)] : []),
  ];
}

function matches(search: string): Condition {
  const start = `${search.replace(/[\\%_]/g, "\\$&").toLowerCase()}%`;
  const hprNumber = /^\d{1,9}$/.test(search) ? Number(search) : -1;
  return sql`(number like ${start} or hpr_number = ${hprNumber} or lower(surname) like ${start}
    or lower(forename) like ${start})`;
}
