import { type Kysely, sql } from "kysely";
import type { Actor } from "../../platform/audit/index.ts";
import type { Named } from "../standing/standing.ts";

type Db = Kysely<unknown>;

/** An emergency opening as it is stored. */
export interface OpeningRow {
  readonly id: number;
  readonly person: Named;
  readonly caseId: number;
  readonly reason: string;
  readonly openedAt: Date;
  readonly until: Date;
  readonly seenBy: string | null;
  readonly seenAt: Date | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
}

/** Which openings are asked for. */
export interface OpeningFilter {
  readonly id?: number;
  readonly personId?: string | undefined;
  readonly unseen: boolean;
  /** Only those with a smaller number. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Emergency openings, newest first. */
export async function listOpenings(db: Db, filter: OpeningFilter): Promise<OpeningRow[]> {
  const { id = null, personId = null, unseen, before = null, limit } = filter;
  const { rows } = await sql<OpeningRow>`
    select o.id, jsonb_build_object('id', p.id, 'name', p.name) as person, o.case_id as "caseId", o.reason,
      o.opened_at as "openedAt", o.until_at as until, o.seen_by ->> 'name' as "seenBy", o.seen_at as "seenAt",
      o.ended_by ->> 'name' as "endedBy", o.ended_at as "endedAt"
    from access.openings o join access.people p on p.id = o.person_id
    where (${id}::bigint is null or o.id = ${id}::bigint)
      and (${personId}::uuid is null or o.person_id = ${personId}::uuid)
      and (not ${unseen} or o.seen_at is null)
      and (${before}::bigint is null or o.id < ${before}::bigint)
    order by o.id desc
    limit ${limit}
  `.execute(db);
  return rows;
}

/** How many openings nobody has noted, of one person or of all. */
export async function countUnseen(db: Db, personId?: string): Promise<number> {
  const { rows } = await sql<{ unseen: number }>`
    select count(*)::int as unseen from access.openings
    where seen_at is null and (${personId ?? null}::uuid is null or person_id = ${personId ?? null}::uuid)
  `.execute(db);
  return rows[0]?.unseen ?? 0;
}

/** Ends an opening before its time; false where it is over. */
export async function markEnded(
  tx: Db,
  id: number,
  { actor, at }: { actor: Actor; at: Date },
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update access.openings set ended_at = ${at}, ended_by = ${JSON.stringify(actor)}::text::jsonb
    where id = ${id} and ended_at is null and until_at > ${at}
  `.execute(tx);
  return numAffectedRows > 0n;
}

/** Opens a case for a person. Returns the number of the opening. */
export async function insertOpening(
  tx: Db,
  opening: { personId: string; caseId: number; reason: string; at: Date; until: Date },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into access.openings (person_id, case_id, reason, opened_at, until_at)
    values (${opening.personId}, ${opening.caseId}, ${opening.reason}, ${opening.at}, ${opening.until})
    returning id
  `.execute(tx);
  return rows[0]!.id;
}

/** Notes an opening as seen; false where that has been done. */
export async function markSeen(
  tx: Db,
  id: number,
  { actor, at }: { actor: Actor; at: Date },
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update access.openings set seen_at = ${at}, seen_by = ${JSON.stringify(actor)}::text::jsonb
    where id = ${id} and seen_at is null
  `.execute(tx);
  return numAffectedRows > 0n;
}
