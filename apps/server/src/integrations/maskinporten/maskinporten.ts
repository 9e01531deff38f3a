import type { Clock } from "../../platform/clock/clock.ts";
import {
  type CallingOptions,
  createAssertionTokens,
  createCaller,
  type TokenSource,
} from "../../platform/outside/index.ts";
import type { MaskinportenSettings } from "./maskinporten-settings.ts";

/** The grant Maskinporten gives machines tokens by (RFC 7523). */
export const JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/** Tokens of Maskinporten, by scope: https://docs.digdir.no/docs/Maskinporten. One per process, since it keeps them. */
export function createMaskinporten(
  { tokenUrl, issuer, clientId, key }: MaskinportenSettings,
  { calling, clock }: { readonly calling: CallingOptions; readonly clock: Clock },
): TokenSource {
  return createAssertionTokens(
    {
      tokenUrl,
      audience: issuer,
      clientId,
      key,
      claims: (scope) => ({ scope }),
      form: (assertion) => ({ grant_type: JWT_BEARER, assertion }),
    },
    createCaller(calling),
    clock,
  );
}
