import assert from "node:assert/strict";
import test from "node:test";
import { type Problem, type Route, route } from "@varde/contract";
import { z } from "zod";
import type { RouteModule } from "../app.ts";
import { ownOrigins } from "../origins.ts";
import { buildTestServer } from "../testing.ts";
import { meets } from "./guard.ts";
import { type Asked, serve } from "./serve.ts";

const done = z.object({ done: z.boolean() });
const read = route({
  method: "GET",
  path: "/api/read/:id",
  summary: "Read",
  params: z.object({ id: z.string() }),
  response: done,
});
const change = route({ method: "POST", path: "/api/change", summary: "Change", response: done });
const either = route({ method: "GET", path: "/api/either", summary: "Either", response: done });
const open = route({ method: "POST", path: "/api/open", summary: "Open", response: done });

function guarded(): { module: RouteModule; handled: string[] } {
  const handled: string[] = [];
  const handle = (name: string) => () => {
    handled.push(name);
    return { done: true };
  };
  return {
    handled,
    module: (app) => {
      serve(app, read, { may: "readIntake" }, handle("read"));
      serve(app, change, { may: "handleIntake" }, handle("change"));
      serve(app, either, { may: ["readAlerts", "readIntake"] }, handle("either"));
      serve(app, open, { may: "anyone" }, handle("open"));
    },
  };
}

const codeOf = async (answer: Response) => ((await answer.json()) as Problem).code;

test("asks a stranger to log in, and lets nobody in by it", async (t) => {
  const { module, handled } = guarded();
  const { stranger } = await buildTestServer(t, { routes: [module] });
  const answer = await stranger.fetch("/api/read/1");
  assert.equal(answer.status, 401);
  assert.equal(await codeOf(answer), "loginRequired");
  assert.deepEqual(handled, []);
});

test("refuses a person without the permission and records the attempt without the query", async (t) => {
  const { module, handled } = guarded();
  const server = await buildTestServer(t, { routes: [module] });
  const manager = server.loginAs("readPortfolio");
  const answer = await manager.fetch("/api/read/12?q=Nordmann");
  assert.equal(answer.status, 403);
  assert.equal(await codeOf(answer), "permissionMissing");
  assert.deepEqual(handled, []);
  assert.deepEqual(server.refusedAttempts, [
    { person: manager.person, method: "GET", path: "/api/read/12", code: "permissionMissing" },
  ]);
});

test("refuses before the body is read", async (t) => {
  const { module } = guarded();
  const { stranger } = await buildTestServer(t, { routes: [module] });
  const answer = await stranger.fetch("/api/change", {
    method: "POST",
    body: "{",
    headers: { "content-type": "application/json" },
  });
  assert.equal(answer.status, 401);
});

test("one of several permissions is enough where a route names several", async (t) => {
  const { module } = guarded();
  const server = await buildTestServer(t, { routes: [module] });
  assert.equal((await server.loginAs("readAlerts").fetch("/api/either")).status, 200);
  assert.equal((await server.loginAs("readPortfolio").fetch("/api/either")).status, 403);
});

test("refuses a change without the token of the login, with another's, and with half of it", async (t) => {
  const { module, handled } = guarded();
  const server = await buildTestServer(t, { routes: [module] });
  const officer = server.loginAs("handleIntake");
  for (const token of ["", server.loginAs("handleIntake").person.id, "abc"]) {
    const answer = await officer.fetch("/api/change", { method: "POST", headers: { "x-csrf-token": token } });
    assert.equal(answer.status, 403);
    assert.equal(await codeOf(answer), "csrfTokenMissing");
  }
  assert.deepEqual(handled, []);
  assert.equal((await officer.fetch("/api/change", { method: "POST" })).status, 200);
});

test("refuses changes sent from other sites' pages, also on open routes", async (t) => {
  const { module, handled } = guarded();
  const server = await buildTestServer(t, { routes: [module] });
  const officer = server.loginAs("handleIntake");
  const foreign = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:3001" },
    { origin: "http://localhost:3000.evil.example" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ];
  for (const headers of foreign) {
    for (const path of ["/api/change", "/api/open"]) {
      const answer = await officer.fetch(path, { method: "POST", headers });
      assert.equal(answer.status, 403, JSON.stringify(headers));
      assert.equal(await codeOf(answer), "foreignOrigin");
    }
  }
  assert.deepEqual(handled, []);
  const own = await officer.fetch("/api/change", {
    method: "POST",
    headers: { origin: "http://localhost:3000" },
  });
  assert.equal(own.status, 200);
});

test("believes this machine's own names in a demonstration only, and only on the page's own port", async (t) => {
  const posts = async (loopback: boolean, host: string, origin: string) => {
    const origins = ownOrigins(new URL("http://localhost:3000"), { loopback });
    const { stranger } = await buildTestServer(t, { routes: [guarded().module], origins });
    return (await stranger.fetch("/api/open", { method: "POST", headers: { host, origin } })).status;
  };
  assert.equal(await posts(true, "127.0.0.1:8080", "http://127.0.0.1:8080"), 200);
  assert.equal(await posts(true, "[::1]:8080", "http://[::1]:8080"), 200);
  assert.equal(await posts(true, "127.0.0.1:8080", "http://127.0.0.1:9999"), 403);
  assert.equal(await posts(true, "evil.example", "http://evil.example"), 403);
  assert.equal(await posts(false, "127.0.0.1:8080", "http://127.0.0.1:8080"), 403);
});

test("a requirement is met by the permission, by any of several, by a login, by anyone", () => {
  const permissions = new Set(["readIntake"]);
  assert.equal(meets(permissions, "readIntake"), true);
  assert.equal(meets(permissions, ["operate", "readIntake"]), true);
  assert.equal(meets(permissions, "loggedIn"), true);
  assert.equal(meets(permissions, "operate"), false);
  assert.equal(meets(permissions, []), false);
});

test("a route that demands step-up sends a person without it to prove who they are anew", async (t) => {
  const { handled } = guarded();
  const open: RouteModule = (app) =>
    serve(app, change, { may: "handleIntake", stepUp: true }, () => {
      handled.push("change");
      return { done: true };
    });
  const server = await buildTestServer(t, { routes: [open] });
  const stale = await server.staleLoginAs("handleIntake").fetch("/api/change", { method: "POST" });
  const { code, params } = (await stale.json()) as Problem;
  assert.deepEqual([stale.status, code, params], [403, "stepUpRequired", { goTo: "/auth/step-up" }]);
  assert.deepEqual(handled, []);
  const without = server.staleLoginAs("readIntake");
  assert.equal(await codeOf(await without.fetch("/api/change", { method: "POST" })), "permissionMissing");
  const fresh = await server.loginAs("handleIntake").fetch("/api/change", { method: "POST" });
  assert.equal(fresh.status, 200);
});

test("whoever lacks a right of their own acts in the place of somebody who has it, and it is said in whose", async (t) => {
  const acting: unknown[] = [];
  const module: RouteModule = (app) => {
    const note = ({
      person,
      permissions,
      countsAs,
    }: Pick<Asked<Route, "operate">, "person" | "permissions" | "countsAs">) => {
      acting.push([person.onBehalfOf?.name, [...permissions].sort(), countsAs.size]);
      return { done: true };
    };
    serve(app, change, { may: "handleIntake" }, note);
    serve(app, either, { may: ["readAlerts", "readIntake"] }, note);
  };
  const { admit } = await buildTestServer(t, { routes: [module] });
  const standsInFor = [
    { person: { id: "amina", name: "Amina Haddad" }, permissions: new Set(["readAlerts"] as const) },
    { person: { id: "turid", name: "Turid Nygård" }, permissions: new Set(["handleIntake"] as const) },
  ];
  const jonas = admit({ permissions: new Set(["readIntake"]), standsInFor });
  assert.equal((await jonas.fetch("/api/change", { method: "POST" })).status, 200);
  assert.equal((await jonas.fetch("/api/either")).status, 200);
  const all = ["handleIntake", "readAlerts", "readIntake"];
  assert.deepEqual(acting, [
    ["Turid Nygård", all, 3],
    [undefined, all, 3],
  ]);
  const alone = admit({ permissions: new Set(["readIntake"]), standsInFor: standsInFor.slice(0, 1) });
  assert.equal((await alone.fetch("/api/change", { method: "POST" })).status, 403);
});
