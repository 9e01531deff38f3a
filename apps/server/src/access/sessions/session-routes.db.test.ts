import assert from "node:assert/strict";
import test from "node:test";
import { sessionRoutes } from "@varde/contract";
import { sql } from "kysely";
import { buildAccessServer, loginAs } from "../testing.ts";

test("a person sees their own open sessions, the latest used first, and which one asks", async (t) => {
  const { app, clock } = await buildAccessServer(t);
  const phone = await loginAs(app, "firstLine");
  await loginAs(app, "manager");
  clock.move("2026-02-02T08:05:00Z");
  const desk = await loginAs(app, "firstLine");
  const { sessions } = await desk.call(sessionRoutes.listOwnSessions);
  assert.deepEqual(
    sessions.map(({ startedAt, endsAt, current }) => ({ startedAt, endsAt, current })),
    [
      { startedAt: "2026-02-02T08:05:00.000Z", endsAt: "2026-02-02T09:05:00.000Z", current: true },
      { startedAt: "2026-02-02T08:00:00.000Z", endsAt: "2026-02-02T09:00:00.000Z", current: false },
    ],
  );
  clock.move("2026-02-02T09:02:00Z");
  assert.equal((await desk.call(sessionRoutes.listOwnSessions)).sessions.length, 1);
  assert.equal((await phone.fetch("/api/me")).status, 401);
});

test("ends one of one's own sessions at once, and never another person's", async (t) => {
  const { app } = await buildAccessServer(t);
  const [desk, phone, manager] = await Promise.all([
    loginAs(app, "firstLine"),
    loginAs(app, "firstLine"),
    loginAs(app, "manager"),
  ]);
  const idOf = async (caller: typeof desk) => {
    const { sessions } = await caller.call(sessionRoutes.listOwnSessions);
    return sessions.find(({ current }) => current)?.id ?? "";
  };
  const foreign = await idOf(manager);
  const refused = await desk.fetch(`/api/me/sessions/${foreign}`, { method: "DELETE" });
  assert.equal(refused.status, 404);
  assert.equal((await manager.fetch("/api/me")).status, 200);
  assert.deepEqual(await desk.call(sessionRoutes.endOwnSession, { params: { id: await idOf(phone) } }), {
    ended: 1,
  });
  assert.equal((await phone.fetch("/api/me")).status, 401);
  assert.equal((await desk.fetch("/api/me")).status, 200);
});

test("ends all sessions but the one that asks, and writes it down", async (t) => {
  const { app, db } = await buildAccessServer(t);
  const [desk, phone, laptop] = await Promise.all([
    loginAs(app, "firstLine"),
    loginAs(app, "firstLine"),
    loginAs(app, "firstLine"),
  ]);
  assert.deepEqual(await desk.call(sessionRoutes.endOtherSessions), { ended: 2 });
  const statuses = await Promise.all(
    [desk, phone, laptop].map(async (one) => (await one.fetch("/api/me")).status),
  );
  assert.deepEqual(statuses, [200, 401, 401]);
  const { rows } = await sql`select act, details from platform.audit where act = 'endSessions'`.execute(
    db.app,
  );
  assert.deepEqual(rows, [{ act: "endSessions", details: { ended: 2 } }]);
});
