import { type Kysely, sql } from "kysely";

type Db = Kysely<unknown>;

/** Acts and standings in the history of each case. */
const ACTS_EACH = 10;
const STANDINGS_EACH = 5;

/**
 * Brings the cases up to a number by copies of the first one: opened over two years, seven of ten closed, the rest spread
 * over the stages, due before and after now. Each has ten acts and five standings.
 */
export async function fillCases(db: Db, wanted: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`
      create temporary table copies on commit drop as
      select n, timestamptz '2024-11-22 08:00+01' + n * interval '2 years' / ${wanted} as opened,
        case when n % 10 < 7 then 'closed' else (array['intake', 'triage', 'documentation', 'handover', 'assessment',
          'preNotice', 'decision', 'effectuation'])[1 + n % 8] end as stage
      from generate_series((select count(*) from casework.cases) + 1, ${wanted}) n`.execute(tx);
    await sql`
      insert into casework.cases (year, ordinal, hpr_number, surname, forename, opened_at, closed_at, stage, stage_since,
        priority, flags, outcome, units, countries, professions, next_action, waiting_for, waiting_since, due_at, urgent_at,
        last_act, days_ours, days_theirs)
      select 2500, n, 10000000 + n, 'Invented' || n % 5000, 'Person', opened,
        case when stage = 'closed' then opened + interval '60 days' end, stage, opened + interval '20 days',
        (array['high', 'normal', 'low'])[1 + n % 3], case when n % 40 = 0 then array['media'] else '{}' end,
        case when stage = 'closed' then (array['revocation', 'noReaction', 'limitation'])[1 + n % 3] end,
        array[case when n % 2 = 0 then 'foerstelinje' else 'andrelinje' end], array[(array['SE', 'DK', 'PL', 'GB'])[1 + n % 4]],
        array[(array['LE', 'SP', 'TL'])[1 + n % 3]], case when stage <> 'closed' then c.next_action end,
        case when stage = 'documentation' then 'foreignAuthority' end,
        case when stage = 'documentation' then opened + interval '5 days' end,
        case when stage <> 'closed' then opened + (n % 400) * interval '1 day' end, opened + (n % 400) * interval '1 day',
        c.last_act, case when stage = 'closed' then 20 + n % 30 end, case when stage = 'closed' then n % 40 end
      from copies, (select next_action, last_act from casework.cases order by id limit 1) c`.execute(tx);
    await sql`
      insert into casework.case_facts (case_id, facts)
      select c.id, f.facts from casework.cases c join copies on c.year = 2500 and c.ordinal = copies.n,
        (select facts from casework.case_facts order by case_id limit 1) f`.execute(tx);
    await sql`
      insert into casework.case_acts (case_id, at, act, actor, stage_before, stage_after, input, before, after)
      select c.id, c.opened_at + step * interval '5 days', 'setPriority', '{"kind": "job", "name": "bench"}', 'triage', 'triage',
        '{}', '{"priority": null}', '{"priority": {"level": "normal"}}'
      from casework.cases c join copies on c.year = 2500 and c.ordinal = copies.n, generate_series(1, ${ACTS_EACH}) step`.execute(
      tx,
    );
    await sql`
      insert into casework.case_standings (case_id, act_id, at, stage, outcome, reopened, flags, priority, units, waiting_for,
        due_at, closed_at, waiting_since, countries, professions, days_ours, days_theirs)
      select c.id, c.last_act, case step when 0 then c.opened_at else least(c.opened_at + step * interval '15 days', timestamptz '2026-11-22 12:00Z') end,
        case when step = ${STANDINGS_EACH - 1} then c.stage else 'triage' end, case when step = ${STANDINGS_EACH - 1} then c.outcome end,
        0, c.flags, c.priority, c.units, c.waiting_for, c.due_at, c.closed_at, c.waiting_since, c.countries, c.professions,
        c.days_ours, c.days_theirs
      from casework.cases c join copies on c.year = 2500 and c.ordinal = copies.n, generate_series(0, ${STANDINGS_EACH - 1}) step`.execute(
      tx,
    );
  });
}

/** Gives the first case a history of so many acts. */
export async function lengthenHistory(db: Db, acts: number): Promise<void> {
  await sql`
    insert into casework.case_acts (case_id, at, act, actor, stage_before, stage_after, input, before, after)
    select c.id, c.opened_at + step * interval '1 hour', 'setPriority', '{"kind": "job", "name": "bench"}', 'triage', 'triage',
      '{}', '{"priority": null}', '{"priority": {"level": "normal"}}'
    from (select id, opened_at from casework.cases order by id limit 1) c, generate_series(1, ${acts}) step`.execute(
    db,
  );
}

/** Lets the planner know what there is now. */
export async function analyse(db: Db): Promise<void> {
  await sql`analyze casework.cases, casework.case_acts, casework.case_standings, casework.case_facts`.execute(
    db,
  );
}

/** The peers: the same rows read with nothing around them. */
export const BARE = {
  queue: (db: Db) =>
    sql`select * from casework.cases where stage <> 'closed' order by urgent_at, id limit 50`.execute(db),
  history: (db: Db, caseId: number) =>
    sql`select * from casework.case_acts where case_id = ${caseId} order by id desc limit 50`.execute(db),
  count: (db: Db) => sql`select stage, count(*) from casework.cases group by stage`.execute(db),
  countAt: (db: Db, at: Date) =>
    sql`select stage, count(*) from (select distinct on (case_id) stage from casework.case_standings
      where at <= ${at} order by case_id, at desc, id desc) s group by stage`.execute(db),
} as const;
