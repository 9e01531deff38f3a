import assert from "node:assert/strict";
import type { JWTPayload } from "jose";
import type { App } from "../../../platform/http/index.ts";
import { createCaller, type TestCaller } from "../../../platform/http/testing.ts";
import type { TestScope } from "../../../platform/testing/index.ts";
import { type AccessServer, buildAccessServer } from "../../testing.ts";
import type { IdentityProvider } from "../providers/identity-provider.ts";
import { type OpenIdSettings, openIdProvider } from "../providers/open-id-provider.ts";
import { providerEntry } from "../providers/provider-file.ts";
import { settingsOfKind } from "../providers/provider-kinds.ts";
import { CALLBACK } from "../providers/read-providers.ts";
import { PLAYED_CLIENT, type PlayedIssuer, startPlayedIssuer, type WriteToken } from "./played-issuer.ts";

/** A login provider of some kind, as an operator would set it up, at a played issuer. */
export function providerAt(
  { issuer }: PlayedIssuer,
  entry: Readonly<Record<string, unknown>> = {},
  credential: OpenIdSettings["credential"] = { kind: "secret", secret: "a secret of the client" },
): IdentityProvider {
  const read = providerEntry.parse({
    kind: "oidc",
    key: "played",
    title: "Played",
    clientId: PLAYED_CLIENT,
    issuer: issuer.origin,
    ...entry,
  });
  const { key, title, clientId } = read;
  return openIdProvider({
    key,
    title,
    clientId,
    credential,
    callback: `${CALLBACK}/${key}`,
    ...settingsOfKind(read),
  });
}

/** A server with one played login provider; what it says is up to the test. */
export async function buildPlayedServer(
  scope: TestScope,
  entry: Readonly<Record<string, unknown>> = {},
): Promise<AccessServer & { readonly played: PlayedIssuer }> {
  const played = await startPlayedIssuer(scope);
  const server = await buildAccessServer(scope, { providers: [providerAt(played, entry)], demo: false });
  return { ...server, played };
}

/** A login that has been begun: where the browser was sent, and what was asked there. */
export interface BegunLogin {
  readonly address: URL;
  readonly asked: URLSearchParams;
}

/** Begins a login, or a step-up, as a browser does. */
export async function begin(
  caller: TestCaller,
  played: PlayedIssuer,
  path = "/auth/login",
): Promise<BegunLogin> {
  const sent = await caller.fetch(path);
  const address = new URL(sent.headers.get("location") ?? "", "http://localhost:3000");
  assert.equal(address.origin, played.issuer.origin, await sent.text());
  return { address, asked: played.requestBehind(address) };
}

/** How the provider sends the browser back; a good answer unless something is said. */
export interface ComingBack {
  readonly claims?: JWTPayload;
  readonly write?: WriteToken | undefined;
  readonly iss?: string;
  readonly callback?: string;
}

/** The address a provider sends the browser back to after a login. */
export function wayBack(
  played: PlayedIssuer,
  { asked }: BegunLogin,
  { claims = {}, write, iss = played.issuer.origin, callback = `${CALLBACK}/played` }: ComingBack = {},
): string {
  const code = played.answer(
    { nonce: asked.get("nonce") ?? "", roles: ["firstLine"], name: "Kari Moen", ...claims },
    write,
  );
  const query = new URLSearchParams({ code, state: asked.get("state") ?? "", iss });
  return `${callback}?${query.toString()}`;
}

/** Logs in through a played provider. Gives the browser and the answer of the callback. */
export async function logInThrough(
  app: App,
  played: PlayedIssuer,
  {
    path = "/auth/login",
    caller = createCaller(app),
    ...back
  }: ComingBack & { path?: string; caller?: TestCaller } = {},
): Promise<{ caller: TestCaller; answer: Response; back: string }> {
  const address = wayBack(played, await begin(caller, played, path), back);
  return { caller, answer: await caller.fetch(address), back: address };
}

/** The code a login page tells. */
export async function codeOn(page: Response): Promise<string> {
  return /<code>(\w+)<\/code>/.exec(await page.text())?.[1] ?? "";
}
