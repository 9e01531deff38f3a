import type { Colleague, UnitView } from "@varde/contract";
import { type Kysely, sql } from "kysely";
import type { Actor } from "../../platform/audit/index.ts";

type Db = Kysely<unknown>;

/** All units with their members, each above those below it, then by name. */
export async function listUnits(db: Db): Promise<UnitView[]> {
  const { rows } = await sql<UnitView>`
    with recursive placed as (
      select code, array[code] as path from access.units where parent is null
      union all
      select u.code, p.path || u.code from access.units u join placed p on u.parent = p.code
      where not u.code = any(p.path)
    )
    select u.code, u.parent, u.name, u.closed_at is not null as closed,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name), '[]')
        from access.memberships m join access.people p on p.id = m.person_id
        where m.unit = u.code and p.deactivated_at is null) as members
    from access.units u join placed on placed.code = u.code
    order by placed.path
  `.execute(db);
  return rows;
}

/** Keeps the tree of units as it is until the transaction ends, so that two changes cannot make a ring. */
export async function lockUnits(tx: Db): Promise<void> {
  await sql`lock table access.units in share row exclusive mode`.execute(tx);
}

/** Adds a unit; false where the code is taken. */
export async function insertUnit(
  tx: Db,
  { code, parent, name }: Omit<UnitView, "closed" | "members">,
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    insert into access.units (code, parent, name) values (${code}, ${parent}, ${JSON.stringify(name)}::text::jsonb)
    on conflict do nothing
  `.execute(tx);
  return numAffectedRows > 0n;
}

/** Changes a unit. `at` is when it was closed, should it be closed now. */
export async function updateUnit(
  tx: Db,
  { code, parent, name, closed }: Omit<UnitView, "members">,
  at: Date,
): Promise<void> {
  await sql`
    update access.units set parent = ${parent}, name = ${JSON.stringify(name)}::text::jsonb,
      closed_at = case when ${closed} then coalesce(closed_at, ${at}) end
    where code = ${code}
  `.execute(tx);
}

/** Everybody who works here, or one of them. `at` is when they may be away. */
export async function listColleagues(db: Db, at: Date, id?: string): Promise<Colleague[]> {
  const { rows } = await sql<Omit<Colleague, "awayUntil"> & { awayUntil: Date | null }>`
    select p.id, p.name, p.roles,
      (select coalesce(array_agg(m.unit order by m.unit), '{}') from access.memberships m where m.person_id = p.id) as units,
      (select c.units is not null from access.unit_choices c where c.person_id = p.id order by c.id desc limit 1)
        is true as "unitsChosen",
      (select max(s.until_at) from access.stand_ins s
        where s.absent_id = p.id and s.ended_at is null and s.from_at <= ${at} and s.until_at > ${at}) as "awayUntil"
    from access.people p
    where p.kind = 'person' and p.deactivated_at is null and (${id ?? null}::uuid is null or p.id = ${id ?? null}::uuid)
    order by p.name, p.id
  `.execute(db);
  return rows.map(({ awayUntil, ...row }) => ({ ...row, awayUntil: awayUntil?.toISOString() ?? null }));
}

/** Writes down which units a person belongs to; null lets the roles decide again. */
export async function insertUnitChoice(
  tx: Db,
  choice: { personId: string; units: readonly string[] | null; at: Date; actor: Actor },
): Promise<void> {
  await sql`
    insert into access.unit_choices (person_id, units, at, actor)
    values (${choice.personId}, ${choice.units}, ${choice.at}, ${JSON.stringify(choice.actor)}::text::jsonb)
  `.execute(tx);
}
