import type { z } from "zod";
import type { Problem, Route } from "./route.ts";

type Input<T> = T extends z.ZodType ? z.input<T> : never;

type Plain = string | number | boolean;

/** What a caller of a route must give. */
export type RouteArguments<R extends Route> = (R["params"] extends z.ZodObject
  ? { params: Input<R["params"]> }
  : unknown) &
  (R["query"] extends z.ZodObject ? { query?: Input<R["query"]> } : unknown) &
  (R["body"] extends z.ZodType ? { body: Input<R["body"]> } : unknown);

/** What a caller gets back. */
export type RouteResponse<R extends Route> = z.output<R["response"]>;

/** A request the server refused or could not serve; `problem` says why, in codes the page translates. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/**
 * Builds a typed caller for routes. `base` is "" in the page; `headers` is asked for at every call (for the CSRF token);
 * `send` is `fetch`, or what stands in for it in tests. Throws `ProblemError` for every answer outside 2xx.
 */
export function createClient(
  base: string,
  headers: () => Record<string, string> = () => ({}),
  send: (url: string, init: RequestInit) => Promise<Response> = fetch,
) {
  return async function call<R extends Route>(
    route: R,
    ...[given]: keyof RouteArguments<R> extends never ? [] : [RouteArguments<R>]
  ): Promise<RouteResponse<R>> {
    const { params, query, body } = (given ?? {}) as {
      params?: Record<string, Plain>;
      query?: Record<string, Plain | undefined>;
      body?: unknown;
    };
    const response = await send(base + fillPath(route.path, params) + queryString(query), {
      method: route.method,
      credentials: "include",
      headers: { ...headers(), ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new ProblemError(await readProblem(response));
    return (await response.json()) as RouteResponse<R>;
  };
}

/** The path of a route with its `:params` filled in and escaped. */
export function fillPath(path: string, params: Record<string, Plain> = {}): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
}

function queryString(query: Record<string, Plain | undefined> = {}): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== "") given.set(name, String(value));
  return given.size === 0 ? "" : `?${given.toString()}`;
}

async function readProblem(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem;
  } catch {
    return {
      type: "about:blank",
      title: response.statusText,
      status: response.status,
      code: `http${response.status}`,
    };
  }
}
