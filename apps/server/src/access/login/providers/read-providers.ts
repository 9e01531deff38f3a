import { createPrivateKey, type JsonWebKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { ROLES, type Role } from "@varde/contract";
import type { JWK } from "jose";
import { parse } from "yaml";
import { type ZodError, z } from "zod";
import { invalid, isRefusal, type Refusal } from "../../../platform/rules/refusal.ts";
import type { ClientCredential, OpenIdSettings } from "./open-id-provider.ts";
import { isProviderAddress, type ProviderEntry, providerEntry, providerFile } from "./provider-file.ts";
import { settingsOfKind } from "./provider-kinds.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const FILE = "VARDE_LOGIN_FILE";

/** Where people are sent back to by the only provider of an installation that has but one. */
export const CALLBACK = "/auth/callback";

/**
 * Reads the login providers: those of the file VARDE_LOGIN_FILE (YAML), else the one of VARDE_OIDC_ISSUER, _CLIENT_ID,
 * _CLIENT_SECRET (or _CLIENT_SECRET_FILE), _SCOPE, _ROLES_CLAIM, and _ROLE_NAMES as "their-word=ourRole,…".
 * Gives none where nothing is set, and a refusal that names the setting to mend.
 */
export function readProviders(env: Environment): readonly OpenIdSettings[] | Refusal {
  const file = env[FILE];
  if (file) return readFileOfProviders(file);
  if (!env.VARDE_OIDC_ISSUER) return [];
  const one = readOneProvider(env);
  return isRefusal(one) ? one : [one];
}

function readFileOfProviders(file: string): readonly OpenIdSettings[] | Refusal {
  const text = readText(file);
  if (text === undefined) return invalid("loginFileUnreadable", { setting: FILE, value: file });
  let content: unknown;
  try {
    content = parse(text);
  } catch {
    return invalid("loginFileWrong", { setting: FILE, value: file, where: "the file is no YAML" });
  }
  const read = providerFile.safeParse(content);
  if (!read.success)
    return invalid("loginFileWrong", { setting: FILE, value: file, where: firstFault(read.error) });
  const settings: OpenIdSettings[] = [];
  for (const entry of read.data.providers) {
    const credential = credentialOf(entry);
    if (isRefusal(credential)) return credential;
    settings.push(settingsOf(entry, credential, `${CALLBACK}/${entry.key}`));
  }
  return settings;
}

function settingsOf(entry: ProviderEntry, credential: ClientCredential, callback: string): OpenIdSettings {
  const { key, title, clientId } = entry;
  return { key, title, clientId, credential, callback, ...settingsOfKind(entry) };
}

function readOneProvider(env: Environment): OpenIdSettings | Refusal {
  const names = readRoleNames(env.VARDE_OIDC_ROLE_NAMES);
  if (isRefusal(names)) return names;
  const issuer = env.VARDE_OIDC_ISSUER ?? "";
  if (!isProviderAddress(issuer)) {
    return invalid("loginIssuerNotHttps", { setting: "VARDE_OIDC_ISSUER", value: issuer });
  }
  const clientId = env.VARDE_OIDC_CLIENT_ID;
  if (!clientId) return invalid("loginSettingMissing", { setting: "VARDE_OIDC_CLIENT_ID" });
  const secretFile = env.VARDE_OIDC_CLIENT_SECRET_FILE;
  const secret = secretFile ? readText(secretFile)?.trim() : env.VARDE_OIDC_CLIENT_SECRET;
  if (!secret) return invalid("loginSettingMissing", { setting: "VARDE_OIDC_CLIENT_SECRET" });
  const entry = providerEntry.parse({
    kind: "oidc",
    key: "login",
    title: "Varde",
    issuer,
    clientId,
    scope: env.VARDE_OIDC_SCOPE,
    roles: { claim: env.VARDE_OIDC_ROLES_CLAIM, names },
  });
  return settingsOf(entry, { kind: "secret", secret }, CALLBACK);
}

function readRoleNames(text = ""): Record<string, Role> | Refusal {
  const names: Record<string, Role> = {};
  for (const pair of text.split(",").filter((part) => part.trim() !== "")) {
    const at = pair.lastIndexOf("=");
    const role = ROLES.find((known) => known === pair.slice(at + 1).trim());
    if (at < 1 || !role)
      return invalid("loginRoleUnknown", { setting: "VARDE_OIDC_ROLE_NAMES", value: pair });
    names[pair.slice(0, at).trim()] = role;
  }
  return names;
}

/** How Varde proves itself to a provider, from the file the entry names. HelseID takes a private key only. */
function credentialOf(entry: ProviderEntry): ClientCredential | Refusal {
  const { key, privateKeyFile, clientSecretFile, keyId } = entry;
  if (privateKeyFile !== undefined) {
    const jwk = readPrivateKey(privateKeyFile, keyId);
    return jwk
      ? { kind: "privateKey", key: jwk }
      : invalid("loginKeyUnreadable", { setting: `${key}: privateKeyFile`, value: privateKeyFile });
  }
  if (entry.kind === "helseid" || clientSecretFile === undefined)
    return invalid("loginCredentialMissing", { setting: FILE, value: key });
  const secret = readText(clientSecretFile)?.trim();
  return secret
    ? { kind: "secret", secret }
    : invalid("loginKeyUnreadable", { setting: `${key}: clientSecretFile`, value: clientSecretFile });
}

const ALGORITHMS: Readonly<Record<string, string>> = {
  RSA: "RS256",
  "P-256": "ES256",
  "P-384": "ES384",
  "P-521": "ES512",
  Ed25519: "Ed25519",
};

/** A private key from PEM or JWK, with the algorithm it signs by; nothing where the file holds none. */
function readPrivateKey(file: string, keyId: string | undefined): JWK | undefined {
  const text = readText(file)?.trim();
  if (!text) return undefined;
  try {
    const given = text.startsWith("{") ? (JSON.parse(text) as JWK) : undefined;
    const key = createPrivateKey(given ? { key: given as JsonWebKey, format: "jwk" } : text);
    const jwk = key.export({ format: "jwk" }) as JWK;
    const alg = given?.alg ?? ALGORITHMS[jwk.crv ?? jwk.kty ?? ""];
    const kid = keyId ?? given?.kid;
    return alg === undefined ? undefined : { ...jwk, alg, ...(kid !== undefined && { kid }) };
  } catch {
    return undefined;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** The first thing wrong, and where: "providers[1].tenant: Invalid GUID". */
function firstFault(error: ZodError): string {
  const [issue] = error.issues;
  return issue ? `${z.core.toDotPath(issue.path)}: ${issue.message}`.slice(0, 300) : "";
}
