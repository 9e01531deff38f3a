import { type Kysely, sql } from "kysely";
import { CHAIN_START, type ChainEntry, type ChainHead, type SealedEntry } from "./chain-entry.ts";

/** Any number, the same in every process: whoever holds it extends the chain. */
const CHAIN_LOCK = 0x61756474;

const MICROSECONDS = sql.lit(`YYYY-MM-DD"T"HH24:MI:SS.US"Z"`);

/** What an entry holds, in the keys of the chain. */
const CONTENT = sql`
  a.id, to_char(a.at at time zone 'UTC', ${MICROSECONDS}) as at, a.actor, a.on_behalf_of as "onBehalfOf", a.act,
  case when a.object_type is not null then jsonb_build_object('type', a.object_type, 'id', a.object_id) end as object,
  a.purpose, a.details, a.before, a.after`;

/** An entry of the log that has no place in the chain yet. */
export type UnsealedEntry = Omit<ChainEntry, "seq" | "sealedAt">;

/** Lets nobody else extend the chain until the transaction ends, which a process that stands still cannot put off. */
export async function lockChain(tx: Kysely<unknown>): Promise<void> {
  await sql`set local idle_in_transaction_session_timeout = '30s'`.execute(tx);
  await sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`.execute(tx);
}

/** The last link, or the start of the chain where there is none. */
export async function chainHead(db: Kysely<unknown>): Promise<ChainHead> {
  const { rows } = await sql<ChainHead>`
    select seq, hash from platform.audit_seals order by seq desc limit 1
  `.execute(db);
  return rows[0] ?? CHAIN_START;
}

/** How many entries await their place, and since when the oldest has. */
export async function countUnsealed(db: Kysely<unknown>): Promise<{ count: number; since: Date | null }> {
  const { rows } = await sql<{ count: number; since: Date | null }>`
    select count(*)::int as count, min(at) as since from platform.audit_unsealed u join platform.audit a on a.id = u.entry_id
  `.execute(db);
  return rows[0]!;
}

/** Whether any entry awaits its place. */
export async function hasUnsealed(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql`select from platform.audit_unsealed limit 1`.execute(db);
  return rows.length > 0;
}

/** Takes the first entries out of those that await their place, in the order of their numbers. */
export async function takeUnsealed(tx: Kysely<unknown>, limit: number): Promise<UnsealedEntry[]> {
  const { rows } = await sql<UnsealedEntry>`
    with taken as (
      delete from platform.audit_unsealed where entry_id in (
        select entry_id from platform.audit_unsealed order by entry_id limit ${limit}
      ) returning entry_id
    )
    select ${CONTENT} from taken join platform.audit a on a.id = taken.entry_id
    where not exists (select from platform.audit_seals s where s.entry_id = a.id)
    order by a.id
  `.execute(tx);
  return rows;
}

/** Adds links to the chain. */
export async function insertSeals(tx: Kysely<unknown>, sealed: readonly SealedEntry[]): Promise<void> {
  await sql`
    insert into platform.audit_seals (seq, entry_id, sealed_at, hash)
    select * from unnest(
      ${sealed.map(({ seq }) => seq)}::bigint[], ${sealed.map(({ id }) => id)}::bigint[],
      ${sealed.map(({ sealedAt }) => sealedAt)}::timestamptz[], ${sealed.map(({ hash }) => hash)}::text[]
    )
  `.execute(tx);
}

/** A link of the chain as it stands in the database; `id` is null where the entry itself is gone. */
export type StoredLink = SealedEntry | { readonly seq: number; readonly id: null };

/** The links after a number and up to another, both of the chain, in its order. */
export async function pageOfChain(
  db: Kysely<unknown>,
  { after, upTo, limit }: { after: number; upTo: number; limit: number },
): Promise<StoredLink[]> {
  const { rows } = await sql<StoredLink>`
    select s.seq, s.hash, to_char(s.sealed_at at time zone 'UTC', ${MICROSECONDS}) as "sealedAt", ${CONTENT}
    from platform.audit_seals s left join platform.audit a on a.id = s.entry_id
    where s.seq > ${after} and s.seq <= ${upTo} order by s.seq limit ${limit}
  `.execute(db);
  return rows;
}

/** The first entry of the log that neither has a place in the chain nor awaits one; it came in past the log. */
export async function findStray(db: Kysely<unknown>): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select a.id from platform.audit a
    where not exists (select from platform.audit_seals s where s.entry_id = a.id)
      and not exists (select from platform.audit_unsealed u where u.entry_id = a.id)
    order by a.id limit 1
  `.execute(db);
  return rows[0]?.id;
}
