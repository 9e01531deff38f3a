import type { Kysely } from "kysely";
import type { Clock } from "../platform/clock/clock.ts";
import type { OwnOrigins } from "../platform/http/index.ts";
import { invalid, isRefusal, type Refusal } from "../platform/rules/refusal.ts";
import { readSecretFile } from "../platform/settings/settings.ts";
import { type AccessAuthentication, createAuthentication } from "./authentication.ts";
import { createDemoProvider } from "./demo-login/demo-provider.ts";
import type { IdentityProvider } from "./login/providers/identity-provider.ts";
import { openIdProvider } from "./login/providers/open-id-provider.ts";
import { readProviders } from "./login/providers/read-providers.ts";
import { readOrMakeSecret } from "./secrets.ts";
import { readSessionLimits } from "./sessions/session-limits.ts";

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
 * Makes the authentication an installation is configured for: the providers of VARDE_LOGIN_FILE or VARDE_OIDC_…, else
 * the demonstration where that is wanted. VARDE_SESSION_SECRET, or what the file of VARDE_SESSION_SECRET_FILE holds
 * (several, newest first, parted by spaces), signs sessions on all hosts alike; without it one is made in the secrets
 * folder. A refusal names the setting to mend.
 */
export async function configureAccess(settings: AccessSettings): Promise<AccessAuthentication | Refusal> {
  const configured = await configureProviders(settings);
  if (isRefusal(configured)) return configured;
  const lasting = readSessionLimits(settings.env);
  if (isRefusal(lasting)) return lasting;
  const secrets = settings.env.VARDE_SESSION_SECRET || readSecretFile(settings.env, "VARDE_SESSION_SECRET");
  const given = secrets?.split(/\s+/).filter(Boolean) ?? [];
  if (given.some((secret) => secret.length < SHORTEST_SECRET)) {
    return invalid("sessionSecretTooShort", { setting: "VARDE_SESSION_SECRET", shortest: SHORTEST_SECRET });
  }
  const made = given.length > 0 ? given : [await readOrMakeSecret(settings.secretsFolder, "session-secret")];
  const { db, clock, origins, version } = settings;
  const { limits } = lasting;
  return createAuthentication({ db, clock, origins, version, limits, ...configured, sessionSecrets: made });
}

async function configureProviders({
  env,
  demo,
  origins,
  secretsFolder,
}: AccessSettings): Promise<{ providers: readonly IdentityProvider[]; demo: boolean } | Refusal> {
  const given = readProviders(env);
  if (isRefusal(given)) return given;
  if (given.length > 0) return { providers: given.map(openIdProvider), demo: false };
  if (demo) return { providers: [await createDemoProvider(secretsFolder, origins)], demo: true };
  return invalid("loginNotConfigured", { setting: "VARDE_OIDC_ISSUER" });
}
