import { type Kysely, sql } from "kysely";
import type { Actor } from "../../platform/audit/index.ts";
import type { Named } from "../standing/standing.ts";

type Db = Kysely<unknown>;

/** An exclusion as it is stored. */
export interface ExclusionRow {
  readonly id: number;
  readonly person: Named;
  readonly caseId: number;
  readonly reason: string;
  readonly givenBy: string;
  readonly givenAt: Date;
  readonly endedBy: string | null;
  readonly endedReason: string | null;
  readonly endedAt: Date | null;
}

/** Which exclusions are asked for. */
export interface ExclusionFilter {
  readonly id?: number;
  readonly caseId?: number | undefined;
  readonly personId?: string | undefined;
}

/** Exclusions, newest first. */
export async function listExclusions(
  db: Db,
  { id, caseId, personId }: ExclusionFilter,
): Promise<ExclusionRow[]> {
  const { rows } = await sql<ExclusionRow>`
    select e.id, jsonb_build_object('id', p.id, 'name', p.name) as person, e.case_id as "caseId", e.reason,
      coalesce(e.given_by ->> 'name', '') as "givenBy", e.given_at as "givenAt",
      e.ended_by ->> 'name' as "endedBy", e.ended_reason as "endedReason", e.ended_at as "endedAt"
    from access.exclusions e join access.people p on p.id = e.person_id
    where (${id ?? null}::bigint is null or e.id = ${id ?? null}::bigint)
      and (${caseId ?? null}::bigint is null or e.case_id = ${caseId ?? null}::bigint)
      and (${personId ?? null}::uuid is null or e.person_id = ${personId ?? null}::uuid)
    order by e.id desc
    limit 500
  `.execute(db);
  return rows;
}

/** Shuts a person out of a case. Returns the number of the exclusion, or nothing where they are shut out already. */
export async function insertExclusion(
  tx: Db,
  exclusion: { personId: string; caseId: number; reason: string; actor: Actor; at: Date },
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into access.exclusions (person_id, case_id, reason, given_by, given_at)
    values (${exclusion.personId}, ${exclusion.caseId}, ${exclusion.reason},
      ${JSON.stringify(exclusion.actor)}::text::jsonb, ${exclusion.at})
    on conflict (person_id, case_id) where ended_at is null do nothing
    returning id
  `.execute(tx);
  return rows[0]?.id;
}

/** Lets a person in again; false where that has been done. */
export async function endExclusion(
  tx: Db,
  id: number,
  { reason, actor, at }: { reason: string; actor: Actor; at: Date },
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update access.exclusions
    set ended_at = ${at}, ended_reason = ${reason}, ended_by = ${JSON.stringify(actor)}::text::jsonb
    where id = ${id} and ended_at is null
  `.execute(tx);
  return numAffectedRows > 0n;
}
