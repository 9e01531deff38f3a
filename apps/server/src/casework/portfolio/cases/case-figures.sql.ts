import { CASE_REACTIONS } from "@varde/contract";
import { type Kysely, sql } from "kysely";

type Db = Kysely<unknown>;

/** The median and the 90th percentile; nothing where nothing was measured. */
export type Percentiles = readonly [number, number] | null;

/** Figures over all cases together. Times of closed cases are working days. */
export interface CaseTotals {
  closedWithReaction: number;
  mediaCases: number;
  mediaCasesClosed: number;
  reopened: number;
  overdue: number;
  measured: number;
  days: Percentiles;
  ours: Percentiles;
  theirs: Percentiles;
}

/** Cases that have something in common; `since` and `medianDays` are of those that wait. */
export interface CaseGroup {
  by: "stage" | "priority" | "waiting" | "officer" | "unit" | "country" | "profession";
  key: string | null;
  cases: number;
  open: number;
  overdue: number;
  since: string | null;
  medianDays: number | null;
}

/** Closings of so many days back are measured. */
const MEASURED_DAYS = 365;

/**
 * How every case opened up to `at` stood then: those with anything in their history after `at` are looked up in it;
 * the others stand now as they stood then.
 */
const stoodAt = (at: Date) => sql`
  moved as materialized (select distinct case_id from casework.case_standings where at > ${at}),
  stood as materialized (
    select stage, outcome, reopened, flags, priority, units, assignee_id, waiting_for, waiting_since, due_at, closed_at,
      countries, professions, days_ours, days_theirs
    from casework.cases c
    where opened_at <= ${at} and not exists (select from moved where moved.case_id = c.id)
    union all
    select s.stage, s.outcome, s.reopened, s.flags, s.priority, s.units, s.assignee_id, s.waiting_for, s.waiting_since,
      s.due_at, s.closed_at, s.countries, s.professions, s.days_ours, s.days_theirs
    from moved cross join lateral (
      select * from casework.case_standings h where h.case_id = moved.case_id and h.at <= ${at} order by h.at desc, h.id desc limit 1
    ) s
  )`;

/** Cases that stood alike, counted once: the figures are then sums over few rows. */
const alike = (at: Date) => sql`
  alike as materialized (
    select stage, outcome, reopened > 0 as reopened, flags, priority, units, assignee_id, waiting_for, countries, professions,
      stage <> 'closed' and coalesce(due_at < ${at}, false) as late, count(*)::int as n
    from stood group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
  )`;

const totals = (at: Date) => sql`
  select * from (
    select coalesce(sum(n) filter (where stage = 'closed' and outcome = any(${CASE_REACTIONS}::text[])), 0) as "closedWithReaction",
      coalesce(sum(n) filter (where 'media' = any(flags)), 0) as "mediaCases",
      coalesce(sum(n) filter (where 'media' = any(flags) and stage = 'closed'), 0) as "mediaCasesClosed",
      coalesce(sum(n) filter (where reopened), 0) as reopened, coalesce(sum(n) filter (where late), 0) as overdue
    from alike
  ) counted, (
    select count(*) as measured,
      percentile_cont(array[0.5, 0.9]) within group (order by days_ours + days_theirs) as days,
      percentile_cont(array[0.5, 0.9]) within group (order by days_ours) as ours,
      percentile_cont(array[0.5, 0.9]) within group (order by days_theirs) as theirs
    from stood where days_ours is not null and closed_at > ${at}::timestamptz - make_interval(days => ${MEASURED_DAYS})
  ) measured`;

const counted = sql`
  sum(n) as cases, coalesce(sum(n) filter (where stage <> 'closed'), 0) as open, coalesce(sum(n) filter (where late), 0) as overdue`;

const groups = (at: Date) => sql`
  select case when grouping(stage) = 0 then 'stage' when grouping(priority) = 0 then 'priority' else 'officer' end as by,
    coalesce(stage, priority, assignee_id::text) as key, ${counted}, null::timestamptz as since, null::numeric as "medianDays"
  from alike group by grouping sets ((stage), (priority), (assignee_id))
  union all
  select each.by, each.key, ${counted}, null, null
  from alike cross join lateral (
    select 'unit' as by, unnest(units) as key
    union all select 'country', unnest(case when countries = '{}' then array[null] else countries end)
    union all select 'profession', unnest(case when professions = '{}' then array[null] else professions end)
  ) each
  group by 1, 2
  union all
  select 'waiting', waiting_for, count(*), count(*), 0, min(waiting_since),
    extract(epoch from ${at}::timestamptz - percentile_disc(0.5) within group (order by waiting_since)) / 86400
  from stood where waiting_for is not null group by waiting_for`;

const figures = (at: Date) => sql<{ totals: CaseTotals; groups: CaseGroup[] }>`
  with ${stoodAt(at)}, ${alike(at)}
  select (select to_jsonb(t) from (${totals(at)}) t) as totals,
    (select coalesce(jsonb_agg(g), '[]') from (${groups(at)}) g) as groups`;

/** All figures of cases as they stood at an instant. */
export async function countCases(db: Db, at: Date): Promise<{ totals: CaseTotals; groups: CaseGroup[] }> {
  const { rows } = await figures(at).execute(db);
  return rows[0]!;
}

/** What officers and units are called, by id and code. */
export async function findNames(
  db: Db,
  officerIds: readonly string[],
): Promise<{ officers: Map<string, string>; units: Map<string, Record<string, string>> }> {
  const [people, units] = await Promise.all([
    sql<{ id: string; name: string }>`
      select id, name from access.people where id = any(${officerIds}::uuid[])`.execute(db),
    sql<{ code: string; name: Record<string, string> }>`select code, name from access.units`.execute(db),
  ]);
  return {
    officers: new Map(people.rows.map(({ id, name }) => [id, name])),
    units: new Map(units.rows.map(({ code, name }) => [code, name])),
  };
}
