import type { AuditActor } from "@varde/contract";
import { type Kysely, sql } from "kysely";
import { actorOf } from "./audit-entries.sql.ts";

/** One who has looked at an object, as counted in the database. */
export interface CountedLooker {
  readonly actor: AuditActor;
  readonly onBehalfOf: AuditActor | null;
  readonly acts: readonly { readonly act: string; readonly times: number }[];
  readonly first: Date;
  readonly last: Date;
  readonly purposes: readonly string[];
}

/**
 * Lists of one type name what they showed by number alone; these are the acts whose numbers are of a type. A search of
 * everything names it by type and number.
 */
const LISTS_OF: Readonly<Record<string, readonly string[]>> = {
  alert: ["listAlerts", "searchAlerts"],
  message: ["listMessages", "searchMessages"],
  case: ["listCases", "searchCases"],
};

/** Everybody who has looked at or acted on an object, or was shown it in a list; who did so last comes first. */
export async function lookersAt(
  db: Kysely<unknown>,
  { type, id }: { readonly type: string; readonly id: string },
): Promise<CountedLooker[]> {
  const shown = Number.isSafeInteger(Number(id)) ? Number(id) : -1;
  const { rows } = await sql<CountedLooker>`
    with looks as (
      select actor, on_behalf_of, act, at, purpose from platform.audit where object_type = ${type} and object_id = ${id}
      union all
      select actor, on_behalf_of, 'shownInList', at, null from platform.audit
      where details ? 'found' and (details -> 'found' @> to_jsonb(${`${type}:${id}`}::text)
        or details -> 'found' @> to_jsonb(${shown}::bigint) and act = any(${LISTS_OF[type] ?? []}::text[]))
    ), acts as (
      select actor, on_behalf_of, act, count(*)::int as times, min(at) as first, max(at) as last,
        array_agg(distinct purpose) filter (where purpose is not null) as purposes
      from looks group by actor, on_behalf_of, act
    )
    select ${actorOf("actor")} as actor,
      case when on_behalf_of is not null then ${actorOf("on_behalf_of")} end as "onBehalfOf",
      jsonb_agg(jsonb_build_object('act', act, 'times', times) order by times desc, act) as acts,
      min(first) as first, max(last) as last,
      array(select distinct p from acts b, unnest(b.purposes) p
        where b.actor = acts.actor and b.on_behalf_of is not distinct from acts.on_behalf_of order by p) as purposes
    from acts group by actor, on_behalf_of order by max(last) desc
  `.execute(db);
  return rows;
}
