import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey, jwtVerify } from "jose";
import * as oidc from "openid-client";
import { invalid, type Refusal } from "../../../platform/rules/refusal.ts";

/** What a provider's logout token asks to end. */
export interface LogoutAsked {
  readonly sid?: string | undefined;
  readonly subject?: string | undefined;
  /** Its `jti`, for it may be used once. */
  readonly id: string;
  /** After this nobody accepts it. */
  readonly expiresAt: Date;
}

/** Algorithms with a key pair only: a shared secret or no signature proves nothing of who wrote a token. */
export const SIGNATURES: readonly string[] = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];

const LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
/** Seconds after which a logout token is too old, whatever it says itself, and our clock may differ. */
const LONGEST_LIFE = 300;
const CLOCK_SKEW = 30;

/** Types a logout token may call itself; any other is a token for something else. */
const TYPES: ReadonlySet<string | undefined> = new Set([
  undefined,
  "logout+jwt",
  "application/logout+jwt",
  "JWT",
]);

/**
 * Verifies a logout token: signature by the provider's keys, issuer, audience, age, the event, that it names a session
 * or a person, and that it is no ID token. Refuses with `logoutTokenInvalid`.
 * Source: OpenID Connect Back-Channel Logout 1.0, section 2.6.
 */
export async function verifyLogoutToken(
  client: oidc.Configuration,
  token: string,
  now: Date,
): Promise<LogoutAsked | Refusal> {
  const { issuer } = client.serverMetadata();
  const { client_id: audience } = client.clientMetadata();
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keysOf(client), {
      issuer,
      audience,
      algorithms: [...SIGNATURES],
      maxTokenAge: LONGEST_LIFE,
      clockTolerance: CLOCK_SKEW,
      currentDate: now,
      requiredClaims: ["iat", "jti", "events"],
    });
    const { sub, sid, jti, iat = 0, events, nonce } = payload;
    const isLogout = typeof events === "object" && events !== null && Object.hasOwn(events, LOGOUT_EVENT);
    const session = typeof sid === "string" && sid !== "" ? sid : undefined;
    const subject = sub === "" ? undefined : sub;
    if (
      !isLogout ||
      nonce !== undefined ||
      !jti ||
      !TYPES.has(protectedHeader.typ) ||
      !(session ?? subject)
    ) {
      return invalid("logoutTokenInvalid");
    }
    return {
      sid: session,
      subject,
      id: jti,
      expiresAt: new Date((iat + LONGEST_LIFE + CLOCK_SKEW) * 1000),
    };
  } catch (error) {
    if (isOutOfReach(error)) throw error;
    return invalid("logoutTokenInvalid");
  }
}

function isOutOfReach(error: unknown): boolean {
  return error instanceof TypeError || (error as { code?: unknown }).code === "ERR_JWKS_TIMEOUT";
}

const keySets = new WeakMap<oidc.Configuration, JWTVerifyGetKey>();

/** The provider's public keys, fetched when needed and kept a while. */
function keysOf(client: oidc.Configuration): JWTVerifyGetKey {
  const known = keySets.get(client);
  if (known) return known;
  const { jwks_uri: address } = client.serverMetadata();
  if (!address) throw new Error("the login provider publishes no keys (jwks_uri)");
  const own = client[oidc.customFetch];
  const fetchKeys =
    own && ((url: string, options: object) => own(url, { body: undefined, ...options } as never));
  const made = createRemoteJWKSet(new URL(address), fetchKeys && { [customFetch]: fetchKeys });
  keySets.set(client, made);
  return made;
}
