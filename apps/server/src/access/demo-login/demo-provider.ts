import { LANGUAGES, type Language } from "@varde/contract";
import type { FastifyReply, FastifyRequest } from "fastify";
import { errors, type Provider } from "oidc-provider";
import * as oidc from "openid-client";
import type { App, OwnOrigins } from "../../platform/http/index.ts";
import type { IdentityProvider } from "../login/identity-provider.ts";
import { languageAskedFor, sendLoginPage } from "../login/login-page.ts";
import { sendLoginProblem } from "../login/login-problem.ts";
import { rolesFromClaims } from "../login/roles-from-claims.ts";
import { readOrMakeSecret } from "../secrets.ts";
import { choicePage } from "./choice-page.ts";
import { createDemoIssuer, DEMO_CLIENT_ID, DEMO_PATH, type DemoKeys, makeDemoKeys } from "./demo-issuer.ts";
import { DEMO_USERS } from "./demo-users.ts";

/** Origins the demonstration is seen from at once; a machine has few names, but a forwarded port may be any. */
const MOST_ORIGINS = 20;

/**
 * The login provider of a demonstration: lives in the server itself and lets anyone in as an invented person.
 * Only for invented content. Its keys are made in `secretsFolder` on first use.
 */
export async function createDemoProvider(
  secretsFolder: string,
  origins: OwnOrigins,
): Promise<IdentityProvider> {
  const made = await readOrMakeSecret(secretsFolder, "demo-login.json", () => JSON.stringify(makeDemoKeys()));
  const keys = JSON.parse(made) as DemoKeys;
  const issuers = new Map<string, Provider>();
  const clients = new Map<string, Promise<oidc.Configuration>>();
  let server: App | undefined;

  function issuerFor(origin: string): Provider {
    const known = issuers.get(origin);
    if (known) return known;
    const issuer = createDemoIssuer(origin, keys);
    issuers.set(origin, issuer);
    const [oldest] = issuers.keys();
    if (issuers.size > MOST_ORIGINS && oldest) {
      issuers.delete(oldest);
      clients.delete(oldest);
    }
    return issuer;
  }

  function clientFor(origin: string): Promise<oidc.Configuration> {
    if (!server) throw new Error("the demonstration provider is asked before its server is built");
    issuerFor(origin);
    const client =
      clients.get(origin) ??
      oidc.discovery(new URL(origin + DEMO_PATH), DEMO_CLIENT_ID, keys.clientSecret, undefined, {
        execute: [oidc.allowInsecureRequests],
        [oidc.customFetch]: askItself(server),
      });
    clients.set(origin, client);
    return client;
  }

  return {
    issuer: "demo",
    scope: "openid profile",
    rolesOf: (claims) => rolesFromClaims(claims, { claim: "roles", names: {} }),
    clientFor,
    async register(app) {
      server = app;
      app.log.warn(
        "DEMONSTRATION LOGIN: anyone who reaches this server gets in. Never use it with real content.",
      );
      const issuerOf = (request: FastifyRequest) => {
        const origin = origins.of(request);
        return origin === undefined ? undefined : issuerFor(origin);
      };
      await app.register(async (inner) => serveChoice(inner, issuerOf));
      await app.register(async (inner) => serveProtocol(inner, issuerOf));
    },
  };
}

type IssuerOf = (request: FastifyRequest) => Provider | undefined;

const OPEN = { config: { may: "anyone" }, schema: { hide: true } } as const;

/** The page where a person is chosen, and the choice. */
function serveChoice(app: App, issuerOf: IssuerOf): void {
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
      const choice = { login: { accountId: user.subject, remember: false } };
      return reply.redirect(await issuer.interactionResult(request.raw, reply.raw, choice), 303);
    });
  });
}

async function underway(
  request: FastifyRequest,
  reply: FastifyReply,
  language: Language,
  issuerOf: IssuerOf,
  go: (issuer: Provider) => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  const issuer = issuerOf(request);
  try {
    await issuer?.interactionDetails(request.raw, reply.raw);
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    return sendLoginProblem(reply, "loginExpired", language);
  }
  return issuer ? go(issuer) : sendLoginProblem(reply, "loginExpired", language);
}

/** Hands everything else under the path to the provider, which reads requests and writes answers itself. */
function serveProtocol(app: App, issuerOf: IssuerOf): void {
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

/** Reaches the provider inside this server, whatever name and port the browser knows it by. */
function askItself(app: App): oidc.CustomFetch {
  return async (url, { method, headers, body }) => {
    const { host, pathname, search, protocol } = new URL(url);
    const answer = await app.inject({
      method: method as "GET" | "POST",
      url: pathname + search,
      headers: { ...headers, host, ...(protocol === "https:" && { "x-forwarded-proto": "https" }) },
      ...(body instanceof URLSearchParams && { payload: body.toString() }),
    });
    const given = Object.entries(answer.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    return new Response(answer.rawPayload, { status: answer.statusCode, headers: given });
  };
}
