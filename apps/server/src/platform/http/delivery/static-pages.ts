import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { App } from "../app.ts";
import { answerProblem, unknownAddress } from "../problems/answer-problem.ts";
import { problemOf } from "../problems/problem.ts";

/** Addresses that are never a page of the web application. */
const NOT_PAGES = /^\/(api|auth|demo-login|health)(\/|$)/;
/** Addresses of files: the last part has an ending. Pages have none. */
const FILE = /\.[a-z0-9]+$/i;
/** Files whose name changes with their content: the build's hash, or for fonts, which the login page names too, their edition. */
const LASTING = /[/\\]assets[/\\]/;

/**
 * Serves the built web application from a folder. Addresses that are no file show the application itself,
 * which knows its own pages; what is no page is answered as a problem.
 */
export async function servePages(app: App, folder: string): Promise<void> {
  const built = existsSync(join(folder, "index.html"));
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    index: false,
    suppressWarning: true,
    cacheControl: false,
    setHeaders: (reply, path) =>
      reply.header("cache-control", LASTING.test(path) ? "public, max-age=31536000, immutable" : "no-cache"),
  });
  app.setNotFoundHandler((_request, reply) => answerProblem(reply, unknownAddress()));
  app.get<{ Params: { "*": string } }>(
    "/*",
    { config: { may: "anyone" }, schema: { hide: true } },
    (request, reply) => {
      const path = `/${request.params["*"]}`;
      if (NOT_PAGES.test(path)) return answerProblem(reply, unknownAddress());
      if (FILE.test(path)) return reply.sendFile(path);
      return built ? reply.sendFile("index.html") : answerProblem(reply, pagesNotBuilt());
    },
  );
}

function pagesNotBuilt() {
  return problemOf(503, "pagesNotBuilt", {
    detail: 'The pages are not built. Run "npm run build" and start again.',
  });
}
