import type { OpenSession } from "@varde/contract";
import { type Kysely, sql } from "kysely";

/** The open sessions of a person, the latest used first. `current` is marked as the one that asks. */
export async function listSessions(
  db: Kysely<unknown>,
  personId: string,
  { now, current }: { now: Date; current: string | undefined },
): Promise<OpenSession[]> {
  const { rows } = await sql<{
    id: string;
    browser: string;
    address: string;
    started: Date;
    seen: Date;
    ends: Date;
  }>`
    select public_id as id, browser, address, started_at as started, last_seen_at as seen,
           least(ends_at, idle_ends_at) as ends
    from access.sessions
    where person_id = ${personId} and ends_at > ${now} and idle_ends_at > ${now}
    order by last_seen_at desc, public_id
  `.execute(db);
  return rows.map(({ id, browser, address, started, seen, ends }) => ({
    id,
    browser,
    address,
    startedAt: started.toISOString(),
    lastSeenAt: seen.toISOString(),
    endsAt: ends.toISOString(),
    current: id === current,
  }));
}

/** Which sessions of a person to end: one, all but one, or all where neither is named. */
export interface WhichSessions {
  readonly only?: string;
  readonly except?: string;
}

/** Ends sessions of a person, as when they leave or lose a device. Returns how many there were. */
export async function endSessionsOf(
  db: Kysely<unknown>,
  personId: string,
  { only, except }: WhichSessions = {},
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from access.sessions
    where person_id = ${personId}
      and (${only ?? null}::uuid is null or public_id = ${only ?? null}::uuid)
      and (${except ?? null}::uuid is null or public_id <> ${except ?? null}::uuid)
  `.execute(db);
  return Number(numAffectedRows);
}

/** What a login provider names the sessions by that it wants ended: its own session, or all of a person. */
export interface ProviderLogout {
  readonly provider: string;
  readonly sid?: string | undefined;
  readonly subject?: string | undefined;
}

/** Ends the sessions a login provider asks to end. Returns whose they were, once a session. */
export async function endProviderSessions(
  db: Kysely<unknown>,
  { provider, sid, subject }: ProviderLogout,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    with ended as (
      delete from access.sessions
      where provider = ${provider} and person_id is not null
        and (${sid ?? null}::text is null or provider_sid = ${sid ?? null})
        and (${subject ?? null}::text is null or provider_subject = ${subject ?? null})
        and coalesce(${sid ?? null}::text, ${subject ?? null}::text) is not null
      returning person_id
    )
    select p.id, p.name from ended join access.people p on p.id = ended.person_id
  `.execute(db);
  return rows;
}
