import type { FastifyRequest } from "fastify";
import { createRemoteJWKSet, jwtVerify } from "jose";

/** How a simulated system decides whom it answers, given the scope it demands. */
export type Admission = (scope: string) => (request: FastifyRequest) => Promise<boolean>;

/** Lets in whoever bears a token at all; for a simulated system that is not told of a provider of tokens. */
export const anyToken: Admission = () => async (request) => bearer(request) !== undefined;

/** Lets in whoever bears a token of the provider whose keys stand at `keys`, unexpired and for the scope demanded. */
export function tokensOf(keys: URL): Admission {
  const keySet = createRemoteJWKSet(keys);
  return (scope) => async (request) => {
    const token = bearer(request);
    if (token === undefined) return false;
    const verified = await jwtVerify(token, keySet).catch(() => undefined);
    const scopes = verified?.payload.scope;
    return typeof scopes === "string" && scopes.split(" ").includes(scope);
  };
}

const bearer = ({ headers: { authorization = "" } }: FastifyRequest): string | undefined =>
  /^Bearer (\S+)$/.exec(authorization)?.[1];
