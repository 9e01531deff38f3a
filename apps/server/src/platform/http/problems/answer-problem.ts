import type { Problem } from "@varde/contract";
import type { FastifyReply } from "fastify";
import type { App } from "../app.ts";
import { problemOf } from "./problem.ts";
import { problemOfError } from "./problem-of-error.ts";

/** Sends a problem as `application/problem+json` with its status, and `Retry-After` where it says when. */
export function answerProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const retryAfter = problem.params?.retryAfterSeconds;
  if (retryAfter !== undefined) reply.header("retry-after", String(retryAfter));
  if (problem.status === 401) reply.header("www-authenticate", "Bearer");
  return reply
    .code(problem.status)
    .header("cache-control", "no-store")
    .type("application/problem+json; charset=utf-8")
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem);
}

/** Every error and every unknown address is answered as a problem; what nobody foresaw is logged. */
export function answerErrorsAsProblems(app: App): void {
  app.setErrorHandler((thrown, request, reply) => {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const problem = problemOfError(error, request.id);
    if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, "request failed");
    return answerProblem(reply, problem);
  });
}

/** What is said of an address that does not exist. */
export function unknownAddress(): Problem {
  return problemOf(404, "unknownAddress", { detail: "There is nothing at this address." });
}
