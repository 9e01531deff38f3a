import { readFileSync } from "node:fs";
import { ROLES, type Role } from "@varde/contract";
import { invalid, type Refusal } from "../../platform/rules/refusal.ts";
import type { OpenIdSettings } from "./identity-provider.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Reads the login provider's settings from the environment: VARDE_OIDC_ISSUER, _CLIENT_ID, _CLIENT_SECRET
 * (or _CLIENT_SECRET_FILE), _SCOPE, _ROLES_CLAIM, and _ROLE_NAMES as "their-word=ourRole,…".
 * Gives nothing where no issuer is set, and a refusal that names the setting to mend.
 */
export function readOpenIdSettings(env: Environment): OpenIdSettings | Refusal | undefined {
  const given = env.VARDE_OIDC_ISSUER;
  if (!given) return undefined;
  const issuer = URL.parse(given);
  if (!issuer || (issuer.protocol !== "https:" && !LOOPBACK.has(issuer.hostname))) {
    return invalid("loginIssuerNotHttps", { setting: "VARDE_OIDC_ISSUER", value: given });
  }
  const clientId = env.VARDE_OIDC_CLIENT_ID;
  if (!clientId) return invalid("loginSettingMissing", { setting: "VARDE_OIDC_CLIENT_ID" });
  const clientSecret = readSecret(env, "VARDE_OIDC_CLIENT_SECRET");
  if (!clientSecret) return invalid("loginSettingMissing", { setting: "VARDE_OIDC_CLIENT_SECRET" });
  const names = readRoleNames(env.VARDE_OIDC_ROLE_NAMES);
  if ("refusal" in names) return names;
  return {
    issuer,
    clientId,
    clientSecret,
    scope: env.VARDE_OIDC_SCOPE ?? "openid profile",
    roles: { claim: env.VARDE_OIDC_ROLES_CLAIM ?? "roles", names: names.names },
  };
}

function readSecret(env: Environment, setting: string): string | undefined {
  const file = env[`${setting}_FILE`];
  return file ? readFileSync(file, "utf8").trim() : env[setting];
}

function readRoleNames(text = ""): { names: Record<string, Role> } | Refusal {
  const names: Record<string, Role> = {};
  for (const pair of text.split(",").filter((part) => part.trim() !== "")) {
    const at = pair.lastIndexOf("=");
    const role = ROLES.find((known) => known === pair.slice(at + 1).trim());
    if (at < 1 || !role)
      return invalid("loginRoleUnknown", { setting: "VARDE_OIDC_ROLE_NAMES", value: pair });
    names[pair.slice(0, at).trim()] = role;
  }
  return { names };
}
