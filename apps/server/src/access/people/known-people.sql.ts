import type { KnownPerson, Role } from "@varde/contract";
import { type Kysely, sql } from "kysely";

/** Which people to list. */
export interface PeopleWanted {
  readonly search?: string | undefined;
  readonly state?: "active" | "deactivated" | undefined;
  readonly withoutRole?: boolean | undefined;
  /** Name and id of the last one before these. */
  readonly after?: { readonly name: string; readonly id: string } | undefined;
  readonly limit: number;
}

type Row = Omit<KnownPerson, "firstLoginAt" | "lastLoginAt" | "deactivatedAt"> & {
  firstLoginAt: Date;
  lastLoginAt: Date;
  deactivatedAt: Date | null;
};

/** People who have logged in, by name. */
export async function listKnownPeople(
  db: Kysely<unknown>,
  { search, state, withoutRole, after, limit }: PeopleWanted,
  now: Date,
): Promise<KnownPerson[]> {
  const wanted = sql`
    (${search ?? null}::text is null or strpos(lower(p.name), lower(${search ?? null}::text)) > 0)
    and (${state ?? null}::text is null or (p.deactivated_at is null) = (${state ?? null}::text = 'active'))
    and (${withoutRole ?? null}::boolean is null or (p.roles = '{}') = ${withoutRole ?? null}::boolean)
    and (${after?.name ?? null}::text is null or (p.name, p.id) > (${after?.name ?? null}, ${after?.id ?? null}::uuid))
  `;
  const { rows } = await sql<Row>`
    ${known(now)} where p.kind = 'person' and ${wanted} order by p.name, p.id limit ${limit}
  `.execute(db);
  return rows.map(shown);
}

/** One person, or nothing. With `lock` nobody else changes them meanwhile. */
export async function findKnownPerson(
  db: Kysely<unknown>,
  id: string,
  now: Date,
  { lock = false } = {},
): Promise<KnownPerson | undefined> {
  const { rows } = await sql<Row>`
    ${known(now)} where p.kind = 'person' and p.id = ${id} ${lock ? sql`for update of p` : sql``}
  `.execute(db);
  return rows[0] && shown(rows[0]);
}

function known(now: Date) {
  return sql`
    select p.id, p.name, p.roles, p.roles_from as "rolesFrom", p.issuer, p.first_login_at as "firstLoginAt",
           p.last_login_at as "lastLoginAt", p.deactivated_at as "deactivatedAt",
           p.deactivated_reason as "deactivatedReason",
           (select count(*)::int from access.sessions s
            where s.person_id = p.id and s.ends_at > ${now} and s.idle_ends_at > ${now}) as "openSessions"
    from access.people p
  `;
}

function shown({ firstLoginAt, lastLoginAt, deactivatedAt, ...row }: Row): KnownPerson {
  return {
    ...row,
    firstLoginAt: firstLoginAt.toISOString(),
    lastLoginAt: lastLoginAt.toISOString(),
    deactivatedAt: deactivatedAt?.toISOString() ?? null,
  };
}

/** Shuts a person out, with the reason, or lets them in again where none is given. */
export async function setDeactivated(
  db: Kysely<unknown>,
  id: string,
  shutOut: { readonly at: Date; readonly reason: string } | undefined,
): Promise<void> {
  await sql`
    update access.people
    set deactivated_at = ${shutOut?.at ?? null}, deactivated_reason = ${shutOut?.reason ?? null}
    where id = ${id}
  `.execute(db);
}

/** Gives a person their roles, and a name where one is told. */
export async function setRoles(
  db: Kysely<unknown>,
  id: string,
  { roles, name }: { readonly roles: readonly Role[]; readonly name?: string | undefined },
): Promise<void> {
  await sql`
    update access.people set roles = ${roles}::text[], name = coalesce(${name ?? null}, name) where id = ${id}
  `.execute(db);
}
