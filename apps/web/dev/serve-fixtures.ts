import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { answerRequest } from "./fixtures/answer-request.ts";

const BUILT = join(import.meta.dirname, "../dist");
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
/** As strict as the real server's, so that the pages are seen to obey it. */
const POLICY =
  "default-src 'self'; script-src 'self'; script-src-attr 'none'; style-src 'self'; style-src-attr 'none'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'";

/** Serves the built pages of a folder with invented answers, on any free port. Resolves when it listens. */
export async function serveFixtures(built = BUILT): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    answer(built, request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function answer(built: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!(await answerRequest(request, response))) await sendBuilt(built, request.url ?? "/", response);
}

async function sendBuilt(built: string, url: string, response: ServerResponse): Promise<void> {
  const asked = join(built, normalize(new URL(url, "http://fixture").pathname));
  const isFile =
    extname(asked) !== "" &&
    (await stat(asked).then(
      (found) => found.isFile(),
      () => false,
    ));
  const file = isFile ? asked : join(built, "index.html");
  response.writeHead(200, {
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    "content-security-policy": POLICY,
  });
  createReadStream(file).pipe(response);
}
