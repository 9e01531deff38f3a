import type { AuditActor } from "@varde/contract";
import { type Kysely, sql } from "kysely";
import { actorOf, IS_REFUSED, inDays } from "../entries/audit-entries.sql.ts";
import type { ActivityHour, KnownPersonRead } from "./anomalies.rules.ts";

const SOME = 5;
const READS = sql`a.act ~ '^(read|list|search|download|preview|open|export|lookUp)'`;
/** What the rules refuse in the course of the work is no sign of anything. */
const NOT_BY_RULES = sql`a.act <> 'refusedByRules'`;
const DAY = sql`(a.at at time zone 'Europe/Oslo')::date`;
const HOUR = sql`extract(hour from a.at at time zone 'Europe/Oslo')::int`;

/** Days, both included, as Norway counts them. */
interface Days {
  readonly from: string;
  readonly to: string;
}

/** What each person and service account did, hour by hour. */
export async function activityByHour(db: Kysely<unknown>, days: Days): Promise<ActivityHour[]> {
  const { rows } = await sql<ActivityHour>`
    select ${actorOf("a.actor")} as actor, ${DAY} as day, ${HOUR} as hour,
      count(*) filter (where ${READS})::int as reads,
      count(*) filter (where ${IS_REFUSED} and ${NOT_BY_RULES})::int as refusals,
      count(*) filter (where a.act = 'openCaseInEmergency')::int as openings,
      (array_agg(a.id order by a.id))[1:${sql.lit(SOME)}] as entries
    from platform.audit a
    where a.actor ? 'id' and ${inDays(sql`a.at`, days)}
    group by 1, 2, 3 order by 2, 3
  `.execute(db);
  return rows;
}

/** Reads of alerts, cases and people whose subject bears the name of somebody who works here. */
export async function readsOfStaff(db: Kysely<unknown>, days: Days): Promise<KnownPersonRead[]> {
  const { rows } = await sql<KnownPersonRead & { actor: AuditActor }>`
    with read as (
      select a.id, a.actor, ${DAY} as day, a.object_type, a.object_id from platform.audit a
      where a.actor ->> 'kind' = 'person' and a.object_type in ('alert', 'registerPerson', 'case')
        and a.object_id ~ '^[0-9]{1,18}$' and ${inDays(sql`a.at`, days)}
    ), named as (
      select read.*, v.forename, v.surname from read
        join casework.alerts on object_type = 'alert' and alerts.id = object_id::bigint
        join casework.alert_versions v on v.id = alerts.current_version
      union all
      select read.*, p.forename, p.surname from read
        join casework.register_people p on object_type = 'registerPerson' and p.hpr_number = object_id::bigint
      union all
      select read.*, c.forename, c.surname from read
        join casework.cases c on object_type = 'case' and c.id = object_id::bigint
    )
    select ${actorOf("named.actor")} as actor, day, jsonb_build_object('type', object_type, 'id', object_id) as object,
      staff.name, staff.id::text = named.actor ->> 'id' as "isOwn", count(*)::int as times,
      (array_agg(named.id order by named.id))[1:${sql.lit(SOME)}] as entries
    from named join access.people staff
      on lower(staff.name) = lower(concat_ws(' ', nullif(named.forename, ''), nullif(named.surname, '')))
    group by named.actor, day, object_type, object_id, staff.name, staff.id order by day
  `.execute(db);
  return rows;
}

/** The roles of everybody who has logged in, by id. */
export async function rolesOfStaff(db: Kysely<unknown>): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ id: string; roles: string[] }>`select id, roles from access.people`.execute(
    db,
  );
  return new Map(rows.map(({ id, roles }) => [id, roles]));
}
