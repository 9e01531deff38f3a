import assert from "node:assert/strict";
import test from "node:test";
import { route, sessionRoutes } from "@varde/contract";
import { sql } from "kysely";
import { z } from "zod";
import type { RouteModule } from "../../platform/http/index.ts";
import { serve } from "../../platform/http/index.ts";
import { createCaller } from "../../platform/http/testing.ts";
import { buildAccessServer } from "../testing.ts";
import { codeOn, logInThrough, providerAt } from "./testing/log-in.ts";
import { startPlayedIssuer } from "./testing/played-issuer.ts";

const open = route({
  method: "GET",
  path: "/api/number",
  summary: "Open a number",
  response: z.object({ number: z.string() }),
});
const numbers: RouteModule = (app) =>
  serve(app, open, { may: "loggedIn", stepUp: true }, () => ({ number: "opened" }));

const STEP_UP = "/auth/step-up?returnTo=/alerts/12";
const fresh = () => ({ auth_time: Math.floor(Date.now() / 1000) });

async function build(t: Parameters<typeof startPlayedIssuer>[0]) {
  const played = await startPlayedIssuer(t);
  const server = await buildAccessServer(t, {
    providers: [providerAt(played)],
    demo: false,
    routes: [numbers],
  });
  return { ...server, played };
}

test("opens what demands it for ten minutes after a new proof, and asks again after that", async (t) => {
  const { app, played, clock } = await build(t);
  const { caller } = await logInThrough(app, played, { claims: fresh() });
  const refused = await caller.fetch("/api/number");
  assert.deepEqual(
    [refused.status, ((await refused.json()) as { code: string }).code],
    [403, "stepUpRequired"],
  );
  const { answer } = await logInThrough(app, played, { path: STEP_UP, caller, claims: fresh() });
  assert.equal(answer.headers.get("location"), "/alerts/12");
  assert.equal((await caller.fetch("/api/number")).status, 200);
  clock.move("2026-02-02T08:09:59Z");
  assert.equal((await caller.fetch("/api/number")).status, 200);
  clock.move("2026-02-02T08:10:00Z");
  assert.equal((await caller.fetch("/api/number")).status, 403);
});

test("a step-up never makes a session last longer than the login it began with", async (t) => {
  const { app, played, clock } = await build(t);
  const { caller } = await logInThrough(app, played);
  for (let minute = 50; minute < 12 * 60; minute += 50) {
    clock.move(new Date(Date.UTC(2026, 1, 2, 8, minute)));
    await logInThrough(app, played, { path: STEP_UP, caller, claims: fresh() });
  }
  const { sessions } = await caller.call(sessionRoutes.listOwnSessions);
  assert.equal(sessions.length, 1);
  assert.equal(sessions[0]?.startedAt, "2026-02-02T08:00:00.000Z");
  clock.move("2026-02-02T20:00:00Z");
  assert.equal((await caller.fetch("/api/me")).status, 401);
});

test("refuses another person, an old proof and one without a time; the session stays as it was", async (t) => {
  const { app, played } = await build(t);
  const { caller } = await logInThrough(app, played);
  const old = Math.floor(new Date("2026-02-02T07:50:00Z").getTime() / 1000);
  const refusedWith = async (claims: object) =>
    codeOn((await logInThrough(app, played, { path: STEP_UP, caller, claims: { ...claims } })).answer);
  assert.equal(await refusedWith({ ...fresh(), sub: "ola" }), "loginOtherPerson");
  assert.equal(await refusedWith({ auth_time: old }), "loginFailed");
  assert.equal(await refusedWith({}), "loginFailed");
  assert.equal((await caller.fetch("/api/me")).status, 200);
  assert.equal((await caller.fetch("/api/number")).status, 403);
});

test("the answer to a step-up is worth nothing in another browser", async (t) => {
  const { app, played } = await build(t);
  const { caller } = await logInThrough(app, played);
  const { back } = await logInThrough(app, played, { path: STEP_UP, caller, claims: fresh() });
  const other = createCaller(app);
  await logInThrough(app, played, { caller: other, claims: { sub: "ola" } });
  assert.equal(await codeOn(await other.fetch(back)), "loginExpired");
  assert.equal((await other.fetch("/api/number")).status, 403);
});

test("whoever is not logged in is sent to log in as usual", async (t) => {
  const { app, played } = await build(t);
  const { caller, answer } = await logInThrough(app, played, { path: STEP_UP });
  assert.equal(answer.headers.get("location"), "/alerts/12");
  assert.equal((await caller.fetch("/api/number")).status, 403);
});

test("a step-up stands in the audit log", async (t) => {
  const { app, played, db } = await build(t);
  const { caller } = await logInThrough(app, played);
  await logInThrough(app, played, { path: STEP_UP, caller, claims: fresh() });
  const { rows } = await sql<{ act: string }>`select act from platform.audit order by id`.execute(db.app);
  assert.deepEqual(
    rows.map(({ act }) => act),
    ["login", "stepUp"],
  );
});
