import type { DataSubject } from "@varde/contract";
import { type Kysely, sql } from "kysely";

/** What Varde knows a person by. */
export interface KnownSubject {
  readonly hprNumbers: readonly number[];
  /** Alerts that are about the person: confirmed as theirs, or with their identity number, or their name and birth date. */
  readonly alerts: readonly number[];
}

/** The numbers in HPR a person has, also those another has replaced. */
export async function hprNumbersOf(db: Kysely<unknown>, subject: DataSubject): Promise<number[]> {
  const is =
    "hprNumber" in subject
      ? sql`hpr_number = ${subject.hprNumber}`
      : "nationalId" in subject
        ? sql`national_id = ${digitsOf(subject.nationalId)}`
        : sql`lower(surname) = lower(${subject.surname}) and lower(concat_ws(' ', forename, middle)) = lower(${subject.forename})
            and birth_date::text = ${subject.birthDate}`;
  const { rows } = await sql<{ hpr_number: number }>`
    with recursive own as (
      select hpr_number, replaced_by from casework.register_people where ${is}
      union
      select p.hpr_number, p.replaced_by from casework.register_people p
        join own on p.hpr_number = own.replaced_by or p.replaced_by = own.hpr_number
    )
    select hpr_number from own order by 1
  `.execute(db);
  return rows.map(({ hpr_number }) => hpr_number);
}

/** How many different people in HPR have these numbers, where one that replaces another is the same person. */
export async function countPeople(db: Kysely<unknown>, hprNumbers: readonly number[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from casework.register_people
    where hpr_number = any(${[...hprNumbers]}::bigint[]) and replaced_by is null
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** Alerts about a person; never those an officer has confirmed to be about somebody else. */
export async function alertsAbout(
  db: Kysely<unknown>,
  subject: DataSubject,
  hprNumbers: readonly number[],
): Promise<number[]> {
  const asked =
    "surname" in subject
      ? sql`lower(v.surname) = lower(${subject.surname}) and lower(v.forename) = lower(${subject.forename})
          and v.birth_date = ${subject.birthDate}`
      : "nationalId" in subject
        ? sql`regexp_replace(v.national_id, '\\W', '', 'g') = ${digitsOf(subject.nationalId)}`
        : sql`false`;
  const { rows } = await sql<{ id: number }>`
    with own as (
      select * from casework.register_people where hpr_number = any(${[...hprNumbers]}::bigint[])
    )
    select distinct v.alert_id as id from casework.alert_versions v
      left join casework.alert_identities i on i.alert_id = v.alert_id
    where coalesce(i.confirmed_hpr = any(${[...hprNumbers]}::bigint[]), true)
      and (i.confirmed_hpr is not null or ${asked} or exists (
        select from own where regexp_replace(v.national_id, '\\W', '', 'g') = own.national_id
          or (lower(v.surname) = lower(own.surname) and v.birth_date = own.birth_date::text
            and lower(v.forename) in (lower(own.forename), lower(concat_ws(' ', own.forename, own.middle))))
      ))
    order by 1
  `.execute(db);
  return rows.map(({ id }) => id);
}

function digitsOf(number: string): string {
  return number.replace(/\W/g, "");
}
