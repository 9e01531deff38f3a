import cookie from "@fastify/cookie";
import session from "@fastify/session";
import type { FastifyRequest } from "fastify";
import type { Kysely } from "kysely";
import type { Clock } from "../platform/clock/clock.ts";
import type { App, Authentication, Caller, OwnOrigins } from "../platform/http/index.ts";
import { bearerTokenOf } from "../platform/http/index.ts";
import { permissionsOf } from "./access.permissions.ts";
import { serveLogin } from "./login/login-routes.ts";
import { serveProviderLogout } from "./login/logout/provider-logout.ts";
import { serveLoginStyles } from "./login/pages/login-page.ts";
import type { IdentityProvider } from "./login/providers/identity-provider.ts";
import { servePeople } from "./people/people-routes.ts";
import { serveOwnRoutes } from "./routes.ts";
import { identifyService } from "./services/identify-service.ts";
import { serveServiceAccounts } from "./services/service-account-routes.ts";
import { serveTokens } from "./services/token-endpoint.ts";
import {
  isSteppedUp,
  minutesAfter,
  SESSION_LIMITS,
  type SessionLimits,
  shouldNoteSeen,
} from "./sessions/session.rules.ts";
import { sessionCookieName } from "./sessions/session-cookie.ts";
import { serveOwnSessions } from "./sessions/session-routes.ts";
import { createSessionStore, hashOf } from "./sessions/session-store.ts";
import { noteSeen } from "./sessions/sessions.sql.ts";
import { passedOn } from "./standing/standing.ts";

/** What access is put together from. */
export interface AccessParts {
  readonly db: Kysely<unknown>;
  readonly clock: Clock;
  readonly origins: OwnOrigins;
  /** At least one. */
  readonly providers: readonly IdentityProvider[];
  /** Signs session cookies; 32 characters or more. The first signs, the others are still believed. */
  readonly sessionSecrets: readonly string[];
  readonly version: string;
  /** The provider is the built-in demonstration; the pages say so. */
  readonly demo?: boolean;
  readonly limits?: SessionLimits;
  readonly loginsPerMinute?: number;
}

/** Authentication with what it was put together from. */
export interface AccessAuthentication extends Authentication {
  readonly parts: AccessParts;
}

/** Header by which a page says that it asks by itself, so that an unattended page still goes idle. */
export const BACKGROUND_HEADER = "x-varde-background";

/** Login through OpenID Connect, sessions in PostgreSQL, tokens of service accounts, permissions by role or scope. */
export function createAuthentication(parts: AccessParts): AccessAuthentication {
  const { db, clock, origins, demo = false, limits = SESSION_LIMITS, loginsPerMinute = 60 } = parts;

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
    const login = { ...parts, limits, loginsPerMinute };
    serveLogin(app, login);
    await serveProviderLogout(app, login);
    for (const provider of parts.providers) await provider.register?.(app);
    serveOwnRoutes(app, { ...parts, demo });
    serveOwnSessions(app, parts);
    servePeople(app, parts);
    serveServiceAccounts(app, parts);
    await serveTokens(app, parts);
  }

  async function identify(request: FastifyRequest): Promise<Caller | undefined> {
    const token = bearerTokenOf(request);
    if (token !== undefined) return identifyService(db, token, clock.now());
    const { loaded, login, sessionId } = request.session ?? {};
    if (!loaded?.person || !login) return undefined;
    const { roles } = loaded.person;
    const at = clock.now();
    if (!asksByItself(request) && shouldNoteSeen(loaded.lastSeenAt, at)) {
      await noteSeen(db, hashOf(sessionId), { at, idleEndsAt: minutesAfter(at, login.idleMinutes) });
    }
    return {
      person: loaded.person,
      permissions: permissionsOf(roles),
      standsInFor: loaded.absences.map(({ person, roles: theirs, limits }) => ({
        person,
        permissions: passedOn(theirs, limits),
      })),
      csrfToken: login.csrfToken,
      isSteppedUp: isSteppedUp(login.stepUpUntil, at),
    };
  }

  return { parts, register, identify };
}

function asksByItself(request: FastifyRequest): boolean {
  return request.routeOptions.config.background === true || request.headers[BACKGROUND_HEADER] !== undefined;
}
