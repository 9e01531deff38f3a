import { type Kysely, sql } from "kysely";

type Db = Kysely<unknown>;

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

/** The most urgent valid alert, other than this one, that awaits a decision and is in no case the reader is shut out of. */
export async function findNextAwaiting(
  db: Db,
  except: number,
  readerId: string | null = null,
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select i.alert_id as id from casework.alert_identities i join casework.alerts a on a.id = i.alert_id
    where i.state = 'awaitingDecision' and a.status = 'valid' and i.alert_id <> ${except}
      and i.alert_id not in (select alert_id from casework.shut_out_alerts where person_id = ${readerId}::uuid)
    order by i.urgency desc, i.alert_id limit 1`.execute(db);
  return rows[0]?.id;
}
