import type { FastifyRequest } from "fastify";

/** The token in `Authorization: Bearer …`, or nothing where the request has no such header. */
export function bearerTokenOf(request: Pick<FastifyRequest, "headers">): string | undefined {
  return /^Bearer +([\w.~+/=-]+)$/i.exec(request.headers.authorization ?? "")?.[1];
}
