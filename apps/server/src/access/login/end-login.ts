import { randomBytes } from "node:crypto";
import type { Person } from "@varde/contract";
import type { FastifyReply, FastifyRequest } from "fastify";
import * as oidc from "openid-client";
import { personActor, recordAudit } from "../../platform/audit/index.ts";
import { isRefusal } from "../../platform/rules/refusal.ts";
import { isShutOut, rememberPerson } from "../people/people.sql.ts";
import { browserName } from "../sessions/browser-name.ts";
import { latestEnd, minutesAfter } from "../sessions/session.rules.ts";
import type { PendingLogin, SessionLogin } from "../sessions/sessions.sql.ts";
import { findLock, forgetFailures } from "./failures/failed-logins.sql.ts";
import { accountKey, addressKey, addressOf } from "./failures/failure-keys.ts";
import type { LoginParts } from "./login-parts.ts";
import { languageAskedFor } from "./pages/login-page.ts";
import { type LoginProblem, sendLoginProblem } from "./pages/login-problem.ts";
import type { IdentityProvider } from "./providers/identity-provider.ts";
import { judgeLogin } from "./providers/login-rules.ts";
import { rolesFromClaims } from "./providers/roles-from-claims.ts";
import { nameIn, type Redeemed, redeem } from "./redeem.ts";
import { type RefusedLogin, refuseLogin } from "./refuse-login.ts";

/** Takes the browser back from the provider: a login or a step-up, each into a session with a new id. */
export async function endLogin(
  request: FastifyRequest<{ Querystring: { state?: string } }>,
  reply: FastifyReply,
  parts: LoginParts,
): Promise<FastifyReply> {
  const address = addressOf(request);
  if (await findLock(parts.db, [addressKey(address)], parts.clock.now())) {
    return sendLoginProblem(reply, "loginLockedOut", languageAskedFor(request));
  }
  const begun = takePending(request, parts);
  if (!begun) return refuseLogin(request, reply, parts, { problem: "loginExpired" });
  const came = await comeBack(request, begun, parts);
  if ("problem" in came) return refuseLogin(request, reply, parts, { ...came, provider: begun.provider.key });
  await startAnew(request, came, begun, parts);
  return reply.redirect(begun.login.returnTo);
}

interface Begun {
  readonly state: string;
  readonly origin: string;
  readonly provider: IdentityProvider;
  readonly login: PendingLogin;
}

/** The login this browser had begun with the provider that answers; it can be ended once. */
function takePending(
  request: FastifyRequest<{ Querystring: { state?: string } }>,
  parts: LoginParts,
): Begun | undefined {
  const { state } = request.query;
  const { pendingLogins = {} } = request.session;
  const origin = parts.origins.of(request);
  if (!origin || state === undefined || !Object.hasOwn(pendingLogins, state)) return undefined;
  const { [state]: login, ...others } = pendingLogins;
  const path = request.url.split("?", 1)[0];
  const provider = parts.providers.find(({ key, callback }) => key === login?.provider && callback === path);
  if (!login || !provider) return undefined;
  request.session.pendingLogins = others;
  return { state, origin, provider, login };
}

interface Came {
  readonly person: Person;
  readonly redeemed: Redeemed;
}

/** Asks the provider who came, judges the answer, and remembers the person. */
async function comeBack(
  request: FastifyRequest,
  { state, origin, provider, login }: Begun,
  parts: LoginParts,
): Promise<Came | RefusedLogin> {
  let redeemed: Redeemed;
  try {
    const client = await provider.clientFor(origin);
    redeemed = await redeem(client, new URL(request.url, origin), state, login, provider);
  } catch (error) {
    return { problem: problemOfLogin(error), error };
  }
  const { claims } = redeemed;
  const stepUp = login.stepUpFor === undefined ? undefined : { begunAt: new Date(login.begunAt) };
  const judged = judgeLogin(claims, provider.rules, stepUp);
  if (isRefusal(judged)) return { problem: judged.code as LoginProblem };
  const account = accountKey(provider.issuer, judged.subject);
  const at = parts.clock.now();
  if (await findLock(parts.db, [account], at)) return { problem: "loginLockedOut" };
  const { roles } = provider.rules;
  const person = await rememberPerson(
    parts.db,
    {
      issuer: provider.issuer,
      subject: judged.subject,
      name: nameIn(claims),
      roles: roles && rolesFromClaims(claims, roles),
      language: login.language,
    },
    at,
  );
  const problem = (await isShutOut(parts.db, person.id))
    ? "loginDeactivated"
    : whyNot(person, login, request.session.loaded?.person);
  if (problem) return { problem, account, person };
  await forgetFailures(parts.db, account);
  return { person, redeemed };
}

/** Why somebody whom the provider knows does not come in all the same. */
function whyNot(
  person: Person,
  { stepUpFor }: PendingLogin,
  current: Person | undefined,
): LoginProblem | undefined {
  if (person.roles.length === 0) return "noRole";
  if (stepUpFor === undefined) return undefined;
  if (!current) return "loginExpired";
  return person.id === stepUpFor && current.id === stepUpFor ? undefined : "loginOtherPerson";
}

/** Starts a session with a new id. After a step-up it ends when the one before it would have ended. */
async function startAnew(
  request: FastifyRequest,
  { person, redeemed }: Came,
  { provider, login: begun }: Begun,
  { db, clock, limits }: LoginParts,
): Promise<void> {
  const at = clock.now();
  const before = begun.stepUpFor === undefined ? undefined : request.session.login;
  const { sub, sid } = redeemed.claims;
  const login: SessionLogin = {
    personId: person.id,
    csrfToken: randomBytes(32).toString("base64url"),
    provider: provider.key,
    providerSubject: sub,
    providerSid: typeof sid === "string" ? sid : undefined,
    idToken: redeemed.idToken,
    browser: browserName(request.headers["user-agent"]),
    address: addressOf(request),
    startedAt: before?.startedAt ?? at,
    endsAt: before?.endsAt ?? latestEnd(at, limits),
    idleMinutes: limits.idle,
    stepUpUntil: before && minutesAfter(at, limits.stepUp),
  };
  await recordAudit(db, {
    at,
    actor: personActor(person),
    act: before ? "stepUp" : "login",
    object: { type: "person", id: person.id },
    details: { roles: person.roles, provider: provider.key, address: login.address },
  });
  await request.session.regenerate();
  request.session.login = login;
}

function problemOfLogin(error: unknown): LoginProblem {
  if (error instanceof oidc.AuthorizationResponseError) return "loginRefused";
  const isOutOfReach =
    error instanceof TypeError ||
    (error instanceof Error && /TIMEOUT/.test(String((error as { code?: unknown }).code)));
  return isOutOfReach ? "loginProviderUnavailable" : "loginFailed";
}
