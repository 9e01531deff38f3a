import cookie from "@fastify/cookie";
import session from "@fastify/session";
import type { FastifyRequest } from "fastify";
import type { Kysely } from "kysely";
import type { Clock } from "../platform/clock/clock.ts";
import type { App, Authentication, Caller, OwnOrigins } from "../platform/http/index.ts";
import { permissionsOf } from "./access.permissions.ts";
import type { IdentityProvider } from "./login/identity-provider.ts";
import { serveLoginStyles } from "./login/login-page.ts";
import { serveLogin } from "./login/login-routes.ts";
import { serveOwnRoutes } from "./routes.ts";
import { shouldNoteSeen } from "./sessions/session.rules.ts";
import { sessionCookieName } from "./sessions/session-cookie.ts";
import { createSessionStore, hashOf } from "./sessions/session-store.ts";
import { noteSeen } from "./sessions/sessions.sql.ts";

/** What access is put together from. */
export interface AccessParts {
  readonly db: Kysely<unknown>;
  readonly clock: Clock;
  readonly origins: OwnOrigins;
  readonly provider: IdentityProvider;
  /** Signs session cookies; 32 characters or more. The first signs, the others are still believed. */
  readonly sessionSecrets: readonly string[];
  readonly version: string;
  /** The provider is the built-in demonstration; the pages say so. */
  readonly demo?: boolean;
  readonly loginsPerMinute?: number;
}

/** Authentication with what it was put together from. */
export interface AccessAuthentication extends Authentication {
  readonly parts: AccessParts;
}

/** Header by which a page says that it asks by itself, so that an unattended page still goes idle. */
export const BACKGROUND_HEADER = "x-varde-background";

/** Login through OpenID Connect, sessions in PostgreSQL, permissions by role. */
export function createAuthentication(parts: AccessParts): AccessAuthentication {
  const { db, clock, origins, demo = false } = parts;

  async function register(app: App): Promise<void> {
    await app.register(cookie);
    await app.register(session, {
      secret: [...parts.sessionSecrets],
      store: createSessionStore(db, clock),
      cookieName: sessionCookieName(origins),
      cookie: { httpOnly: true, sameSite: "lax", secure: origins.isHttps, path: "/" },
      saveUninitialized: false,
      rolling: false,
    });
    serveLoginStyles(app);
    serveLogin(app, { ...parts, loginsPerMinute: parts.loginsPerMinute ?? 60 });
    await parts.provider.register?.(app);
    serveOwnRoutes(app, { ...parts, demo });
  }

  async function identify(request: FastifyRequest): Promise<Caller | undefined> {
    const { loaded, csrfToken, sessionId } = request.session ?? {};
    if (!loaded?.person || !csrfToken) return undefined;
    if (!asksByItself(request) && shouldNoteSeen(loaded.lastSeenAt, clock.now())) {
      await noteSeen(db, hashOf(sessionId), clock.now());
    }
    return {
      person: loaded.person,
      permissions: permissionsOf(loaded.person.roles),
      csrfToken,
      isSteppedUp: false,
    };
  }

  return { parts, register, identify };
}

function asksByItself(request: FastifyRequest): boolean {
  return request.routeOptions.config.background === true || request.headers[BACKGROUND_HEADER] !== undefined;
}
