import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import type { TestContext } from "node:test";
import { createClient, type Permission, type Person } from "@varde/contract";
import type { ActingPerson, App, Authentication, Caller, Requirement } from "./app.ts";
import { buildServer, type ServerParts } from "./build-server.ts";
import { ownOrigins } from "./origins.ts";
import type { RefusedAttempt } from "./problems/refused-attempt.ts";

/** Somebody at a browser, without a network: keeps cookies, and sends what pages send. */
export interface TestCaller {
  /** As the page's `fetch`; addresses are paths. Redirects are not followed. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Calls a route of the contract, as the page does. Throws `ProblemError` when refused. */
  readonly call: ReturnType<typeof createClient>;
  readonly cookies: Map<string, string>;
}

/** Makes a caller of a server that is built but does not listen. `always` goes with every request. */
export function createCaller(app: App, always: Readonly<Record<string, string>> = {}): TestCaller {
  const cookies = new Map<string, string>();
  const paths = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const request = new Request(`http://localhost:3000${path}`, init);
    const cookie = [...cookies]
      .filter(([name]) => path.startsWith(paths.get(name) ?? "/"))
      .map(([name, value]) => `${name}=${value}`)
      .join("; ");
    const answer = await app.inject({
      method: request.method as "GET",
      url: path,
      headers: {
        host: "localhost:3000",
        ...always,
        ...Object.fromEntries(request.headers),
        ...(cookie && { cookie }),
      },
      ...(request.body && { payload: Buffer.from(await request.arrayBuffer()) }),
      payloadAsStream: true,
    });
    for (const { name, value, maxAge, expires, path: cookiePath = "/" } of answer.cookies) {
      paths.set(name, cookiePath);
      if (maxAge === 0 || (expires && expires.getTime() < Date.now())) cookies.delete(name);
      else cookies.set(name, encodeURIComponent(value));
    }
    return responseOf(answer.statusCode, answer.headers, answer.stream());
  };
  return { fetch: send, call: createClient("", undefined, send), cookies };
}

function responseOf(status: number, headers: Record<string, unknown>, stream: Readable): Response {
  const given = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  );
  const hasBody = status !== 204 && status !== 304;
  if (!hasBody) stream.resume();
  const body = hasBody ? ReadableStream.from<Uint8Array>(stream) : null;
  return new Response(body, { status, headers: given });
}

/** A server for the tests of one slice, and ways to log in to it without any provider. */
export interface TestServer {
  readonly app: App;
  /** Nobody in particular. */
  readonly stranger: TestCaller;
  /** Somebody of whom the authentication says this; `headers` are what their browser sends over a real connection. */
  readonly admit: (known: Partial<Caller>) => TestCaller & {
    readonly person: Person;
    readonly headers: Readonly<Record<string, string>>;
  };
  /** Somebody who may do this and nothing else. */
  loginAs(...permissions: Permission[]): ReturnType<TestServer["admit"]>;
  /** The same, but the person did not prove who they are anew, as routes with `stepUp` demand. */
  readonly staleLoginAs: TestServer["loginAs"];
  /** What was refused to people, in order. */
  readonly refusedAttempts: readonly RefusedAttempt[];
}

/** Builds a server with the given routes and an authentication that believes its tests; closed after the test. */
export async function buildTestServer(
  t: Pick<TestContext, "after">,
  parts: Partial<ServerParts> & Pick<ServerParts, "routes">,
): Promise<TestServer> {
  const callers = new Map<string, Caller>();
  const authentication: Authentication = {
    register: async () => {},
    identify: async ({ headers }) => callers.get(String(headers["x-test-login"])),
  };
  const refusedAttempts: RefusedAttempt[] = [];
  const app = await buildServer({
    origins: ownOrigins(new URL("http://localhost:3000")),
    version: "0.0.0",
    authentication,
    changes: { listen: async () => async () => {} },
    isReady: async () => true,
    recordRefusedAttempt: async (attempt) => void refusedAttempts.push(attempt),
    logLevel: "silent",
    ...parts,
  });
  t.after(() => app.close());
  const admit = (known: Partial<Caller>) => {
    const login = randomUUID();
    const person: ActingPerson = known.person ?? {
      id: randomUUID(),
      name: "Ingrid Solbakken",
      roles: ["firstLine"],
      language: "nb",
    };
    callers.set(login, { permissions: new Set(), isSteppedUp: true, ...known, person, csrfToken: login });
    const headers = { "x-csrf-token": login, "x-test-login": login };
    return { ...createCaller(app, headers), person, headers };
  };
  return {
    app,
    stranger: createCaller(app),
    refusedAttempts,
    admit,
    loginAs: (...permissions) => admit({ permissions: new Set(permissions) }),
    staleLoginAs: (...permissions) => admit({ permissions: new Set(permissions), isSteppedUp: false }),
  };
}

/** How one route answered each kind of caller. */
export interface RouteAnswers {
  readonly method: string;
  readonly path: string;
  readonly may: Requirement;
  /** Name of the caller → status. */
  readonly statuses: Readonly<Record<string, number>>;
}

/**
 * Walks every registered route as every kind of caller, each time with a fresh login, parameters "1" and an
 * empty body. 401 and 403 tell who was kept out; any other status tells that the guard let the caller through.
 */
export async function walkEveryRoute(
  app: App,
  callers: Readonly<Record<string, () => Promise<TestCaller>>>,
): Promise<RouteAnswers[]> {
  const answers: RouteAnswers[] = [];
  for (const { method, path, may } of app.declaredRoutes) {
    if (method === "HEAD") continue;
    const statuses: Record<string, number> = {};
    for (const [name, enter] of Object.entries(callers)) {
      statuses[name] = await statusOf(await enter(), method, path);
    }
    answers.push({ method, path, may, statuses });
  }
  return answers;
}

async function statusOf(caller: TestCaller, method: string, path: string): Promise<number> {
  const hasBody = method !== "GET";
  const response = await caller.fetch(path.replace(/:\w+|\*/g, "1"), {
    method,
    ...(hasBody && { body: "{}", headers: { "content-type": "application/json" } }),
  });
  await response.body?.cancel();
  return response.status;
}
