import type { Language, Person } from "@varde/contract";
import { type Kysely, sql } from "kysely";
import { type Absence, absencesOf } from "../standing/standing.sql.ts";
import { minutesAfter } from "./session.rules.ts";

/** What a login under way must remember until the provider sends the person back. */
export interface PendingLogin {
  /** Key of the provider the login was begun with; no other may answer it. */
  readonly provider: string;
  readonly verifier: string;
  readonly nonce: string;
  readonly returnTo: string;
  /** The language chosen on the login page, for somebody who has not been here before. */
  readonly language: Language;
  /** ISO 8601. At step-up the person must have been authenticated after this. */
  readonly begunAt: string;
  /** At step-up: the person who must come back. */
  readonly stepUpFor?: string;
}

/** Whose session it is, how they came, and how long they may stay. */
export interface SessionLogin {
  readonly personId: string;
  readonly csrfToken: string;
  /** Key of the login provider, and what it calls the person (sub) and its own session (sid). */
  readonly provider: string;
  readonly providerSubject?: string | undefined;
  readonly providerSid?: string | undefined;
  /** Sealed where it is stored. */
  readonly idToken?: string | undefined;
  readonly browser: string;
  readonly address: string;
  readonly startedAt: Date;
  readonly endsAt: Date;
  readonly idleMinutes: number;
  readonly stepUpUntil?: Date | undefined;
}

/** What a session holds. Without a login it belongs to one under way. */
export interface SessionContent {
  readonly pendingLogins: Readonly<Record<string, PendingLogin>>;
  readonly login?: SessionLogin;
}

/** A session as it is stored, with the person as they are now; nobody where the person is shut out. */
export interface StoredSession extends SessionContent {
  readonly publicId: string;
  readonly lastSeenAt: Date;
  readonly idleEndsAt: Date;
  readonly endsAt: Date;
  readonly person?: Person;
  /** In whose place the person may act just now. */
  readonly absences: readonly Absence[];
}

type Nullable<T> = { readonly [K in keyof T]-?: Exclude<T[K], undefined> | null };
interface SessionRow extends Nullable<Omit<SessionLogin, "startedAt" | "endsAt" | "idleMinutes">> {
  publicId: string;
  pendingLogins: Record<string, PendingLogin>;
  startedAt: Date;
  lastSeenAt: Date;
  idleEndsAt: Date;
  idleMinutes: number;
  endsAt: Date;
  person: Person | null;
  absences: Absence[];
}

/** The session with this hash, with its person and whom they stand in for at an instant, or nothing. */
export async function findSession(
  db: Kysely<unknown>,
  idHash: Buffer,
  at: Date,
): Promise<StoredSession | undefined> {
  const { rows } = await sql<SessionRow>`
    select s.public_id as "publicId", s.pending_logins as "pendingLogins", s.person_id as "personId",
           s.csrf_token as "csrfToken", s.provider, s.provider_subject as "providerSubject",
           s.provider_sid as "providerSid", s.id_token as "idToken", s.browser, s.address,
           s.started_at as "startedAt", s.last_seen_at as "lastSeenAt", s.idle_ends_at as "idleEndsAt",
           s.idle_minutes as "idleMinutes", s.ends_at as "endsAt", s.step_up_until as "stepUpUntil",
           case when p.id is not null
             then jsonb_build_object('id', p.id, 'name', p.name, 'roles', p.roles, 'language', p.language)
           end as person, ${absencesOf(sql`p.id`, at)} as absences
    from access.sessions s left join access.people p on p.id = s.person_id and p.deactivated_at is null
    where s.id_hash = ${idHash}
  `.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { publicId, pendingLogins, lastSeenAt, idleEndsAt, endsAt, person, absences } = row;
  const login = loginIn(row);
  return {
    publicId,
    pendingLogins,
    lastSeenAt,
    idleEndsAt,
    endsAt,
    absences,
    ...(login && { login }),
    ...(person && { person }),
  };
}

function loginIn({ personId, csrfToken, provider, ...row }: SessionRow): SessionLogin | undefined {
  if (personId === null || csrfToken === null || provider === null) return undefined;
  return {
    personId,
    csrfToken,
    provider,
    providerSubject: row.providerSubject ?? undefined,
    providerSid: row.providerSid ?? undefined,
    idToken: row.idToken ?? undefined,
    browser: row.browser ?? "",
    address: row.address ?? "",
    startedAt: row.startedAt,
    endsAt: row.endsAt,
    idleMinutes: row.idleMinutes,
    stepUpUntil: row.stepUpUntil ?? undefined,
  };
}

/**
 * Stores a session that is not there yet; one that begins anonymously gets its login once, and then its full length.
 * Without a login it ends at `loginEndsAt`.
 */
export async function startSession(
  db: Kysely<unknown>,
  idHash: Buffer,
  { pendingLogins, login }: SessionContent,
  { at, loginEndsAt }: { at: Date; loginEndsAt: Date },
): Promise<void> {
  const endsAt = login?.endsAt ?? loginEndsAt;
  const idleEndsAt = login ? minutesAfter(at, login.idleMinutes) : loginEndsAt;
  await sql`
    insert into access.sessions
      (id_hash, pending_logins, person_id, csrf_token, id_token, provider, provider_subject, provider_sid, browser,
       address, started_at, last_seen_at, idle_ends_at, idle_minutes, ends_at, step_up_until)
    values (${idHash}, ${JSON.stringify(pendingLogins)}::text::jsonb, ${login?.personId ?? null},
            ${login?.csrfToken ?? null}, ${login?.idToken ?? null}, ${login?.provider ?? null},
            ${login?.providerSubject ?? null}, ${login?.providerSid ?? null}, ${login?.browser ?? ""},
            ${login?.address ?? ""}, ${login?.startedAt ?? at}, ${at}, ${idleEndsAt}, ${login?.idleMinutes ?? 0},
            ${endsAt}, ${login?.stepUpUntil ?? null})
    on conflict (id_hash) do update
      set pending_logins = excluded.pending_logins, person_id = excluded.person_id, csrf_token = excluded.csrf_token,
          id_token = excluded.id_token, provider = excluded.provider, provider_subject = excluded.provider_subject,
          provider_sid = excluded.provider_sid, browser = excluded.browser, address = excluded.address,
          started_at = excluded.started_at, idle_ends_at = excluded.idle_ends_at,
          idle_minutes = excluded.idle_minutes, ends_at = excluded.ends_at, step_up_until = excluded.step_up_until
      where sessions.person_id is null
  `.execute(db);
}

/**
 * Stores the logins under way of a session that was loaded before; one that was ended meanwhile stays ended.
 * A session without a person lasts until `loginEndsAt`, so that each login gets its full time.
 */
export async function changePendingLogins(
  db: Kysely<unknown>,
  idHash: Buffer,
  pendingLogins: SessionContent["pendingLogins"],
  loginEndsAt: Date,
): Promise<void> {
  await sql`
    update access.sessions
    set pending_logins = ${JSON.stringify(pendingLogins)}::text::jsonb,
        ends_at = case when person_id is null then ${loginEndsAt} else ends_at end,
        idle_ends_at = case when person_id is null then ${loginEndsAt} else idle_ends_at end
    where id_hash = ${idHash}
  `.execute(db);
}

/** Notes that the person of a session did something, which puts off its idle end. */
export async function noteSeen(
  db: Kysely<unknown>,
  idHash: Buffer,
  { at, idleEndsAt }: { at: Date; idleEndsAt: Date },
): Promise<void> {
  await sql`
    update access.sessions set last_seen_at = ${at}, idle_ends_at = ${idleEndsAt} where id_hash = ${idHash}
  `.execute(db);
}

/** Ends a session. */
export async function endSession(db: Kysely<unknown>, idHash: Buffer): Promise<void> {
  await sql`delete from access.sessions where id_hash = ${idHash}`.execute(db);
}

/** Removes sessions that are over. Returns how many there were. */
export async function sweepSessions(db: Kysely<unknown>, now: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from access.sessions where ends_at <= ${now} or idle_ends_at <= ${now}
  `.execute(db);
  return Number(numAffectedRows);
}
