import { type Kysely, sql } from "kysely";
import type { ChainHead } from "../chain/chain-entry.ts";

/** When a head was told to a place outside the database. */
export interface ToldHead extends ChainHead {
  readonly place: string;
  readonly at: Date;
}

/** Remembers that a head was told to a place outside. */
export async function insertAnchor(db: Kysely<unknown>, { place, at, seq, hash }: ToldHead): Promise<void> {
  await sql`
    insert into platform.audit_anchors (at, place, seq, hash) values (${at}, ${place}, ${seq}, ${hash})
  `.execute(db);
}

/** The head each place was told last. */
export async function latestAnchors(db: Kysely<unknown>): Promise<ToldHead[]> {
  const { rows } = await sql<ToldHead>`
    select distinct on (place) place, at, seq, hash from platform.audit_anchors order by place, id desc
  `.execute(db);
  return rows;
}
