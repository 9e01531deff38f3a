import type { AuditActor, AuditFilter } from "@varde/contract";
import { type Kysely, type RawBuilder, sql } from "kysely";

/** What an entry shows of itself in a list. */
export interface ListedEntry {
  readonly id: number;
  readonly at: Date;
  readonly actor: AuditActor;
  readonly onBehalfOf: AuditActor | null;
  readonly act: string;
  readonly object: { readonly type: string; readonly id: string } | null;
  readonly purpose: string | null;
  readonly refused: boolean;
  readonly seq: number | null;
}

/** An entry whole, with its seal. */
export interface WholeEntry extends ListedEntry {
  readonly details: Record<string, unknown>;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly sealedAt: Date | null;
  readonly hash: string | null;
}

/** An actor in the shape of the contract. */
export const actorOf = (column: string): RawBuilder<AuditActor> =>
  sql<AuditActor>`jsonb_build_object('kind', ${sql.ref(column)} ->> 'kind', 'id', ${sql.ref(column)} ->> 'id', 'name', ${nameOf(column)})`;

const nameOf = (column: string) =>
  sql`coalesce(${sql.ref(column)} ->> 'name', ${sql.ref(column)} ->> 'user', ${sql.ref(column)} ->> 'address', '')`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Acts that say somebody was refused. */
export const IS_REFUSED = sql<boolean>`a.act ~ '^refused|Refused$|WithoutRole$'`;

const LISTED = sql`
  a.id, a.at, ${actorOf("a.actor")} as actor,
  case when a.on_behalf_of is not null then ${actorOf("a.on_behalf_of")} end as "onBehalfOf", a.act,
  case when a.object_type is not null then jsonb_build_object('type', a.object_type, 'id', a.object_id) end as object,
  a.purpose, ${IS_REFUSED} as refused, s.seq`;

/** Whether an instant lies in days as Norway counts them; an end not given is open. */
export function inDays(column: RawBuilder<unknown>, { from, to }: Pick<AuditFilter, "from" | "to">) {
  const midnight = (day: RawBuilder<unknown>) => sql`(${day}::timestamp at time zone 'Europe/Oslo')`;
  return sql<boolean>`(${from ?? null}::date is null or ${column} >= ${midnight(sql`${from ?? null}::date`)})
    and (${to ?? null}::date is null or ${column} < ${midnight(sql`(${to ?? null}::date + 1)`)})`;
}

/** Whether an entry is of somebody, by id or by name. Ids alone are found in an index, however long the log is. */
function isActor(actor: string) {
  return UUID.test(actor)
    ? sql<boolean>`(a.actor ? 'id' and a.actor ->> 'id' = ${actor})`
    : sql<boolean>`(a.actor ->> 'id' = ${actor} or ${nameOf("a.actor")} = ${actor})`;
}

/** Entries that meet every part of a filter, newest first, before an id where one is given. */
export async function listEntries(
  db: Kysely<unknown>,
  { actor, act, objectType, objectId, purpose, refused, ...days }: AuditFilter,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<ListedEntry[]> {
  const conditions = [
    inDays(sql`a.at`, days),
    ...(actor ? [isActor(actor)] : []),
    ...(act ? [sql<boolean>`a.act = ${act}`] : []),
    ...(objectType ? [sql<boolean>`a.object_type = ${objectType}`] : []),
    ...(objectId ? [sql<boolean>`a.object_id = ${objectId}`] : []),
    ...(purpose ? [sql<boolean>`strpos(lower(a.purpose), lower(${purpose})) > 0`] : []),
    ...(refused ? [IS_REFUSED] : []),
    ...(before === undefined ? [] : [sql<boolean>`a.id < ${before}`]),
  ];
  const { rows } = await sql<ListedEntry>`
    select ${LISTED} from platform.audit a left join platform.audit_seals s on s.entry_id = a.id
    where ${sql.join(conditions, sql` and `)} order by a.id desc limit ${limit}
  `.execute(db);
  return rows;
}

/** One entry whole, where there is one. */
export async function findEntry(db: Kysely<unknown>, id: number): Promise<WholeEntry | undefined> {
  const { rows } = await sql<WholeEntry>`
    select ${LISTED}, a.details, a.before, a.after, s.sealed_at as "sealedAt", s.hash
    from platform.audit a left join platform.audit_seals s on s.entry_id = a.id where a.id = ${id}
  `.execute(db);
  return rows[0];
}

/** The last verdict on the chain, whoever asked for it. */
export async function lastVerdict(
  db: Kysely<unknown>,
): Promise<{ readonly at: Date; readonly verdict: unknown } | undefined> {
  const { rows } = await sql<{ at: Date; verdict: unknown }>`
    select at, details -> 'verdict' as verdict from platform.audit where act = 'verifyAudit' order by id desc limit 1
  `.execute(db);
  return rows[0];
}
