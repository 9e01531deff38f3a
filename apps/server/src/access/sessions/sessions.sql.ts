import type { Language, Person } from "@varde/contract";
import { type Kysely, sql } from "kysely";
import { IDLE_LIMIT } from "./session.rules.ts";

/** What a login under way must remember until the provider sends the person back. */
export interface PendingLogin {
  readonly verifier: string;
  readonly nonce: string;
  readonly returnTo: string;
  /** The language chosen on the login page, for somebody who has not been here before. */
  readonly language: Language;
}

/** What a session holds. Without a person it belongs to a login under way. */
export interface SessionContent {
  readonly pendingLogins: Readonly<Record<string, PendingLogin>>;
  readonly personId?: string;
  readonly csrfToken?: string;
  readonly idToken?: string;
}

/** A session as it is stored, with the person as they are now. */
export interface StoredSession extends SessionContent {
  readonly lastSeenAt: Date;
  readonly endsAt: Date;
  readonly person?: Person;
}

interface SessionRow {
  personId: string | null;
  csrfToken: string | null;
  idToken: string | null;
  pendingLogins: Record<string, PendingLogin>;
  lastSeenAt: Date;
  endsAt: Date;
  person: Person | null;
}

/** The session with this hash, with its person, or nothing. */
export async function findSession(db: Kysely<unknown>, idHash: Buffer): Promise<StoredSession | undefined> {
  const { rows } = await sql<SessionRow>`
    select s.person_id as "personId", s.csrf_token as "csrfToken", s.id_token as "idToken",
           s.pending_logins as "pendingLogins", s.last_seen_at as "lastSeenAt", s.ends_at as "endsAt",
           case when p.id is not null
             then jsonb_build_object('id', p.id, 'name', p.name, 'roles', p.roles, 'language', p.language)
           end as person
    from access.sessions s left join access.people p on p.id = s.person_id
    where s.id_hash = ${idHash}
  `.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { personId, csrfToken, idToken, person, ...rest } = row;
  return {
    ...rest,
    ...(personId !== null && csrfToken !== null && person !== null && { personId, csrfToken, person }),
    ...(idToken !== null && { idToken }),
  };
}

/** Stores a session that is not there yet; one that begins anonymously gets its person once, and then its full length. */
export async function startSession(
  db: Kysely<unknown>,
  idHash: Buffer,
  session: SessionContent,
  { at, endsAt }: { at: Date; endsAt: Date },
): Promise<void> {
  await sql`
    insert into access.sessions
      (id_hash, person_id, csrf_token, pending_logins, id_token, started_at, last_seen_at, ends_at)
    values (${idHash}, ${session.personId ?? null}, ${session.csrfToken ?? null},
            ${JSON.stringify(session.pendingLogins)}::text::jsonb, ${session.idToken ?? null}, ${at}, ${at}, ${endsAt})
    on conflict (id_hash) do update
      set person_id = excluded.person_id, csrf_token = excluded.csrf_token, id_token = excluded.id_token,
          pending_logins = excluded.pending_logins, ends_at = excluded.ends_at
      where sessions.person_id is null
  `.execute(db);
}

/**
 * Stores the logins under way of a session that was loaded before; one that was ended meanwhile stays ended.
 * A session without a person lasts until `endsAt`, so that each login gets its full time.
 */
export async function changePendingLogins(
  db: Kysely<unknown>,
  idHash: Buffer,
  pendingLogins: SessionContent["pendingLogins"],
  endsAt: Date,
): Promise<void> {
  await sql`
    update access.sessions
    set pending_logins = ${JSON.stringify(pendingLogins)}::text::jsonb,
        ends_at = case when person_id is null then ${endsAt} else ends_at end
    where id_hash = ${idHash}
  `.execute(db);
}

/** Notes that the person of a session did something. */
export async function noteSeen(db: Kysely<unknown>, idHash: Buffer, at: Date): Promise<void> {
  await sql`update access.sessions set last_seen_at = ${at} where id_hash = ${idHash}`.execute(db);
}

/** Ends a session. */
export async function endSession(db: Kysely<unknown>, idHash: Buffer): Promise<void> {
  await sql`delete from access.sessions where id_hash = ${idHash}`.execute(db);
}

/** Ends every session of a person, as when they leave or lose a device. Returns how many there were. */
export async function endSessionsOf(db: Kysely<unknown>, personId: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from access.sessions where person_id = ${personId}
  `.execute(db);
  return Number(numAffectedRows);
}

/** Removes sessions that are over. Returns how many there were. */
export async function sweepSessions(db: Kysely<unknown>, now: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from access.sessions
    where ends_at <= ${now} or last_seen_at <= ${new Date(now.getTime() - IDLE_LIMIT)}
  `.execute(db);
  return Number(numAffectedRows);
}
