import type { FastifyRequest } from "fastify";

/** The addresses at which a browser may see this server. */
export interface OwnOrigins {
  /** Scheme, host and port under which the server is known. */
  readonly publicOrigin: string;
  readonly isHttps: boolean;
  /** The own origin a request was sent to, or nothing when its host is not ours. */
  of(request: FastifyRequest): string | undefined;
  /** Whether the Origin header of a request names the page's own origin. */
  isOwn(origin: string, request: FastifyRequest): boolean;
}

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * One public origin; with `loopback` also this machine's own names on any port, for demonstration,
 * where the page may be opened through another name or a forwarded port.
 */
export function ownOrigins(publicUrl: URL, { loopback = false } = {}): OwnOrigins {
  const publicOrigin = publicUrl.origin;
  function of(request: FastifyRequest): string | undefined {
    const asked = originOfHost(request.host);
    if (request.host === publicUrl.host) return publicOrigin;
    return loopback && asked && LOOPBACK.has(asked.hostname) ? asked.origin : undefined;
  }
  return {
    publicOrigin,
    isHttps: publicUrl.protocol === "https:",
    of,
    isOwn: (origin, request) => origin === publicOrigin || (loopback && origin === of(request)),
  };
}

function originOfHost(host: string | undefined): URL | undefined {
  return host ? (URL.parse(`http://${host}`) ?? undefined) : undefined;
}
