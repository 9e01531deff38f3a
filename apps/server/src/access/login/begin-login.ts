import { LANGUAGES, type Language } from "@varde/contract";
import type { FastifyReply, FastifyRequest } from "fastify";
import * as oidc from "openid-client";
import { withPending } from "../sessions/session.rules.ts";
import type { PendingLogin } from "../sessions/sessions.sql.ts";
import type { LoginParts } from "./login-parts.ts";
import { languageAskedFor, sendLoginPage } from "./pages/login-page.ts";
import { sendLoginProblem } from "./pages/login-problem.ts";
import { providerChoice } from "./pages/provider-choice.ts";
import type { IdentityProvider } from "./providers/identity-provider.ts";
import { safeReturnTo } from "./return-to.ts";

/** What may stand in the address of a login. */
export interface LoginQuery {
  readonly returnTo?: string;
  readonly language?: string;
  /** Key of the provider that was chosen. */
  readonly provider?: string;
}

/** Sends the browser to the only provider or the one chosen; where there are several, lets the person choose. */
export async function beginLogin(
  request: FastifyRequest<{ Querystring: LoginQuery }>,
  reply: FastifyReply,
  parts: LoginParts,
): Promise<FastifyReply> {
  const { origins, providers } = parts;
  if (!origins.of(request)) return reply.redirect(origins.publicOrigin + request.url);
  const { returnTo, language: given, provider: key } = request.query;
  const language = LANGUAGES.find((known) => known === given);
  const provider = providers.length === 1 ? providers[0] : providers.find((one) => one.key === key);
  if (!provider) {
    const page = providerChoice(language ?? languageAskedFor(request), providers, safeReturnTo(returnTo));
    return sendLoginPage(reply, page);
  }
  return sendToProvider(request, reply, parts, provider, { returnTo, language: language ?? "nb" });
}

/**
 * Sends a logged-in person to the provider they came through, to prove anew who they are. Whoever is not logged in
 * logs in as usual.
 */
export async function beginStepUp(
  request: FastifyRequest<{ Querystring: LoginQuery }>,
  reply: FastifyReply,
  parts: LoginParts,
): Promise<FastifyReply> {
  const { login, loaded } = request.session;
  const provider = parts.providers.find(({ key }) => key === login?.provider);
  if (!provider || !loaded?.person) return beginLogin(request, reply, parts);
  const { id, language } = loaded.person;
  const { returnTo } = request.query;
  return sendToProvider(request, reply, parts, provider, { returnTo, language, stepUpFor: id });
}

interface Wanted {
  readonly returnTo: string | undefined;
  readonly language: Language;
  readonly stepUpFor?: string;
}

/** Sends the browser to the provider, which sends it back with a code only this session can use. */
async function sendToProvider(
  request: FastifyRequest,
  reply: FastifyReply,
  { origins, clock }: LoginParts,
  provider: IdentityProvider,
  { returnTo, language, stepUpFor }: Wanted,
): Promise<FastifyReply> {
  const origin = origins.of(request);
  if (!origin) return reply.redirect(origins.publicOrigin + request.url);
  const [verifier, nonce, state] = [oidc.randomPKCECodeVerifier(), oidc.randomNonce(), oidc.randomState()];
  const login: PendingLogin = {
    provider: provider.key,
    verifier,
    nonce,
    returnTo: safeReturnTo(returnTo),
    language,
    begunAt: clock.now().toISOString(),
    ...(stepUpFor !== undefined && { stepUpFor }),
  };
  const { scope, parameters, login: assurance, stepUp } = provider.rules;
  const asked = {
    redirect_uri: origin + provider.callback,
    scope,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state,
    nonce,
    ui_locales: language,
    ...parameters,
    ...assurance.ask,
    ...(stepUpFor !== undefined && { prompt: "login", max_age: "0", ...stepUp.ask }),
  };
  let address: URL;
  try {
    const client = await provider.clientFor(origin);
    address = provider.pushesRequests
      ? await oidc.buildAuthorizationUrlWithPAR(client, asked)
      : oidc.buildAuthorizationUrl(client, asked);
  } catch (error) {
    request.log.warn({ code: "loginProviderUnavailable", err: error }, "login could not be begun");
    return sendLoginProblem(reply, "loginProviderUnavailable", languageAskedFor(request));
  }
  request.session.pendingLogins = withPending(request.session.pendingLogins ?? {}, state, login);
  return reply.redirect(address.href);
}
