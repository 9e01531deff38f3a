import { randomBytes } from "node:crypto";
import { LANGUAGES, type Language } from "@varde/contract";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Kysely } from "kysely";
import * as oidc from "openid-client";
import { personActor, recordAudit } from "../../platform/audit/index.ts";
import type { Clock } from "../../platform/clock/clock.ts";
import type { App, OwnOrigins } from "../../platform/http/index.ts";
import { rememberPerson } from "../people/people.sql.ts";
import { withPending } from "../sessions/session.rules.ts";
import type { PendingLogin } from "../sessions/sessions.sql.ts";
import type { IdentityProvider } from "./identity-provider.ts";
import { languageAskedFor } from "./login-page.ts";
import { type LoginProblem, sendLoginProblem } from "./login-problem.ts";
import { nameIn, type Redeemed, redeem } from "./redeem.ts";
import { safeReturnTo } from "./return-to.ts";

/** What login needs. */
export interface LoginParts {
  readonly db: Kysely<unknown>;
  readonly clock: Clock;
  readonly provider: IdentityProvider;
  readonly origins: OwnOrigins;
  /** Logins begun or ended from one address in a minute. */
  readonly loginsPerMinute: number;
}

const CALLBACK = "/auth/callback";

/** `GET /auth/login?returnTo=/page` sends the browser to the provider; `/auth/callback` takes it back. */
export function serveLogin(app: App, parts: LoginParts): void {
  const options = {
    config: { may: "anyone" as const, rateLimit: { max: parts.loginsPerMinute, timeWindow: "1 minute" } },
    schema: { hide: true },
  };
  app.get<{ Querystring: LoginQuery }>("/auth/login", options, (request, reply) =>
    beginLogin(request, reply, request.query, parts),
  );
  app.get<{ Querystring: { state?: string } }>(CALLBACK, options, (request, reply) =>
    endLogin(request, reply, request.query.state, parts),
  );
}

interface LoginQuery {
  returnTo?: string;
  language?: string;
}

/** Sends the browser to the provider, which sends it back with a code only this session can use. */
async function beginLogin(
  request: FastifyRequest,
  reply: FastifyReply,
  { returnTo, language: given }: LoginQuery,
  { provider, origins }: LoginParts,
): Promise<FastifyReply> {
  const origin = origins.of(request);
  if (!origin) return reply.redirect(origins.publicOrigin + request.url);
  let client: oidc.Configuration;
  try {
    client = await provider.clientFor(origin);
  } catch (error) {
    return tell(request, reply, "loginProviderUnavailable", error);
  }
  const [verifier, nonce, state] = [oidc.randomPKCECodeVerifier(), oidc.randomNonce(), oidc.randomState()];
  const language = LANGUAGES.find((known) => known === given) ?? "nb";
  const login: PendingLogin = { verifier, nonce, returnTo: safeReturnTo(returnTo), language };
  request.session.pendingLogins = withPending(request.session.pendingLogins ?? {}, state, login);
  const address = oidc.buildAuthorizationUrl(client, {
    redirect_uri: origin + CALLBACK,
    scope: provider.scope,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state,
    nonce,
    ui_locales: language,
  });
  return reply.redirect(address.href);
}

/** Takes the browser back: redeems the code, remembers the person and starts a new session with a new id. */
async function endLogin(
  request: FastifyRequest,
  reply: FastifyReply,
  state: string | undefined,
  parts: LoginParts,
): Promise<FastifyReply> {
  const origin = parts.origins.of(request);
  const pending = request.session.pendingLogins ?? {};
  const login = state !== undefined && Object.hasOwn(pending, state) ? pending[state] : undefined;
  if (!origin || !state || !login) return tell(request, reply, "loginExpired");
  let redeemed: Redeemed;
  try {
    const client = await parts.provider.clientFor(origin);
    redeemed = await redeem(client, new URL(request.url, origin), state, login, parts.provider);
  } catch (error) {
    return tell(request, reply, problemOfLogin(error), error);
  }
  const person = await admit(redeemed, login.language, parts);
  if (!person) return tell(request, reply, "noRole");
  await request.session.regenerate();
  request.session.personId = person.id;
  request.session.csrfToken = randomBytes(32).toString("base64url");
  if (redeemed.idToken) request.session.idToken = redeemed.idToken;
  return reply.redirect(login.returnTo);
}

/** Remembers who came and notes it in the audit log. Gives nobody where the provider gave no role. */
async function admit({ claims }: Redeemed, language: Language, { db, clock, provider }: LoginParts) {
  const at = clock.now();
  return db.transaction().execute(async (tx) => {
    const person = await rememberPerson(
      tx,
      {
        issuer: provider.issuer,
        subject: claims.sub,
        name: nameIn(claims),
        roles: provider.rolesOf(claims),
        language,
      },
      at,
    );
    const isAdmitted = person.roles.length > 0;
    await recordAudit(tx, {
      at,
      actor: personActor(person),
      act: isAdmitted ? "login" : "loginWithoutRole",
      object: { type: "person", id: person.id },
      details: { roles: person.roles },
    });
    return isAdmitted ? person : undefined;
  });
}

function problemOfLogin(error: unknown): LoginProblem {
  if (error instanceof oidc.AuthorizationResponseError) return "loginRefused";
  const isOutOfReach =
    error instanceof TypeError ||
    (error instanceof Error && /TIMEOUT/.test(String((error as { code?: unknown }).code)));
  return isOutOfReach ? "loginProviderUnavailable" : "loginFailed";
}

function tell(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: LoginProblem,
  error?: unknown,
): FastifyReply {
  request.log.warn({ code: problem, ...(error !== undefined && { err: error }) }, "login did not succeed");
  return sendLoginProblem(reply, problem, languageAskedFor(request));
}
