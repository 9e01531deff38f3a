import { type Kysely, sql } from "kysely";
import type { KeptFacts } from "../facts/kept-facts.ts";

type Db = Kysely<unknown>;

/** Takes the next case number of a year. Others who open cases that year wait until the transaction ends: no gaps. */
export async function takeOrdinal(tx: Db, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into casework.case_years as y (year, last) values (${year}, 1)
    on conflict (year) do update set last = y.last + 1 returning last`.execute(tx);
  return rows[0]!.last;
}

/** A case that is about to be opened; its first act fills in how it stands. */
export interface NewCase {
  readonly year: number;
  readonly ordinal: number;
  readonly hprNumber: number;
  readonly surname: string | null;
  readonly forename: string | null;
  readonly openedAt: Date;
  readonly units: readonly string[];
  readonly facts: KeptFacts;
}

/** Writes a case before its first act, which must follow in the same transaction; returns its id. */
export async function insertCase(tx: Db, of: NewCase): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into casework.cases (year, ordinal, hpr_number, surname, forename, opened_at, stage, stage_since, units,
      next_action, urgent_at, last_act)
    values (${of.year}, ${of.ordinal}, ${of.hprNumber}, ${of.surname}, ${of.forename}, ${of.openedAt}, 'intake',
      ${of.openedAt}, ${of.units}::text[], '{}', ${of.openedAt}, 0)
    returning id`.execute(tx);
  const { id } = rows[0]!;
  await sql`
    insert into casework.case_facts (case_id, facts) values (${id}, ${JSON.stringify(of.facts)}::text::jsonb)`.execute(
    tx,
  );
  return id;
}

/** Locks an alert until the transaction ends, so that it is tied to one case only. */
export async function lockAlert(tx: Db, alertId: number): Promise<void> {
  await sql`select from casework.alerts where id = ${alertId} for no key update`.execute(tx);
}

/** Ties alerts to a case; those tied to another stay there, and are absent from the answer. */
export async function tieAlerts(
  tx: Db,
  caseId: number,
  alertIds: readonly number[],
  at: Date,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    insert into casework.case_alerts (alert_id, case_id, joined_at)
    select unnest(${alertIds}::bigint[]), ${caseId}, ${at} on conflict do nothing
    returning alert_id as id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Looses an alert from its case. */
export async function untieAlert(tx: Db, caseId: number, alertId: number): Promise<void> {
  await sql`delete from casework.case_alerts where case_id = ${caseId} and alert_id = ${alertId}`.execute(tx);
}

/** The case an alert belongs to. */
export async function findCaseOfAlert(db: Db, alertId: number): Promise<number | undefined> {
  const { rows } = await sql<{ caseId: number }>`
    select case_id as "caseId" from casework.case_alerts where alert_id = ${alertId}`.execute(db);
  return rows[0]?.caseId;
}

/** Cases about a person, newest first. */
export async function casesAbout(db: Db, hprNumber: number): Promise<{ id: number; isOpen: boolean }[]> {
  const { rows } = await sql<{ id: number; isOpen: boolean }>`
    select id, stage <> 'closed' as "isOpen" from casework.cases where hpr_number = ${hprNumber} order by id desc`.execute(
    db,
  );
  return rows;
}

/** Valid alerts confirmed to be about somebody that no case has taken up, oldest first. */
export async function alertsWithoutCase(db: Db, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select i.alert_id as id from casework.alert_identities i join casework.alerts a on a.id = i.alert_id
    where i.state = 'confirmed' and a.status = 'valid'
      and not exists (select from casework.case_alerts c where c.alert_id = i.alert_id)
    order by i.alert_id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Locks everything about one person until the transaction ends, so that two openings at once give one case. */
export async function lockPerson(tx: Db, hprNumber: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('casework.cases.hpr'), ${hprNumber}::int)`.execute(tx);
}

/** Names as the register has them after a load, for cases about people whose names have changed. */
export async function refreshNames(tx: Db): Promise<void> {
  await sql`
    update casework.cases c set surname = p.surname, forename = p.forename
    from casework.register_people p
    where p.hpr_number = c.hpr_number and (c.surname, c.forename) is distinct from (p.surname, p.forename)`.execute(
    tx,
  );
}

/** Whether an alert has once been taken out of a case. */
export async function wasTakenApart(db: Db, caseId: number, alertId: number): Promise<boolean> {
  const { rows } = await sql`
    select from casework.case_acts
    where case_id = ${caseId} and act = 'takeAlertApart' and (input ->> 'alertId')::bigint = ${alertId} limit 1`.execute(
    db,
  );
  return rows.length > 0;
}
