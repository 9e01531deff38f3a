import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { type Problem, route } from "@varde/contract";
import { z } from "zod";
import type { RouteModule } from "../app.ts";
import { openApiOf } from "../openapi.ts";
import { ownOrigins } from "../origins.ts";
import { serve } from "../routes/serve.ts";
import { buildTestServer } from "../testing.ts";

const ping = route({
  method: "GET",
  path: "/api/ping/:name",
  summary: "Ping",
  params: z.object({ name: z.string() }),
  response: z.object({ text: z.string() }),
});
const pings: RouteModule = (app) =>
  serve(app, ping, { may: "loggedIn" }, ({ params }) => {
    if (params.name === "fail")
      throw Object.assign(new Error('invalid input syntax: "Nordmann"'), {
        severity: "ERROR",
        code: "22P02",
      });
    return { text: params.name.repeat(500) };
  });

function builtPages(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "varde-pages-"));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Varde</title>");
  writeFileSync(join(folder, "assets/app-3f9a.js"), "export const app = 1;".repeat(200));
  writeFileSync(join(folder, "icon.svg"), "<svg/>");
  return folder;
}

test("every reply forbids inline script and style, framing, sniffing and unused browser features", async (t) => {
  const { stranger } = await buildTestServer(t, { routes: [pings], pages: builtPages(t) });
  for (const path of ["/", "/assets/app-3f9a.js", "/api/ping/x", "/health/live", "/no-such.file"]) {
    const { headers } = await stranger.fetch(path);
    const policy = headers.get("content-security-policy") ?? "";
    assert.match(policy, /default-src 'self'/, path);
    assert.match(policy, /script-src 'self';/);
    assert.match(policy, /style-src 'self';/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe|upgrade-insecure/);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("referrer-policy"), "same-origin");
    assert.match(headers.get("permissions-policy") ?? "", /camera=\(\)/);
    assert.equal(headers.get("strict-transport-security"), null);
  }
});

test("behind https, browsers are told to stay with https", async (t) => {
  const { stranger } = await buildTestServer(t, {
    routes: [],
    origins: ownOrigins(new URL("https://varde.example")),
  });
  const { headers } = await stranger.fetch("/health/live");
  assert.match(headers.get("strict-transport-security") ?? "", /max-age=31536000/);
  assert.match(headers.get("content-security-policy") ?? "", /upgrade-insecure-requests/);
});

test("shows the application at every address of a page, and problems at every other", async (t) => {
  const { stranger } = await buildTestServer(t, { routes: [pings], pages: builtPages(t) });
  for (const page of ["/", "/intake", "/alerts/12?tab=x"]) {
    const answer = await stranger.fetch(page);
    assert.equal(answer.status, 200, page);
    assert.match(await answer.text(), /<title>Varde/);
    assert.equal(answer.headers.get("cache-control"), "no-cache");
  }
  for (const path of [
    "/api/nothing",
    "/api",
    "/auth/nothing",
    "/assets/gone-1.js",
    "/../package.json",
    "/%2e%2e/x.json",
  ]) {
    const answer = await stranger.fetch(path);
    assert.equal(answer.status, 404, path);
    assert.equal(((await answer.json()) as Problem).code, "unknownAddress");
  }
  assert.equal((await stranger.fetch("/intake", { method: "POST" })).status, 404);
});

test("files named by their content are kept for ever, others are asked for again", async (t) => {
  const { stranger } = await buildTestServer(t, { routes: [], pages: builtPages(t) });
  const hashed = await stranger.fetch("/assets/app-3f9a.js", { headers: { "accept-encoding": "br" } });
  assert.equal(hashed.headers.get("cache-control"), "public, max-age=31536000, immutable");
  assert.equal(hashed.headers.get("content-encoding"), "br");
  assert.equal((await stranger.fetch("/icon.svg")).headers.get("cache-control"), "no-cache");
});

test("says how to build the pages where they are not built", async (t) => {
  const { stranger } = await buildTestServer(t, { routes: [], pages: join(tmpdir(), "varde-no-pages") });
  const answer = await stranger.fetch("/");
  assert.equal(answer.status, 503);
  assert.match(((await answer.json()) as Problem).detail ?? "", /npm run build/);
});

test("health tells strangers ok or not ok, and nothing else", async (t) => {
  let ready: () => Promise<boolean> = async () => true;
  const { stranger } = await buildTestServer(t, { routes: [], isReady: () => ready() });
  const told = async (path: string) => {
    const answer = await stranger.fetch(path);
    return [answer.status, await answer.text()];
  };
  assert.deepEqual(await told("/health/ready"), [200, '{"status":"ok"}']);
  ready = async () => false;
  assert.deepEqual(await told("/health/ready"), [503, '{"status":"not ok"}']);
  ready = () => Promise.reject(new Error("password authentication failed for user varde"));
  assert.deepEqual(await told("/health/ready"), [503, '{"status":"not ok"}']);
  assert.deepEqual(await told("/health/live"), [200, '{"status":"ok"}']);
});

test("limits requests by address and by person, and says when to come back", async (t) => {
  const server = await buildTestServer(t, { routes: [pings], limits: { perAddress: 6, perPerson: 2 } });
  const officer = server.loginAs("readIntake");
  const statuses: number[] = [];
  for (let i = 0; i < 3; i++) statuses.push((await officer.fetch("/api/ping/x")).status);
  assert.deepEqual(statuses, [200, 200, 429]);
  const other = server.loginAs("readIntake");
  for (let i = 0; i < 3; i++) statuses.push((await other.fetch("/api/ping/x")).status);
  const answer = await server.stranger.fetch("/api/ping/x");
  assert.equal(answer.status, 429);
  assert.match(answer.headers.get("retry-after") ?? "", /^\d+$/);
  assert.equal(answer.headers.get("x-ratelimit-limit"), null);
  assert.equal(((await answer.json()) as Problem).code, "tooManyRequests");
});

test("a request whose client has hung up, and so has no address, is handled like any other", async (t) => {
  const hungUp: RouteModule = (app) => {
    app.addHook("onRequest", async ({ raw }) => {
      Object.defineProperty(raw.socket, "remoteAddress", { value: undefined });
    });
    return pings(app);
  };
  const server = await buildTestServer(t, { routes: [hungUp] });
  assert.equal((await server.loginAs().fetch("/api/ping/x")).status, 200);
});

test("the log names the pattern of an address and the kind of an error, never who it was about", async (t) => {
  const lines: string[] = [];
  const logTo = { write: (line: string) => void lines.push(line) };
  const server = await buildTestServer(t, { routes: [pings], logLevel: "info", logTo });
  const officer = server.loginAs("readIntake");
  const headers = { cookie: "varde=geheim", "user-agent": "browser of Kari" };
  await officer.fetch("/api/ping/Nordmann?q=Kari", { headers });
  const failed = await officer.fetch("/api/ping/fail");
  const { params } = (await failed.json()) as Problem;
  await server.stranger.fetch("/Nordmann");
  const log = lines.join("");
  assert.match(log, /"route":"\/api\/ping\/:name","status":200/);
  assert.match(log, new RegExp(`"requestId":"${params?.requestId}".*request failed`));
  assert.match(log, /"message":"database error 22P02"/);
  assert.doesNotMatch(log, /Nordmann|geheim|browser|127\.0\.0\.1|q=/);
});

test("sends changes to every page through one listener, and lets go at the end", async (t) => {
  let tell: (notice: string) => void = () => {};
  let listeners = 0;
  const changes = {
    listen: async (_channel: string, receive: (notice: string) => void) => {
      listeners++;
      tell = receive;
      return async () => void listeners--;
    },
  };
  const server = await buildTestServer(t, { routes: [], changes });
  assert.equal((await server.stranger.fetch("/api/live")).status, 401);
  const pages = await Promise.all([1, 2].map(() => server.loginAs().fetch("/api/live")));
  assert.equal(listeners, 1);
  tell('{"topic":"intake.messages","id":"7"}');
  await server.app.close();
  assert.equal(listeners, 0);
  for (const page of pages) {
    assert.equal(page.headers.get("content-type"), "text/event-stream; charset=utf-8");
    const told = await page.text();
    assert.match(told, /^retry: \d+\nevent: hello\ndata: \{\}\n\n/);
    assert.match(told, /event: change\ndata: \{"topic":"intake.messages","id":"7"\}\n\n/);
  }
});

test("describes the contract's routes and nothing else as OpenAPI 3.1", async (t) => {
  const server = await buildTestServer(t, { routes: [pings], pages: builtPages(t) });
  const description = openApiOf(server.app) as {
    components: { schemas: object };
    openapi: string;
    paths: Record<string, Record<string, { operationId: string; responses: object }>>;
  };
  assert.equal(description.openapi, "3.1.0");
  assert.deepEqual(Object.keys(description.paths), ["/api/ping/{name}"]);
  assert.deepEqual(Object.keys(description.components.schemas), ["Problem"]);
  assert.equal(description.paths["/api/ping/{name}"]?.get?.operationId, "getPingByName");
  assert.deepEqual(Object.keys(description.paths["/api/ping/{name}"]?.get?.responses ?? {}), [
    "200",
    "default",
  ]);
  assert.equal((await server.stranger.fetch("/api/openapi.json")).status, 401);
  assert.equal((await server.loginAs().fetch("/api/openapi.json")).status, 200);
});
