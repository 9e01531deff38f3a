import { type Kysely, sql } from "kysely";

type Tx = Kysely<unknown>;

/** Marks valid alerts whose newest version ends before a calendar date as expired; their ids are returned. */
export async function expireBefore(tx: Tx, today: string, at: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with expired as (
      update casework.alerts a set status = 'expired'
      from casework.alert_versions v
      where v.id = a.current_version and a.status = 'valid' and v.effective_until < ${today}::date
      returning a.id
    ), noted as (
      insert into casework.alert_statuses (alert_id, at, status) select id, ${at}, 'expired' from expired
    )
    select id from expired order by id`.execute(tx);
  return rows.map(({ id }) => id);
}
