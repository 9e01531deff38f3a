import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, type JWK, type JWTPayload, SignJWT } from "jose";
import type { TestScope } from "../../../platform/testing/index.ts";

/** What a login provider was asked at its back door. */
export interface BackRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Readonly<Record<string, string>>;
}

/** Makes the ID token that answers a code, from the claims a good one would have. */
export type WriteToken = (claims: JWTPayload) => string | Promise<string>;

/** A login provider on this machine that says whatever a test lets it say. */
export interface PlayedIssuer {
  readonly issuer: URL;
  /** Signs as the provider does. */
  sign(claims: JWTPayload, header?: { readonly typ?: string }): Promise<string>;
  /** The public half of its key, as anybody can fetch it. */
  readonly publicKey: JWK;
  /** What answers the next code; the code to come back with. */
  answer(claims: JWTPayload, write?: WriteToken): string;
  /** The request behind an address the browser was sent to, also where it was pushed beforehand. */
  requestBehind(address: URL): URLSearchParams;
  readonly requests: readonly BackRequest[];
}

/** Client id of Varde at the provider. */
export const PLAYED_CLIENT = "varde";

const seconds = (): number => Math.floor(Date.now() / 1000);

/** Starts a provider with its own key; gone after the test. */
export async function startPlayedIssuer(scope: TestScope): Promise<PlayedIssuer> {
  const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const publicKey = { ...(await exportJWK(keys.publicKey)), kid: "played", alg: "RS256", use: "sig" };
  const answers = new Map<string, { claims: JWTPayload; write: WriteToken }>();
  const pushed = new Map<string, URLSearchParams>();
  const requests: BackRequest[] = [];
  const sign: PlayedIssuer["sign"] = (claims, header = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "played", ...header }).sign(keys.privateKey);

  async function reply(request: IncomingMessage): Promise<unknown> {
    const { pathname: path } = new URL(request.url ?? "/", issuer);
    if (path === "/.well-known/openid-configuration") return describe(issuer);
    if (path === "/jwks") return { keys: [publicKey] };
    const body = new URLSearchParams(await textOf(request));
    requests.push({ path, headers: request.headers, body: Object.fromEntries(body) });
    if (path === "/par") {
      const uri = `urn:ietf:params:oauth:request_uri:${randomUUID()}`;
      pushed.set(uri, body);
      return { request_uri: uri, expires_in: 60 };
    }
    const found = answers.get(body.get("code") ?? "");
    answers.delete(body.get("code") ?? "");
    if (path !== "/token" || !found) return undefined;
    const type = request.headers.dpop === undefined ? "Bearer" : "DPoP";
    return {
      access_token: "access",
      token_type: type,
      expires_in: 60,
      id_token: await found.write(found.claims),
    };
  }

  const server = createServer((request, response) => void serve(request, response, reply));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  scope.after(async () => void server.close());
  const issuer = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return {
    issuer,
    sign,
    publicKey,
    requests,
    answer(claims, write = sign) {
      const code = randomUUID();
      const good = {
        iss: issuer.origin,
        aud: PLAYED_CLIENT,
        sub: "kari",
        iat: seconds(),
        exp: seconds() + 60,
      };
      answers.set(code, { claims: { ...good, ...claims }, write });
      return code;
    },
    requestBehind: ({ searchParams }) => pushed.get(searchParams.get("request_uri") ?? "") ?? searchParams,
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  reply: (request: IncomingMessage) => Promise<unknown>,
): Promise<void> {
  const answer = await reply(request);
  const status = answer === undefined ? 400 : request.url === "/par" ? 201 : 200;
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(answer ?? { error: "invalid_grant" }));
}

function describe({ origin }: URL) {
  return {
    issuer: origin,
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    pushed_authorization_request_endpoint: `${origin}/par`,
    end_session_endpoint: `${origin}/logout`,
    jwks_uri: `${origin}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    authorization_response_iss_parameter_supported: true,
    dpop_signing_alg_values_supported: ["ES256"],
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
