import { randomUUID } from "node:crypto";
import compress from "@fastify/compress";
import Fastify from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { App, Authentication, RouteModule } from "./app.ts";
import { serveHealth } from "./delivery/health.ts";
import { type ChangeSource, type LiveTimings, serveLiveChanges } from "./delivery/live.ts";
import { limitRates, RATE_LIMITS, type RateLimits } from "./delivery/rate-limits.ts";
import { logSettings, RequestLog, type RequestObserver } from "./delivery/request-log.ts";
import { sendSecurityHeaders } from "./delivery/security-headers.ts";
import { servePages } from "./delivery/static-pages.ts";
import { describeInterface, serveDescription } from "./openapi.ts";
import type { OwnOrigins } from "./origins.ts";
import { answerErrorsAsProblems, answerProblem, unknownAddress } from "./problems/answer-problem.ts";
import { answerRefusals, type RefusalParts } from "./problems/answer-refusal.ts";
import { problemOfError } from "./problems/problem-of-error.ts";
import { demandDeclarations, guardRoutes } from "./routes/guard.ts";

/** What a server is put together from. */
export interface ServerParts {
  /** Where browsers see the server. */
  readonly origins: OwnOrigins;
  readonly version: string;
  readonly authentication: Authentication;
  /** The routes of each slice. */
  readonly routes: readonly RouteModule[];
  readonly changes: ChangeSource;
  /** Whether the process can do its work now; rejecting counts as no. */
  readonly isReady: () => Promise<boolean>;
  readonly recordRefusedAttempt: RefusalParts["recordRefusedAttempt"];
  /** Refusals in words; without it they are told by their codes alone. */
  readonly explainRefusal?: RefusalParts["explainRefusal"];
  /** Told of every request answered: pattern of the address, status, seconds. */
  readonly observeRequest?: RequestObserver;
  /** The folder of the built web application; without it only the interface is served. */
  readonly pages?: string;
  /** "silent" logs nothing. */
  readonly logLevel?: string;
  /** Where the log goes; standard output where nothing is said. */
  readonly logTo?: { write(line: string): void };
  readonly limits?: Partial<RateLimits>;
  readonly live?: LiveTimings;
  /** Proxies before the server whose word on address and scheme is believed; one where the public URL is https. */
  readonly proxies?: number;
}

const MEGABYTE = 1024 * 1024;

/**
 * Builds the HTTP server, ready to listen or to be asked with `inject`. Rejects when a route does not say
 * who may use it. `close()` ends live streams, finishes running requests and then stops.
 */
export async function buildServer(parts: ServerParts): Promise<App> {
  const { isHttps } = parts.origins;
  const proxies = parts.proxies ?? (isHttps ? 1 : 0);
  const app = Fastify({
    logger: logSettings(parts.logLevel ?? "info", parts.logTo),
    logController: new RequestLog(parts.observeRequest),
    genReqId: () => randomUUID(),
    trustProxy: (_address, hop) => hop < proxies,
    bodyLimit: MEGABYTE,
    forceCloseConnections: "idle",
    requestTimeout: 300_000,
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (error, request, reply) => void answerProblem(reply, problemOfError(error, request.id)),
  }) as unknown as App;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser("text/plain");
  app.decorate("authentication", parts.authentication);
  answerErrorsAsProblems(app);
  answerRefusals(app, parts);
  demandDeclarations(app);
  await sendSecurityHeaders(app, { isHttps });
  await app.register(compress, { threshold: 1024, encodings: ["br", "gzip"], inflateIfDeflated: false });
  guardRoutes(app, parts);
  await describeInterface(app, parts.version);
  serveHealth(app, parts.isReady);
  if (parts.pages) await servePages(app, parts.pages);
  else app.setNotFoundHandler((_request, reply) => answerProblem(reply, unknownAddress()));
  await app.register((inner) => serveInterface(inner as unknown as App, parts));
  await app.ready();
  return app;
}

/** Everything that knows people: pages and health checks stay outside and never load a session. */
async function serveInterface(app: App, parts: ServerParts): Promise<void> {
  app.addHook("onSend", async (_request, reply) => {
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  });
  await limitRates(app, { ...RATE_LIMITS, ...parts.limits });
  await parts.authentication.register(app);
  serveDescription(app);
  serveLiveChanges(app, parts.changes, parts.live);
  for (const register of parts.routes) await register(app);
}
