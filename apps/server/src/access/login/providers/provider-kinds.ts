import type { Assurance, LoginRules } from "./login-rules.ts";
import { NO_ASSURANCE } from "./login-rules.ts";
import type { OpenIdSettings } from "./open-id-provider.ts";
import type { ProviderEntry } from "./provider-file.ts";
import type { RoleMapping } from "./roles-from-claims.ts";

type Entry<K extends ProviderEntry["kind"]> = Extract<ProviderEntry, { kind: K }>;

/** What a provider's kind decides: where it is, what is asked, and what is demanded of its answers. */
export type KindSettings = Pick<OpenIdSettings, "issuer" | "rules" | "pushesRequests" | "bindsTokens">;

/** What every provider of its kind asks and demands, from its own public documentation. */
export function settingsOfKind(entry: ProviderEntry): KindSettings {
  if (entry.kind === "entra") return entra(entry);
  if (entry.kind === "idporten") return idPorten(entry);
  if (entry.kind === "ansattporten") return ansattporten(entry);
  return entry.kind === "helseid" ? helseId(entry) : plain(entry);
}

const PLAIN: Omit<LoginRules, "scope" | "roles"> = {
  parameters: {},
  subject: ["sub"],
  tenants: [],
  login: NO_ASSURANCE,
  stepUp: NO_ASSURANCE,
  organisations: [],
};

/**
 * Microsoft Entra ID: people are named by tenant and object (`sub` differs from client to client), and the levels of
 * step-up are authentication contexts (`acrs`). Source: Microsoft, ID token claims reference.
 */
function entra(entry: Entry<"entra">): KindSettings {
  const { tenant, stepUpContext, roles } = entry;
  return {
    issuer: new URL(entry.issuer ?? `https://login.microsoftonline.com/${tenant}/v2.0`),
    rules: {
      ...PLAIN,
      scope: "openid profile",
      subject: ["tid", "oid"],
      tenants: [tenant.toLowerCase()],
      stepUp: stepUpContext === undefined ? NO_ASSURANCE : authenticationContext(stepUpContext),
      roles: mappingOf(roles, "roles"),
    },
    pushesRequests: false,
    bindsTokens: false,
  };
}

function authenticationContext(context: string): Assurance {
  const claims = JSON.stringify({ id_token: { acrs: { essential: true, value: context } } });
  return { claim: "acrs", accepted: [context], ask: { claims } };
}

const DIGDIR_LEVELS = { substantial: "idporten-loa-substantial", high: "idporten-loa-high" } as const;

function digdirLevel(level: keyof typeof DIGDIR_LEVELS): Assurance {
  const accepted = level === "high" ? [DIGDIR_LEVELS.high] : [DIGDIR_LEVELS.substantial, DIGDIR_LEVELS.high];
  return { claim: "acr", accepted, ask: { acr_values: DIGDIR_LEVELS[level] } };
}

/** ID-porten: the client must check `acr` itself. It knows no roles and no names. Source: docs.digdir.no. */
function idPorten({ environment, issuer, level, roles }: Entry<"idporten">): KindSettings {
  const own = environment === "test" ? "https://test.idporten.no" : "https://idporten.no";
  const assurance = digdirLevel(level);
  return {
    issuer: new URL(issuer ?? own),
    rules: {
      ...PLAIN,
      scope: "openid profile",
      login: assurance,
      stepUp: assurance,
      roles: mappingOf(roles, undefined),
    },
    pushesRequests: true,
    bindsTokens: false,
  };
}

/** Ansattporten: as ID-porten, and tells on whose behalf (RFC 9396). Source: docs.digdir.no. */
function ansattporten(entry: Entry<"ansattporten">): KindSettings {
  const { environment, issuer, level, roles, authorizationDetails, organisations } = entry;
  const own = environment === "test" ? "https://test.ansattporten.no" : "https://ansattporten.no";
  const assurance = digdirLevel(level);
  return {
    issuer: new URL(issuer ?? own),
    rules: {
      ...PLAIN,
      scope: "openid profile",
      parameters:
        authorizationDetails.length > 0
          ? { authorization_details: JSON.stringify(authorizationDetails) }
          : {},
      login: assurance,
      stepUp: assurance,
      organisations,
      roles: mappingOf(roles, undefined),
    },
    pushesRequests: true,
    bindsTokens: false,
  };
}

const HELSEID_LEVEL = "helseid://claims/identity/security_level";

/**
 * HelseID: demands a private key, pushed requests and bound tokens, and tells the level in a claim of its own.
 * Source: HelseID security profile and claims reference (utviklerportal.nhn.no).
 */
function helseId({ environment, issuer, level, roles }: Entry<"helseid">): KindSettings {
  const own = environment === "test" ? "https://helseid-sts.test.nhn.no" : "https://helseid-sts.nhn.no";
  const accepted = level === 4 ? ["4"] : ["3", "4"];
  const assurance: Assurance = { claim: HELSEID_LEVEL, accepted, ask: { acr_values: `Level${level}` } };
  return {
    issuer: new URL(issuer ?? own),
    rules: {
      ...PLAIN,
      scope: "openid profile helseid://scopes/identity/security_level",
      login: assurance,
      stepUp: assurance,
      roles: mappingOf(roles, undefined),
    },
    pushesRequests: true,
    bindsTokens: true,
  };
}

function plain({ issuer, scope, subject, acr, stepUpAcr, roles, ...how }: Entry<"oidc">): KindSettings {
  return {
    issuer: new URL(issuer),
    rules: {
      ...PLAIN,
      scope,
      subject,
      login: acrOf(acr),
      stepUp: acrOf(stepUpAcr ?? acr),
      roles: mappingOf(roles, "roles"),
    },
    pushesRequests: how.pushesRequests,
    bindsTokens: how.bindsTokens,
  };
}

function acrOf(accepted: readonly string[] | undefined): Assurance {
  return accepted === undefined
    ? NO_ASSURANCE
    : { claim: "acr", accepted, ask: { acr_values: accepted.join(" ") } };
}

/** Where nothing is said, a provider that knows roles has them in `claim`, and one that knows none leaves them to Varde. */
function mappingOf(given: ProviderEntry["roles"], claim: string | undefined): RoleMapping | undefined {
  if (given === "varde") return undefined;
  return given ?? (claim === undefined ? undefined : { claim, names: {} });
}
