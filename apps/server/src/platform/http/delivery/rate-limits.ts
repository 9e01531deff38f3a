import rateLimit from "@fastify/rate-limit";
import type { FastifyRequest } from "fastify";
import type { App } from "../app.ts";
import { problemOf, StoppedRequest } from "../problems/problem.ts";

/** Requests a minute. Addresses are generous, since a whole office may share one. */
export interface RateLimits {
  readonly perAddress: number;
  readonly perPerson: number;
}

/** What is allowed where nothing else is configured. */
export const RATE_LIMITS: RateLimits = { perAddress: 3000, perPerson: 900 };

/** How close somebody is to a limit is told to nobody. */
const QUIET = { "x-ratelimit-limit": false, "x-ratelimit-remaining": false, "x-ratelimit-reset": false };

/** Limits all routes of the interface by address before anything is looked up, and by person once known. */
export async function limitRates(app: App, { perAddress, perPerson }: RateLimits): Promise<void> {
  await app.register(rateLimit, {
    max: perAddress,
    timeWindow: "1 minute",
    keyGenerator: addressOf,
    addHeaders: QUIET,
    addHeadersOnExceeding: QUIET,
    errorResponseBuilder: (_request, { ttl }) => tooManyRequests(ttl),
  });
  const limit = limitCallers(app, perPerson);
  app.addHook("preHandler", async (request) => {
    if (request.caller) await limit(request);
  });
}

/** A limit of its own for what one caller may ask so many times a minute: the check throws once there are more. */
export function limitCallers(app: App, perMinute: number): (request: FastifyRequest) => Promise<void> {
  const countCaller = app.createRateLimit({
    max: perMinute,
    timeWindow: "1 minute",
    keyGenerator: ({ caller }) => caller?.person.id ?? "",
  });
  return async (request) => {
    const count = await countCaller(request);
    if (!count.isAllowed && count.isExceeded) throw tooManyRequests(count.ttl);
  };
}

/** A browser that hangs up before its request is handled has no address any more; all such requests share one key. */
function addressOf({ ip }: { ip?: FastifyRequest["ip"] | undefined }): string {
  return ip ? rateLimit.normalizeIP(ip) : "";
}

function tooManyRequests(milliseconds: number): StoppedRequest {
  return new StoppedRequest(
    problemOf(429, "tooManyRequests", {
      detail: "Too many requests in a short time. Wait a moment.",
      params: { retryAfterSeconds: Math.ceil(milliseconds / 1000) },
    }),
  );
}
