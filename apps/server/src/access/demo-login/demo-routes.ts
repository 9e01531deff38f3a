import { LANGUAGES, type Language } from "@varde/contract";
import type { FastifyReply, FastifyRequest } from "fastify";
import { errors, type Provider } from "oidc-provider";
import type { App } from "../../platform/http/index.ts";
import { languageAskedFor, sendLoginPage } from "../login/pages/login-page.ts";
import { sendLoginProblem } from "../login/pages/login-problem.ts";
import { choicePage } from "./choice-page.ts";
import { DEMO_ACR, DEMO_PATH } from "./demo-issuer.ts";
import { DEMO_USERS } from "./demo-users.ts";

/** The provider as the origin of a request sees it; nothing where that origin is not ours. */
export type IssuerOf = (request: FastifyRequest) => Provider | undefined;

const OPEN = { config: { may: "anyone" }, schema: { hide: true } } as const;

/** The page where a person is chosen, and the choice. */
export function serveChoice(app: App, issuerOf: IssuerOf): void {
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.get<{ Querystring: { language?: string } }>(
    `${DEMO_PATH}/choose/:uid`,
    OPEN,
    async (request, reply) => {
      const language =
        LANGUAGES.find((known) => known === request.query.language) ?? languageAskedFor(request);
      return underway(request, reply, language, issuerOf, () =>
        sendLoginPage(reply, choicePage(language, request.url.split("?", 1)[0] ?? "")),
      );
    },
  );
  app.post<{ Body: { subject?: string } }>(`${DEMO_PATH}/choose/:uid`, OPEN, async (request, reply) => {
    const language = languageAskedFor(request);
    const user = DEMO_USERS.find(({ subject }) => subject === request.body?.subject);
    if (!user) return sendLoginProblem(reply, "loginExpired", language);
    return underway(request, reply, language, issuerOf, async (issuer) => {
      const choice = { login: { accountId: user.subject, acr: DEMO_ACR, remember: false } };
      return reply.redirect(await issuer.interactionResult(request.raw, reply.raw, choice), 303);
    });
  });
}

/** Goes on with a login that is under way in this browser, or tells that it is not. */
async function underway(
  request: FastifyRequest,
  reply: FastifyReply,
  language: Language,
  issuerOf: IssuerOf,
  go: (issuer: Provider) => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  const issuer = issuerOf(request);
  if (!issuer || !(await isUnderway(issuer, request, reply))) {
    return sendLoginProblem(reply, "loginExpired", language);
  }
  return go(issuer);
}

async function isUnderway(issuer: Provider, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  try {
    await issuer.interactionDetails(request.raw, reply.raw);
    return true;
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return false;
    throw error;
  }
}

/** Hands everything else under the path to the provider, which reads requests and writes answers itself. */
export function serveProtocol(app: App, issuerOf: IssuerOf): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _payload, done) => done(null));
  app.route({
    method: ["GET", "POST"],
    url: `${DEMO_PATH}/*`,
    ...OPEN,
    handler: async (request, reply) => {
      const issuer = issuerOf(request);
      if (!issuer) return sendLoginProblem(reply, "loginExpired", languageAskedFor(request));
      reply.hijack();
      const raw = Object.assign(request.raw, { originalUrl: request.raw.url });
      raw.url = request.url.slice(DEMO_PATH.length);
      await issuer.callback()(raw, reply.raw);
      return reply;
    },
  });
}
