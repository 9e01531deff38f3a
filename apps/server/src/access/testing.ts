import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Signer } from "@fastify/cookie";
import { type Person, ROLES, type Role } from "@varde/contract";
import { recordRefusals } from "../platform/audit/index.ts";
import { fixedClock } from "../platform/clock/clock.ts";
import type { Database } from "../platform/database/index.ts";
import { type App, buildServer, ownOrigins, type RouteModule } from "../platform/http/index.ts";
import {
  createCaller,
  type RouteAnswers,
  type TestCaller,
  walkEveryRoute,
} from "../platform/http/testing.ts";
import { createTestDatabase, type TestScope } from "../platform/testing/index.ts";
import { type AccessAuthentication, type AccessParts, createAuthentication } from "./authentication.ts";
import { createDemoProvider } from "./demo-login/demo-provider.ts";
import { DEMO_USERS } from "./demo-login/demo-users.ts";
import { rememberPerson } from "./people/people.sql.ts";
import { latestEnd, SESSION_LIMITS } from "./sessions/session.rules.ts";
import { sessionCookieName } from "./sessions/session-cookie.ts";
import { hashOf } from "./sessions/session-store.ts";
import { type SessionLogin, startSession } from "./sessions/sessions.sql.ts";

/** A server with the access slice, its demonstration provider and a clock that can be moved. */
export interface AccessServer {
  readonly app: App;
  readonly db: Database;
  readonly clock: ReturnType<typeof fixedClock>;
}

/** Builds a server on a fresh database, with routes of other slices where given; gone after the test. */
export async function buildAccessServer(
  scope: TestScope,
  { routes = [], ...given }: Partial<AccessParts> & { routes?: readonly RouteModule[] } = {},
): Promise<AccessServer> {
  const db = await createTestDatabase(scope);
  const secrets = await mkdtemp(join(tmpdir(), "varde-secrets-"));
  const clock = fixedClock("2026-02-02T08:00:00Z");
  const origins = given.origins ?? ownOrigins(new URL("http://localhost:3000"), { loopback: true });
  const provider = await createDemoProvider(secrets, origins);
  const sessionSecrets = [randomBytes(48).toString("base64url")];
  const parts = {
    db: db.app,
    clock,
    origins,
    providers: [provider],
    sessionSecrets,
    version: "0.0.0",
    demo: true,
    ...given,
  };
  const app = await buildServer({
    origins,
    version: parts.version,
    authentication: createAuthentication(parts),
    routes,
    changes: db,
    isReady: async () => true,
    recordRefusedAttempt: recordRefusals(db.app, clock),
    logLevel: "silent",
  });
  scope.after(async () => {
    await app.close();
    await rm(secrets, { recursive: true });
  });
  return { app, db, clock };
}

/** What the access slice of a server was put together from, for routes that are to share it. */
export function accessPartsOf(app: App): AccessParts {
  return (app.authentication as AccessAuthentication).parts;
}

/** Somebody logged in with a real session. */
export interface LoggedInCaller extends TestCaller {
  readonly person: Person;
  readonly csrfToken: string;
}

/**
 * Logs an invented person of a role in to a server built with `createAuthentication`, past the provider but with
 * a session like any other, for the whole of which they count as having just proved who they are unless `stale`.
 * The same role is the same person each time, unless `subject` tells several of them apart.
 */
export async function loginAs(
  app: App,
  role: Role,
  { stale = false, subject = role }: { stale?: boolean; subject?: string } = {},
): Promise<LoggedInCaller> {
  const { db, clock, origins, sessionSecrets } = accessPartsOf(app);
  const name = subject === role ? (DEMO_USERS.find((user) => user.role === role)?.name ?? role) : subject;
  const at = clock.now();
  const person = await rememberPerson(
    db,
    { issuer: "test", subject, name, roles: [role], language: "nb" },
    at,
  );
  const [sessionId, csrfToken] = [
    randomBytes(24).toString("base64url"),
    randomBytes(32).toString("base64url"),
  ];
  const endsAt = latestEnd(at, SESSION_LIMITS);
  const login: SessionLogin = {
    personId: person.id,
    csrfToken,
    provider: "demo",
    providerSubject: subject,
    browser: "Firefox, Linux",
    address: "127.0.0.1",
    startedAt: at,
    endsAt,
    idleMinutes: SESSION_LIMITS.idle,
    stepUpUntil: stale ? undefined : endsAt,
  };
  await startSession(db, hashOf(sessionId), { pendingLogins: {}, login }, { at, loginEndsAt: endsAt });
  const caller = createCaller(app, { "x-csrf-token": csrfToken, host: new URL(origins.publicOrigin).host });
  caller.cookies.set(
    sessionCookieName(origins),
    encodeURIComponent(new Signer([...sessionSecrets]).sign(sessionId)),
  );
  return { ...caller, person, csrfToken };
}

/** How every registered route answers a stranger and each role; a reviewed table of it belongs in the repository. */
export async function everyRouteByRole(app: App): Promise<RouteAnswers[]> {
  const roles = ROLES.map((role) => [role, () => loginAs(app, role)] as const);
  return walkEveryRoute(app, { stranger: async () => createCaller(app), ...Object.fromEntries(roles) });
}
