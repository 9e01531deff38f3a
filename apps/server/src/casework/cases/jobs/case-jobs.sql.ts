import { type Kysely, sql } from "kysely";

type Db = Kysely<unknown>;

/** Open cases after one, in the order they were opened. */
export async function listOpenCases(db: Db, after: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from casework.cases where stage <> 'closed' and id > ${after} order by id limit ${limit}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** A clock somebody is to be told of: soon to run out, or out. */
export interface DueReminder {
  caseId: number;
  code: string;
  passed: boolean;
}

/** Takes the clocks nobody has been told of yet; others who take at the same time get others. */
export async function takeDueReminders(tx: Db, at: Date, limit: number): Promise<DueReminder[]> {
  const { rows } = await sql<DueReminder>`
    with due as (
      select d.case_id, d.code, d.due_at <= ${at} as passed from casework.case_deadlines d
      where (d.due_at <= ${at} and d.told_overdue_at is null)
        or (d.remind_at <= ${at} and d.due_at > ${at} and d.reminded_at is null)
      order by d.due_at limit ${limit} for update skip locked
    )
    update casework.case_deadlines d set
      reminded_at = coalesce(d.reminded_at, ${at}),
      told_overdue_at = case when due.passed then ${at} else d.told_overdue_at end
    from due where d.case_id = due.case_id and d.code = due.code
    returning d.case_id as "caseId", d.code, due.passed`.execute(tx);
  return rows;
}

/** Valid, confirmed alerts that no case has taken up, and since when the oldest is confirmed. */
export async function countAlertsWithoutCase(db: Db): Promise<{ count: number; oldest: Date | null }> {
  const { rows } = await sql<{ count: number; oldest: Date | null }>`
    select count(*)::int as count, min(i.since) as oldest
    from casework.alert_identities i join casework.alerts a on a.id = i.alert_id
    where i.state = 'confirmed' and a.status = 'valid'
      and not exists (select from casework.case_alerts c where c.alert_id = i.alert_id)`.execute(db);
  return rows[0] ?? { count: 0, oldest: null };
}
