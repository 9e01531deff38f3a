import { createHash } from "node:crypto";
import { callbackify } from "node:util";
import type { SessionStore } from "@fastify/session";
import type { Person } from "@varde/contract";
import type { Session } from "fastify";
import type { Kysely } from "kysely";
import type { Clock } from "../../platform/clock/clock.ts";
import { isOver, latestEnd } from "./session.rules.ts";
import {
  changePendingLogins,
  endSession,
  findSession,
  type PendingLogin,
  startSession,
} from "./sessions.sql.ts";

declare module "fastify" {
  interface Session {
    pendingLogins?: Record<string, PendingLogin>;
    personId?: string;
    csrfToken?: string;
    idToken?: string;
    /** Set on sessions that were loaded, never on those made by this request. */
    loaded?: { readonly person?: Person; readonly lastSeenAt: Date };
  }
}

/** The key under which a session id is stored. */
export function hashOf(sessionId: string): Buffer {
  return createHash("sha256").update(sessionId).digest();
}

/** Keeps sessions in PostgreSQL. One that is over is ended when it is asked for. */
export function createSessionStore(db: Kysely<unknown>, clock: Clock): SessionStore {
  async function load(sessionId: string): Promise<Session | null> {
    const stored = await findSession(db, hashOf(sessionId));
    if (!stored) return null;
    if (isOver(stored, clock.now())) {
      await endSession(db, hashOf(sessionId));
      return null;
    }
    const { person, lastSeenAt, endsAt: _, ...content } = stored;
    return { ...content, loaded: { lastSeenAt, ...(person && { person }) } } as unknown as Session;
  }

  async function save(sessionId: string, session: Session): Promise<void> {
    const { pendingLogins = {}, personId, csrfToken, idToken } = session;
    const at = clock.now();
    const endsAt = latestEnd(at, personId !== undefined);
    if (session.loaded) return changePendingLogins(db, hashOf(sessionId), pendingLogins, endsAt);
    const content = { pendingLogins, personId, csrfToken, idToken };
    return startSession(db, hashOf(sessionId), content, { at, endsAt });
  }

  return {
    get: callbackify(load),
    set: callbackify(save),
    destroy: callbackify((sessionId: string) => endSession(db, hashOf(sessionId))),
  };
}
