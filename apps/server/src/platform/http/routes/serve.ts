import type { Permission, Route } from "@varde/contract";
import { problem } from "@varde/contract";
import type { FastifyReply, FastifyRequest, FastifySchema } from "fastify";
import type { z } from "zod";
import { isRefusal, type Refusal } from "../../rules/refusal.ts";
import type { ActingPerson, App, Requirement } from "../app.ts";

/** Who may use a route, and how large a body it takes. */
export interface Declaration<M extends Requirement = Requirement> {
  readonly may: M;
  /** The person must have logged in anew a short time ago; else the answer is `stepUpRequired`. */
  readonly stepUp?: boolean;
  /** Bytes; 1 MB where nothing is said. */
  readonly bodyLimit?: number;
}

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
type Asking = Pick<Route, "params" | "query" | "body">;

/** What a handler is given: checked input and the person who asks. */
export interface Asked<R extends Asking, M extends Requirement> {
  readonly params: Parsed<R["params"]>;
  readonly query: Parsed<R["query"]>;
  readonly body: Parsed<R["body"]>;
  /** Absent only on routes open to anyone. */
  readonly person: M extends "anyone" ? undefined : ActingPerson;
  /** The person's own, and those of the people they stand in for. */
  readonly permissions: ReadonlySet<Permission>;
  /** Ids of the person and of everybody they stand in for: four eyes takes them for one. */
  readonly countsAs: ReadonlySet<string>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Outcome<T> = T | Refusal | Promise<T | Refusal>;

/**
 * Serves a route of the contract. Input is checked before the handler sees it, and the answer is cut to
 * the contract's shape: fields it does not name never leave. A refusal is answered as a problem.
 */
export function serve<const R extends Route, const M extends Requirement>(
  app: App,
  contract: R,
  { may, stepUp = false, bodyLimit }: Declaration<M>,
  handle: (asked: Asked<R, M>) => Outcome<z.output<R["response"]>>,
): void {
  app.route({
    method: contract.method,
    url: contract.path,
    config: { may, stepUp },
    ...(bodyLimit !== undefined && { bodyLimit }),
    schema: {
      ...requestSchema(contract),
      response: responseSchema(contract),
    },
    handler: async (request, reply) => {
      const outcome = await handle(asked<R, M>(request, reply));
      return isRefusal(outcome) ? app.answerRefusal(request, reply, outcome) : outcome;
    },
  });
}

/** The checked input of a request in the shape handlers take. */
export function asked<R extends Asking, M extends Requirement>(
  request: FastifyRequest,
  reply: FastifyReply,
): Asked<R, M> {
  const { person, permissions = new Set<Permission>(), standsInFor = [] } = request.caller ?? {};
  return {
    params: request.params,
    query: request.query,
    body: request.body,
    person,
    permissions,
    countsAs: new Set([person, ...standsInFor.map((one) => one.person)].flatMap((one) => one?.id ?? [])),
    request,
    reply,
  } as unknown as Asked<R, M>;
}

/** What a route answers: the contract's shape, or a problem. */
export function responseSchema({ response }: Pick<Route, "response">): Record<string, unknown> {
  return {
    200: { description: "What was asked for", content: { "application/json": { schema: response } } },
    default: problemResponse,
  };
}

/** How a problem looks to those who read the description of the interface. */
export const problemResponse = {
  description: "What was refused or went wrong, and why",
  content: { "application/problem+json": { schema: problem } },
};

/** Name, summary and input shapes of a route, for checking and for the description of the interface. */
export function requestSchema(contract: Asking & Pick<Route, "method" | "path" | "summary">): FastifySchema {
  return {
    operationId: operationId(contract.method, contract.path),
    summary: contract.summary,
    ...(contract.params && { params: contract.params }),
    ...(contract.query && { querystring: contract.query }),
    ...(contract.body && { body: contract.body }),
  };
}

/** "GET", "/api/intake/messages/:id" → "getIntakeMessagesById". */
export function operationId(method: string, path: string): string {
  const words = path.replace(/^\/api\//, "").split(/[/.-]/);
  const named = words.map((word) => (word.startsWith(":") ? `By${capital(word.slice(1))}` : capital(word)));
  return method.toLowerCase() + named.join("");
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
