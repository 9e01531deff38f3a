import * as oidc from "openid-client";
import type { PendingLogin } from "../sessions/sessions.sql.ts";
import type { IdentityProvider } from "./identity-provider.ts";

/** What the provider says of the person who came. */
export interface Redeemed {
  readonly claims: Readonly<Record<string, unknown>> & { readonly sub: string };
  /** Kept only where the provider wants to be told of the logout. */
  readonly idToken?: string;
}

/**
 * Redeems the code of a callback: checks state, nonce, PKCE and signature, and asks the provider for more where
 * the token lacks name or roles. Throws the errors of `openid-client`.
 */
export async function redeem(
  client: oidc.Configuration,
  address: URL,
  state: string,
  { verifier, nonce }: PendingLogin,
  provider: IdentityProvider,
): Promise<Redeemed> {
  const tokens = await oidc.authorizationCodeGrant(client, address, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  const token = tokens.claims() as Redeemed["claims"];
  const { userinfo_endpoint: more, end_session_endpoint: endSession } = client.serverMetadata();
  const isComplete = token.name !== undefined && provider.rolesOf(token).length > 0;
  const claims =
    isComplete || !more
      ? token
      : { ...(await oidc.fetchUserInfo(client, tokens.access_token, token.sub)), ...token };
  return { claims, ...(endSession && tokens.id_token && { idToken: tokens.id_token }) };
}

/** The best name in a token: the whole one, its parts, the user name, or the bare subject. */
export function nameIn({
  name,
  given_name: given,
  family_name: family,
  preferred_username: user,
  sub,
}: Redeemed["claims"]) {
  const isText = (one: unknown): one is string => typeof one === "string" && one.trim() !== "";
  const names = [name, [given, family].filter(isText).join(" "), user].filter(isText);
  return (names[0] ?? sub).slice(0, 200);
}
