import { randomBytes } from "node:crypto";
import { Signer } from "@fastify/cookie";
import { ROLES, type Person, type Role } from "@varde/contract";
import type { App } from "../platform/http/index.ts";
import {
  createCaller,
  type RouteAnswers,
  type TestCaller,
  walkEveryRoute,
} from "../platform/http/testing.ts";
import { type AccessAuthentication, sessionCookieName } from "./authentication.ts";
import { DEMO_USERS } from "./demo-login/demo-users.ts";
import { rememberPerson } from "./people/people.sql.ts";
import { latestEnd } from "./sessions/session.rules.ts";
import { hashOf } from "./sessions/session-store.ts";
import { startSession } from "./sessions/sessions.sql.ts";

/** Somebody logged in with a real session. */
export interface LoggedInCaller extends TestCaller {
  readonly person: Person;
  readonly csrfToken: string;
}

/**
 * Logs an invented person of a role in to a server built with `createAuthentication`, past the provider but with
 * a session like any other. The same role is the same person each time.
 */
export async function loginAs(app: App, role: Role): Promise<LoggedInCaller> {
  const { db, clock, publicUrl, sessionSecrets } = (app.authentication as AccessAuthentication).parts;
  const name = DEMO_USERS.find((user) => user.role === role)?.name ?? role;
  const at = clock.now();
  const person = await rememberPerson(
    db,
    { issuer: "test", subject: role, name, roles: [role], language: "nb" },
    at,
  );
  const [sessionId, csrfToken] = [
    randomBytes(24).toString("base64url"),
    randomBytes(32).toString("base64url"),
  ];
  const session = { pendingLogins: {}, personId: person.id, csrfToken };
  await startSession(db, hashOf(sessionId), session, { at, endsAt: latestEnd(at, true) });
  const caller = createCaller(app, { csrfToken, host: publicUrl.host });
  caller.cookies.set(
    sessionCookieName(publicUrl),
    encodeURIComponent(new Signer([...sessionSecrets]).sign(sessionId)),
  );
  return { ...caller, person, csrfToken };
}

/** How every registered route answers a stranger and each role; a reviewed table of it belongs in the repository. */
export async function everyRouteByRole(app: App): Promise<RouteAnswers[]> {
  const roles = ROLES.map((role) => [role, () => loginAs(app, role)] as const);
  return walkEveryRoute(app, { stranger: async () => createCaller(app), ...Object.fromEntries(roles) });
}
