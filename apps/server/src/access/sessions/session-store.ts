import { createHash } from "node:crypto";
import { callbackify } from "node:util";
import type { SessionStore } from "@fastify/session";
import type { Person } from "@varde/contract";
import type { Session } from "fastify";
import type { Kysely } from "kysely";
import type { Clock } from "../../platform/clock/clock.ts";
import type { Absence } from "../standing/standing.sql.ts";
import { openToken, sealToken } from "./sealed-token.ts";
import { isOver, LONGEST_LOGIN } from "./session.rules.ts";
import {
  changePendingLogins,
  endSession,
  findSession,
  type PendingLogin,
  type SessionLogin,
  startSession,
} from "./sessions.sql.ts";

declare module "fastify" {
  interface Session {
    pendingLogins?: Record<string, PendingLogin>;
    /** Whose session it is and how they came; nothing while a login is under way. */
    login?: SessionLogin;
    /** Set on sessions that were loaded, never on those made by this request. */
    loaded?: {
      readonly publicId: string;
      readonly person?: Person;
      readonly absences: readonly Absence[];
      readonly lastSeenAt: Date;
    };
  }
}

/** The key under which a session id, a token or a secret is stored. */
export function hashOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** Keeps sessions in PostgreSQL. One that is over is ended when it is asked for. */
export function createSessionStore(db: Kysely<unknown>, clock: Clock): SessionStore {
  async function load(sessionId: string): Promise<Session | null> {
    const at = clock.now();
    const stored = await findSession(db, hashOf(sessionId), at);
    if (!stored) return null;
    if (isOver(stored, at)) {
      await endSession(db, hashOf(sessionId));
      return null;
    }
    const { person, absences, publicId, lastSeenAt, pendingLogins } = stored;
    const login = withToken(stored.login, (sealed) => openToken(sealed, sessionId));
    const loaded = { publicId, lastSeenAt, absences, ...(person && { person }) };
    return { pendingLogins, ...(login && { login }), loaded } as unknown as Session;
  }

  async function save(sessionId: string, { pendingLogins = {}, loaded, ...session }: Session): Promise<void> {
    const at = clock.now();
    const login = withToken(session.login, (token) => sealToken(token, sessionId));
    const loginEndsAt = new Date(at.getTime() + LONGEST_LOGIN);
    if (loaded) return changePendingLogins(db, hashOf(sessionId), pendingLogins, loginEndsAt);
    return startSession(
      db,
      hashOf(sessionId),
      { pendingLogins, ...(login && { login }) },
      { at, loginEndsAt },
    );
  }

  return {
    get: callbackify(load),
    set: callbackify(save),
    destroy: callbackify((sessionId: string) => endSession(db, hashOf(sessionId))),
  };
}

/** The login with its token sealed or opened. */
function withToken(
  login: SessionLogin | undefined,
  change: (token: string) => string | undefined,
): SessionLogin | undefined {
  return login && { ...login, idToken: login.idToken === undefined ? undefined : change(login.idToken) };
}
