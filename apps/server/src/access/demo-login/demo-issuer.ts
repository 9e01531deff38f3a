import { generateKeyPairSync, randomBytes } from "node:crypto";
import { type Configuration, type JWK, Provider } from "oidc-provider";
import { html, loginPage } from "../login/pages/login-page.ts";
import { createDemoMemory } from "./demo-memory.ts";
import { DEMO_USERS } from "./demo-users.ts";

/** Where the demonstration provider stands on every own origin. */
export const DEMO_PATH = "/demo-login";
export const DEMO_CLIENT_ID = "varde";
/** The level of assurance every login of a demonstration has. */
export const DEMO_ACR = "demonstration";

/** What the demonstration provider signs with; made on first use and kept with the installation's data. */
export interface DemoKeys {
  readonly signingKey: JWK;
  readonly cookieKey: string;
  readonly clientSecret: string;
}

/** New keys for one installation. */
export function makeDemoKeys(): DemoKeys {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    signingKey: { ...privateKey.export({ format: "jwk" }), alg: "ES256", use: "sig", kid: "demo" },
    cookieKey: randomBytes(32).toString("base64url"),
    clientSecret: randomBytes(32).toString("base64url"),
  };
}

/** Builds an OpenID Connect provider of invented people, as seen from one own origin. */
export function createDemoIssuer(origin: string, keys: DemoKeys): Provider {
  const provider = new Provider(`${origin}${DEMO_PATH}`, {
    ...configuration(keys),
    clients: [
      {
        client_id: DEMO_CLIENT_ID,
        client_secret: keys.clientSecret,
        redirect_uris: [`${origin}/auth/callback`],
        grant_types: ["authorization_code"],
        response_types: ["code"],
        token_endpoint_auth_method: "client_secret_post",
        id_token_signed_response_alg: "ES256",
      },
    ],
  });
  provider.proxy = origin.startsWith("https:");
  return provider;
}

function configuration({ signingKey, cookieKey }: DemoKeys): Configuration {
  return {
    adapter: createDemoMemory(),
    acrValues: [DEMO_ACR],
    jwks: { keys: [signingKey] },
    enabledJWA: { idTokenSigningAlgValues: ["ES256"] },
    cookies: {
      keys: [cookieKey],
      names: { session: "varde_demo", interaction: "varde_demo_choice", resume: "varde_demo_resume" },
      // A path no request has: the provider never knows the browser again, so every login asks anew.
      long: { httpOnly: true, sameSite: "lax", path: `${DEMO_PATH}/never` },
      short: { httpOnly: true, sameSite: "lax" },
    },
    claims: { acr: null, auth_time: null, sid: null, openid: ["sub"], profile: ["name", "roles"] },
    conformIdTokenClaims: false,
    findAccount: (_ctx, id) => {
      const user = DEMO_USERS.find(({ subject }) => subject === id);
      return user && { accountId: id, claims: () => ({ sub: id, name: user.name, roles: [user.role] }) };
    },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    clientBasedCORS: () => false,
    interactions: {
      url: (_ctx, { uid }) => `${DEMO_PATH}/choose/${uid}`,
    },
    loadExistingGrant: async ({ oidc: { client, session, provider } }) => {
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
    renderError: (ctx, { error }) => {
      ctx.type = "html";
      ctx.body = loginPage({
        language: "nb",
        title: "Innloggingen kunne ikke fullføres",
        body: html`<p><a class="act" href="/auth/login">Prøv igjen</a></p>
<p class="quiet">Kode: <code>${error}</code></p>`,
      });
    },
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      IdToken: 300,
      Interaction: 600,
      Grant: 600,
      Session: 600,
    },
  };
}
