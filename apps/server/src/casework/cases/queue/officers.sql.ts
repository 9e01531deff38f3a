import { type Kysely, sql } from "kysely";
import type { PersonRef } from "../procedure/persons.ts";

type Db = Kysely<unknown>;

/** Roles of those who can have a case. */
const CASE_ROLES = ["firstLine", "secondLine", "processOwner"];

/** An officer by the id of the account; nothing where there is none or the person has another kind of role. */
export async function findOfficer(db: Db, personId: string): Promise<PersonRef | undefined> {
  const { rows } = await sql<PersonRef>`
    select id, name from access.people where id = ${personId} and roles && ${CASE_ROLES}::text[]`.execute(db);
  return rows[0];
}

/** An officer with where they belong, what they have to do and whether they are away. */
export interface OfficerRow {
  id: string;
  name: string;
  units: string[];
  openCases: number;
  absentUntil: Date | null;
  standIn: string | null;
}

/** Everybody who can have a case, by name, as they stand at an instant. */
export async function listOfficerRows(db: Db, at: Date): Promise<OfficerRow[]> {
  const { rows } = await sql<OfficerRow>`
    select p.id, p.name,
      (select coalesce(array_agg(m.unit order by m.unit), '{}') from access.memberships m where m.person_id = p.id) as units,
      (select count(*) from casework.cases c where c.assignee_id = p.id and c.stage <> 'closed')::int as "openCases",
      b.until_at as "absentUntil",
      (select s.name from access.stand_ins i join access.people s on s.id = i.stand_in_id
        where i.absent_id = p.id and i.ended_at is null and i.from_at <= ${at} and i.until_at > ${at}
        order by i.id limit 1) as "standIn"
    from access.people p
    left join lateral (select max(until_at) as until_at from casework.case_absences
      where person_id = p.id and ended_at is null and from_at <= ${at} and until_at > ${at}) b on true
    where p.roles && ${CASE_ROLES}::text[] order by p.name, p.id`.execute(db);
  return rows;
}

/** Officers who are away at an instant, and whether anybody stands in for them. */
export async function listAway(db: Db, at: Date): Promise<{ personId: string; hasStandIn: boolean }[]> {
  const { rows } = await sql<{ personId: string; hasStandIn: boolean }>`
    select b.person_id as "personId", exists (select from access.stand_ins s where s.absent_id = b.person_id
      and s.ended_at is null and s.from_at <= ${at} and s.until_at > ${at}) as "hasStandIn"
    from casework.case_absences b
    where b.ended_at is null and b.from_at <= ${at} and b.until_at > ${at} group by 1`.execute(db);
  return rows;
}

/** Says that somebody is away. */
export async function insertAbsence(
  tx: Db,
  of: { personId: string; from: Date; until: Date; actor: object; at: Date },
): Promise<void> {
  await sql`
    insert into casework.case_absences (person_id, from_at, until_at, actor, at)
    values (${of.personId}, ${of.from}, ${of.until}, ${JSON.stringify(of.actor)}::text::jsonb, ${of.at})`.execute(
    tx,
  );
}

/** Ends every absence of somebody that runs or is to come; how many there were. */
export async function endAbsences(tx: Db, personId: string, at: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update casework.case_absences set ended_at = ${at}
    where person_id = ${personId} and ended_at is null and until_at > ${at}`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
