import type { Language } from "@varde/contract";
import type * as oidc from "openid-client";
import type { App } from "../../../platform/http/index.ts";
import type { LoginRules } from "./login-rules.ts";

/** Who vouches for people. */
export interface IdentityProvider {
  /** Its short name in addresses and settings. */
  readonly key: string;
  /** What it is called where people choose how to log in. */
  readonly title: Readonly<Record<Language, string>>;
  /** The name under which its people are kept: the issuer's address. */
  readonly issuer: string;
  /** The path it sends people back to; its own where there are several, so that no answer is taken for another's. */
  readonly callback: string;
  readonly rules: LoginRules;
  /** Whether requests are pushed to it beforehand (RFC 9126) and not carried by the browser. */
  readonly pushesRequests: boolean;
  /** A client of the provider for an own origin. Rejects while the provider cannot be reached; asking again tries again. */
  clientFor(origin: string): Promise<oidc.Configuration>;
  /** Proves at each request that the tokens are ours (DPoP, RFC 9449), where the provider demands it. */
  proofFor?(client: oidc.Configuration): Promise<oidc.DPoPHandle>;
  /** Routes of its own, for a provider that lives in this server. */
  register?(app: App): Promise<void>;
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
