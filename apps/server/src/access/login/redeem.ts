import * as oidc from "openid-client";
import { LONGEST_LOGIN } from "../sessions/session.rules.ts";
import type { PendingLogin } from "../sessions/sessions.sql.ts";
import type { IdentityProvider } from "./providers/identity-provider.ts";
import { rolesFromClaims } from "./providers/roles-from-claims.ts";

/** What the provider says of the person who came. */
export interface Redeemed {
  readonly claims: Readonly<Record<string, unknown>> & { readonly sub: string };
  /** Kept only where the provider wants to be told of the logout. */
  readonly idToken?: string;
}

/**
 * Redeems the code of a callback: checks issuer, state, nonce, PKCE, signature, audience and times, and asks the
 * provider for more where the token lacks name or roles. Throws the errors of `openid-client`.
 */
export async function redeem(
  client: oidc.Configuration,
  address: URL,
  state: string,
  { verifier, nonce, stepUpFor }: PendingLogin,
  provider: IdentityProvider,
): Promise<Redeemed> {
  const { rules } = provider;
  const proof = provider.proofFor && { DPoP: await provider.proofFor(client) };
  const checks = {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
    // Makes `auth_time` required; how fresh it must be is judged with the other demands.
    ...(stepUpFor !== undefined && { maxAge: LONGEST_LOGIN / 1000 }),
  };
  const tokens = await oidc.authorizationCodeGrant(client, address, checks, undefined, proof);
  const token = tokens.claims() as Redeemed["claims"];
  const { userinfo_endpoint: more, end_session_endpoint: endSession } = client.serverMetadata();
  const lacksRoles = rules.roles !== undefined && rolesFromClaims(token, rules.roles).length === 0;
  const claims =
    more && (nameIn(token) === undefined || lacksRoles)
      ? { ...(await oidc.fetchUserInfo(client, tokens.access_token, token.sub, proof)), ...token }
      : token;
  return { claims, ...(endSession && tokens.id_token && { idToken: tokens.id_token }) };
}

/** The best name in a token: the whole one, its parts, or the user name; nothing where it tells none. */
export function nameIn({
  name,
  given_name: given,
  family_name: family,
  preferred_username: user,
}: Redeemed["claims"]): string | undefined {
  const isText = (one: unknown): one is string => typeof one === "string" && one.trim() !== "";
  const names = [name, [given, family].filter(isText).join(" "), user].filter(isText);
  return names[0]?.slice(0, 200);
}
