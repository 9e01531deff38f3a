import type { Permission } from "@varde/contract";
import { type Kysely, sql } from "kysely";
import type { Actor } from "../../platform/audit/index.ts";
import type { Named } from "../standing/standing.ts";
import type { WantedStandIn } from "./stand-in.rules.ts";

type Db = Kysely<unknown>;

/** A stand-in as it is stored. */
export interface StandInRow {
  readonly id: number;
  readonly absent: Named;
  readonly standIn: Named;
  readonly from: Date;
  readonly until: Date;
  readonly permissions: Permission[] | null;
  readonly units: string[] | null;
  readonly reason: string;
  readonly givenBy: string;
  readonly endedAt: Date | null;
}

/** Which stand-ins are asked for; with `past` those that are over as well. */
export interface StandInFilter {
  readonly id?: number;
  readonly personId?: string | undefined;
  readonly past: boolean;
}

/** Stand-ins, those that end first at the top. */
export async function listStandIns(
  db: Db,
  { id, personId, past }: StandInFilter,
  at: Date,
): Promise<StandInRow[]> {
  const { rows } = await sql<StandInRow>`
    select s.id, jsonb_build_object('id', a.id, 'name', a.name) as absent,
      jsonb_build_object('id', b.id, 'name', b.name) as "standIn", s.from_at as "from", s.until_at as until,
      s.permissions, s.units, s.reason, coalesce(s.given_by ->> 'name', '') as "givenBy", s.ended_at as "endedAt"
    from access.stand_ins s
    join access.people a on a.id = s.absent_id join access.people b on b.id = s.stand_in_id
    where (${id ?? null}::bigint is null or s.id = ${id ?? null}::bigint)
      and (${personId ?? null}::uuid is null or ${personId ?? null}::uuid in (s.absent_id, s.stand_in_id))
      and (${past} or (s.ended_at is null and s.until_at > ${at}))
    order by s.until_at, s.id
    limit 500
  `.execute(db);
  return rows;
}

/** Writes down a stand-in. Returns its number. */
export async function insertStandIn(
  tx: Db,
  wanted: WantedStandIn & { readonly reason: string },
  { actor, at }: { actor: Actor; at: Date },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into access.stand_ins
      (absent_id, stand_in_id, from_at, until_at, permissions, units, reason, given_by, given_at)
    values (${wanted.absentId}, ${wanted.standInId}, ${wanted.from}, ${wanted.until}, ${wanted.limits.permissions},
      ${wanted.limits.units}, ${wanted.reason}, ${JSON.stringify(actor)}::text::jsonb, ${at})
    returning id
  `.execute(tx);
  return rows[0]!.id;
}

/** Ends a stand-in; false where it has been ended before. */
export async function endStandIn(
  tx: Db,
  id: number,
  { actor, at }: { actor: Actor; at: Date },
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update access.stand_ins set ended_at = ${at}, ended_by = ${JSON.stringify(actor)}::text::jsonb
    where id = ${id} and ended_at is null and until_at > ${at}
  `.execute(tx);
  return numAffectedRows > 0n;
}
