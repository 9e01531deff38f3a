import { type Kysely, sql } from "kysely";
import type { SaidAboutPerson } from "../rules/known-person.ts";

type Db = Kysely<unknown>;

/** A version of an alert by what it says of the person. */
export interface SaidInAlert extends SaidAboutPerson {
  readonly alertId: number;
}

/** The next versions after one, and every version of their alerts, oldest first; nothing where there are no more. */
export async function readSaidAfter(
  db: Db,
  afterVersion: number,
  limit: number,
): Promise<{ lastVersion: number; said: SaidInAlert[] } | undefined> {
  const { rows: next } = await sql<{ id: number; alertId: number }>`
    select id, alert_id as "alertId" from casework.alert_versions where id > ${afterVersion} order by id limit ${limit}
  `.execute(db);
  const lastVersion = next.at(-1)?.id;
  if (lastVersion === undefined) return undefined;
  const { rows: said } = await sql<SaidInAlert>`
    select alert_id as "alertId", surname, forename, earlier_names as "earlierNames", birth_date as "birthDate", sex,
      nationality, national_id as "nationalId", registration_number as "registrationNumber", profession,
      sending_country as "sendingCountry"
    from casework.alert_versions where alert_id = any(${next.map(({ alertId }) => alertId)}::bigint[])
    order by id`.execute(db);
  return { lastVersion, said };
}

/** Alerts whose person is confirmed to be the one in HPR with one of these numbers. */
export async function listConfirmedByNumber(db: Db, numbers: readonly string[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select i.alert_id as id
    from casework.alert_identities i join casework.register_people p on p.hpr_number = i.confirmed_hpr
    where i.state = 'confirmed'
      and (p.national_id = any(${numbers}::text[]) or p.hpr_number::text = any(${numbers}::text[]))
    order by 1`.execute(db);
  return rows.map(({ id }) => id);
}

/** An alert by what may be told outside of the authority. */
export interface AlertToTell {
  readonly id: number;
  readonly alertNumber: string | null;
  readonly country: string | null;
}

/** Those of these alerts that are valid now. */
export async function listValidAlerts(db: Db, ids: readonly number[]): Promise<AlertToTell[]> {
  const { rows } = await sql<AlertToTell>`
    select id, alert_number as "alertNumber", sending_country as country from casework.alerts
    where id = any(${ids}::bigint[]) and status = 'valid'`.execute(db);
  return rows;
}
