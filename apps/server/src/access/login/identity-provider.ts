import type { Role } from "@varde/contract";
import * as oidc from "openid-client";
import type { App } from "../../platform/http/index.ts";
import { type RoleMapping, rolesFromClaims } from "./roles-from-claims.ts";

/** Who vouches for people. */
export interface IdentityProvider {
  /** The name under which its people are kept: the issuer's address. */
  readonly issuer: string;
  readonly scope: string;
  /** A client of the provider for an own origin. Rejects while the provider cannot be reached; asking again tries again. */
  clientFor(origin: string): Promise<oidc.Configuration>;
  rolesOf(claims: Readonly<Record<string, unknown>>): Role[];
  /** Routes of its own, for a provider that lives in this server. */
  register?(app: App): Promise<void>;
}

/** How an authority's own login provider is reached; see the guide for the settings. */
export interface OpenIdSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  readonly roles: RoleMapping;
}

/** Seconds a provider may take to answer. */
const PROVIDER_TIMEOUT = 10;

/** A provider somewhere on the net, found through its discovery document when first needed. */
export function openIdProvider(settings: OpenIdSettings): IdentityProvider {
  const discover = onceUntilFailure(() =>
    oidc.discovery(settings.issuer, settings.clientId, settings.clientSecret, undefined, {
      timeout: PROVIDER_TIMEOUT,
      execute: settings.issuer.protocol === "http:" ? [oidc.allowInsecureRequests] : [],
    }),
  );
  return {
    issuer: settings.issuer.href,
    scope: settings.scope,
    rolesOf: (claims) => rolesFromClaims(claims, settings.roles),
    clientFor: discover,
  };
}

/** Makes something when first asked and keeps it; what could not be made is tried again when asked again. */
export function onceUntilFailure<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
