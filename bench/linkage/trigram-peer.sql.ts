import type { PersonRecord } from "@varde/linkage";
import { type Kysely, sql } from "kysely";

/** A row found by the peer; the score is in no unit, but higher is likelier. */
export interface PeerCandidate {
  id: string;
  score: number;
}

const ROWS_AT_ONCE = 5_000;

/**
 * Linking as far as PostgreSQL comes with its own means: similar trigrams of the whole name, or a birth date that is the
 * same or off in one of the usual ways, both indexed; the sum of both ranks. Names are folded alike on both sides.
 */
export class TrigramPeer {
  readonly #db: Kysely<unknown>;

  /** @param db one connection, allowed to make an extension and a schema */
  constructor(db: Kysely<unknown>) {
    this.#db = db;
  }

  /** Fills the table anew and indexes it. Throws where the server does not ship pg_trgm. */
  async fill(people: Iterable<PersonRecord>, stop: AbortSignal): Promise<void> {
    const db = this.#db;
    await sql`create extension if not exists pg_trgm`.execute(db);
    await sql`drop schema if exists bench_linkage cascade`.execute(db);
    await sql`create schema bench_linkage`.execute(db);
    await sql`create unlogged table bench_linkage.person (id text not null, name text not null, born date)`.execute(
      db,
    );
    let batch: PersonRecord[] = [];
    for (const person of people) {
      if (batch.push(person) < ROWS_AT_ONCE) continue;
      stop.throwIfAborted();
      await this.#insert(batch);
      batch = [];
    }
    await this.#insert(batch);
    await sql`set maintenance_work_mem = '512MB'`.execute(db);
    await sql`create index on bench_linkage.person using gin (name gin_trgm_ops)`.execute(db);
    await sql`create index on bench_linkage.person (born)`.execute(db);
    await sql`vacuum analyze bench_linkage.person`.execute(db);
    await sql`set pg_trgm.similarity_threshold = 0.5`.execute(db);
  }

  async #insert(people: readonly PersonRecord[]): Promise<void> {
    await sql`
      insert into bench_linkage.person
      select * from unnest(
        ${people.map(({ id }) => id)}::text[],
        ${people.map(nameOf)}::text[],
        ${people.map(dateOf)}::date[])`.execute(this.#db);
  }

  /** The ten likeliest rows. */
  async find(query: PersonRecord): Promise<PeerCandidate[]> {
    const name = nameOf(query);
    const born = dateOf(query);
    const { rows } = await sql<PeerCandidate>`
      with near as (
        select d::date as born from unnest(array[
          ${born}::date, ${swapped(born)}::date,
          ${born}::date - 1, ${born}::date + 1,
          (${born}::date - interval '1 year')::date, (${born}::date + interval '1 year')::date,
          (${born}::date - interval '10 years')::date, (${born}::date + interval '10 years')::date
        ]) as d
      ), found as (
        select id, name, born from bench_linkage.person where born in (select born from near)
        union
        select id, name, born from bench_linkage.person where name % ${name}
      )
      select id,
        similarity(name, ${name}) + case
          when born = ${born}::date then 1
          when born in (select born from near) then 0.7
          when (extract(year from born) = extract(year from ${born}::date))::int
             + (extract(month from born) = extract(month from ${born}::date))::int
             + (extract(day from born) = extract(day from ${born}::date))::int >= 2 then 0.4
          else 0 end as score
      from found order by score desc, id limit 10`.execute(this.#db);
    return rows;
  }
}

const nameOf = ({ forenames, surnames }: PersonRecord): string =>
  [...forenames, ...surnames]
    .join(" ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ø/g, "o")
    .replace(/æ/g, "ae")
    .replace(/ð/g, "d")
    .replace(/þ/g, "th")
    .replace(/ß/g, "ss")
    .replace(/ł/g, "l");

/** A whole date, or null: the peer has no use for a part of one. */
const dateOf = ({ birthDate }: PersonRecord): string | null =>
  birthDate !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(birthDate) ? birthDate : null;

/** The date with day and month exchanged, where there is such a date. */
function swapped(born: string | null): string | null {
  const [year = "", month = "", day = ""] = born?.split("-") ?? [];
  return Number(day) >= 1 && Number(day) <= 12 ? `${year}-${day}-${month}` : null;
}
