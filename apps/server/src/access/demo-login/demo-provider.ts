import type { FastifyRequest } from "fastify";
import type { Provider } from "oidc-provider";
import * as oidc from "openid-client";
import type { App, OwnOrigins } from "../../platform/http/index.ts";
import { type IdentityProvider, onceUntilFailure } from "../login/providers/identity-provider.ts";
import type { Assurance, LoginRules } from "../login/providers/login-rules.ts";
import { CALLBACK } from "../login/providers/read-providers.ts";
import { readOrMakeSecret } from "../secrets.ts";
import {
  createDemoIssuer,
  DEMO_ACR,
  DEMO_CLIENT_ID,
  DEMO_PATH,
  type DemoKeys,
  makeDemoKeys,
} from "./demo-issuer.ts";
import { serveChoice, serveProtocol } from "./demo-routes.ts";
import { DEMO_LOGIN_ISSUER } from "./demo-users.ts";

const DEMO_ASSURANCE: Assurance = { claim: "acr", accepted: [DEMO_ACR], ask: { acr_values: DEMO_ACR } };

/** What a demonstration demands, so that it shows what a real provider is held to. */
const DEMO_RULES: LoginRules = {
  scope: "openid profile",
  parameters: {},
  subject: ["sub"],
  tenants: [],
  login: DEMO_ASSURANCE,
  stepUp: DEMO_ASSURANCE,
  organisations: [],
  roles: { claim: "roles", names: {} },
};

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
  const seen = new Map<string, SeenFrom>();
  let server: App | undefined;

  const seenFrom = (origin: string): SeenFrom => {
    const known = seen.get(origin);
    if (known) return known;
    const client = onceUntilFailure(async () => {
      if (!server) throw new Error("the demonstration provider is asked before its server is built");
      return oidc.discovery(new URL(origin + DEMO_PATH), DEMO_CLIENT_ID, keys.clientSecret, undefined, {
        execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks],
        [oidc.customFetch]: askItself(server),
      });
    });
    const made = { issuer: createDemoIssuer(origin, keys), client };
    seen.set(origin, made);
    const [oldest] = seen.keys();
    if (seen.size > MOST_ORIGINS && oldest) seen.delete(oldest);
    return made;
  };

  return {
    key: "demo",
    title: { nb: "Demonstrasjon", nn: "Demonstrasjon", en: "Demonstration" },
    issuer: DEMO_LOGIN_ISSUER,
    callback: CALLBACK,
    rules: DEMO_RULES,
    pushesRequests: false,
    clientFor: (origin) => seenFrom(origin).client(),
    async register(app) {
      server = app;
      app.log.warn(
        "DEMONSTRATION LOGIN: anyone who reaches this server gets in. Never use it with real content.",
      );
      const issuerOf = (request: FastifyRequest) => {
        const origin = origins.of(request);
        return origin === undefined ? undefined : seenFrom(origin).issuer;
      };
      await app.register(async (inner) => serveChoice(inner, issuerOf));
      await app.register(async (inner) => serveProtocol(inner, issuerOf));
    },
  };
}

/** The provider and its client as one own origin knows them. */
interface SeenFrom {
  readonly issuer: Provider;
  readonly client: () => Promise<oidc.Configuration>;
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
