import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { Metrics } from "./metrics.ts";

/** Where figures are served, and to whom. */
export interface MetricsSettings {
  readonly host: string;
  readonly port: number;
  /** Whoever asks must bear it; may only be missing on this machine's own address. */
  readonly token: string | undefined;
}

/**
 * Serves `/metrics` on a port of its own, so that no proxy in front of the pages can let strangers at it by mistake.
 * Without the right token, and at any other address, the answer is 404: it tells nothing, not even that it is there.
 */
export async function serveMetrics(
  metrics: Metrics,
  { host, port, token }: MetricsSettings,
): Promise<Server> {
  const server = createServer((request, response) => {
    const isFor = request.method === "GET" && request.url?.split("?", 1)[0] === "/metrics";
    if (!isFor || !bears(request, token)) {
      response.writeHead(404).end();
      return;
    }
    metrics.read().then(
      ({ contentType, text }) => response.writeHead(200, { "content-type": contentType }).end(text),
      () => response.writeHead(503).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });
  return server;
}

function bears(request: IncomingMessage, token: string | undefined): boolean {
  if (token === undefined) return true;
  const given = Buffer.from(request.headers.authorization ?? "");
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
