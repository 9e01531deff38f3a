import { type Kysely, type RawBuilder, sql } from "kysely";
import type { AbsenceRow, StandingRow } from "./standing.ts";
import type { UnitInTree } from "./unit-tree.rules.ts";

const runs = (at: Date) =>
  sql`a.deactivated_at is null and s.ended_at is null and s.from_at <= ${at} and s.until_at > ${at}`;

/** What tells in whose place a person may act, and which of their permissions pass. */
export type Absence = Pick<AbsenceRow, "person" | "roles" | "limits">;

/** The absences a person stands in for at an instant, as a JSON array: part of the question that every request asks. `personId` is no column of `s` or `a`. */
export const absencesOf = (personId: RawBuilder<unknown>, at: Date) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('person', jsonb_build_object('id', a.id, 'name', a.name),
      'roles', a.roles, 'limits', jsonb_build_object('permissions', s.permissions, 'units', s.units)) order by s.id), '[]')
    from access.stand_ins s join access.people a on a.id = s.absent_id
    where s.stand_in_id = ${personId} and ${runs(at)})`;

/** The standing of a person and the whole tree of units, in one question; nothing where there is no such person. */
export async function findStanding(
  db: Kysely<unknown>,
  personId: string,
  at: Date,
): Promise<(StandingRow & { tree: UnitInTree[] }) | undefined> {
  const { rows } = await sql<StandingRow & { tree: UnitInTree[] }>`
    select p.id, p.name, p.roles,
      (select coalesce(array_agg(m.unit), '{}') from access.memberships m where m.person_id = p.id) as units,
      (select coalesce(jsonb_agg(jsonb_build_object(
          'person', jsonb_build_object('id', a.id, 'name', a.name), 'roles', a.roles,
          'units', (select coalesce(jsonb_agg(m.unit), '[]') from access.memberships m where m.person_id = a.id),
          'excludedCases', (select coalesce(jsonb_agg(e.case_id), '[]') from access.exclusions e
            where e.person_id = a.id and e.ended_at is null),
          'until', s.until_at,
          'limits', jsonb_build_object('permissions', s.permissions, 'units', s.units)) order by s.id), '[]')
        from access.stand_ins s join access.people a on a.id = s.absent_id
        where s.stand_in_id = p.id and ${runs(at)}
      ) as "standsInFor",
      (select coalesce(jsonb_agg(e.case_id), '[]') from access.exclusions e
        where e.person_id = p.id and e.ended_at is null) as "excludedCases",
      (select coalesce(jsonb_agg(o.case_id), '[]') from access.openings o
        where o.person_id = p.id and o.opened_at <= ${at} and o.until_at > ${at} and o.ended_at is null) as "openedCases",
      (select jsonb_agg(jsonb_build_object('code', u.code, 'parent', u.parent)) from access.units u) as tree
    from access.people p where p.id = ${personId}
  `.execute(db);
  return rows[0];
}
