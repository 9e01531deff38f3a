import type { Kysely } from "kysely";
import type { Clock } from "../platform/clock/clock.ts";
import type { OwnOrigins } from "../platform/http/index.ts";
import { invalid, isRefusal, type Refusal } from "../platform/rules/refusal.ts";
import { type AccessAuthentication, createAuthentication } from "./authentication.ts";
import { createDemoProvider } from "./demo-login/demo-provider.ts";
import { type IdentityProvider, openIdProvider } from "./login/identity-provider.ts";
import { readOpenIdSettings } from "./login/open-id-settings.ts";
import { readOrMakeSecret } from "./secrets.ts";

/** What access is configured from. */
export interface AccessSettings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly db: Kysely<unknown>;
  readonly clock: Clock;
  readonly origins: OwnOrigins;
  /** Where keys made by this installation are kept. */
  readonly secretsFolder: string;
  /** Whether anyone may come in as an invented person where no login provider is set. */
  readonly demo: boolean;
  readonly version: string;
}

const SHORTEST_SECRET = 32;

/**
 * Makes the authentication an installation is configured for: the provider of VARDE_OIDC_…, else the demonstration
 * where that is wanted. VARDE_SESSION_SECRET (several, newest first, parted by spaces) signs sessions on all
 * hosts alike; without it one is made in the secrets folder. A refusal names the setting to mend.
 */
export async function configureAccess(settings: AccessSettings): Promise<AccessAuthentication | Refusal> {
  const provider = await configureProvider(settings);
  if (isRefusal(provider)) return provider;
  const given = settings.env.VARDE_SESSION_SECRET?.split(/\s+/).filter(Boolean) ?? [];
  if (given.some((secret) => secret.length < SHORTEST_SECRET)) {
    return invalid("sessionSecretTooShort", { setting: "VARDE_SESSION_SECRET", shortest: SHORTEST_SECRET });
  }
  const made = given.length > 0 ? given : [await readOrMakeSecret(settings.secretsFolder, "session-secret")];
  const { db, clock, origins, version } = settings;
  return createAuthentication({ db, clock, origins, version, ...provider, sessionSecrets: made });
}

async function configureProvider({
  env,
  demo,
  origins,
  secretsFolder,
}: AccessSettings): Promise<{ provider: IdentityProvider; demo: boolean } | Refusal> {
  const openId = readOpenIdSettings(env);
  if (isRefusal(openId)) return openId;
  if (openId) return { provider: openIdProvider(openId), demo: false };
  if (demo) return { provider: await createDemoProvider(secretsFolder, origins), demo: true };
  return invalid("loginNotConfigured", { setting: "VARDE_OIDC_ISSUER" });
}
