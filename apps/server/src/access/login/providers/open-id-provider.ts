import { importJWK, type JWK } from "jose";
import * as oidc from "openid-client";
import { type IdentityProvider, onceUntilFailure } from "./identity-provider.ts";

/** How Varde proves to a provider that it is Varde. */
export type ClientCredential =
  | { readonly kind: "secret"; readonly secret: string }
  | { readonly kind: "privateKey"; readonly key: JWK };

/** How a login provider is reached; see the guide for the settings. */
export interface OpenIdSettings
  extends Pick<IdentityProvider, "key" | "title" | "callback" | "rules" | "pushesRequests"> {
  readonly issuer: URL;
  readonly clientId: string;
  readonly credential: ClientCredential;
  /** Whether tokens must be bound to a key of ours (DPoP, RFC 9449). */
  readonly bindsTokens: boolean;
}

/** Seconds a provider may take to answer. */
const PROVIDER_TIMEOUT = 10;

/**
 * A provider somewhere on the net, found through its discovery document when first needed. The signature of every
 * token is verified, also of those that came straight from the provider.
 */
export function openIdProvider(settings: OpenIdSettings): IdentityProvider {
  const { key, title, issuer, callback, rules, pushesRequests, bindsTokens } = settings;
  const discover = onceUntilFailure(async () =>
    oidc.discovery(issuer, settings.clientId, undefined, await clientAuthOf(settings.credential), {
      timeout: PROVIDER_TIMEOUT,
      execute: [
        oidc.enableNonRepudiationChecks,
        ...(issuer.protocol === "http:" ? [oidc.allowInsecureRequests] : []),
      ],
    }),
  );
  const keyPair = onceUntilFailure(() => oidc.randomDPoPKeyPair());
  return {
    key,
    title,
    issuer: issuer.href,
    callback,
    rules,
    pushesRequests,
    clientFor: discover,
    ...(bindsTokens && {
      proofFor: async (client: oidc.Configuration) => oidc.getDPoPHandle(client, await keyPair()),
    }),
  };
}

/** The header type by which newer providers tell client assertions from other tokens. */
const ASSERTION_TYPE = "client-authentication+jwt";

async function clientAuthOf(credential: ClientCredential): Promise<oidc.ClientAuth> {
  if (credential.kind === "secret") return oidc.ClientSecretPost(credential.secret);
  const { key } = credential;
  const imported = (await importJWK(key)) as oidc.CryptoKey;
  return oidc.PrivateKeyJwt(key.kid === undefined ? imported : { key: imported, kid: key.kid }, {
    [oidc.modifyAssertion]: (header) => {
      header.typ = ASSERTION_TYPE;
    },
  });
}
