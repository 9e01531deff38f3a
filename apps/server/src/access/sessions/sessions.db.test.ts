import assert from "node:assert/strict";
import test from "node:test";
import { Signer } from "@fastify/cookie";
import { accessRoutes } from "@varde/contract";
import { sql } from "kysely";
import { connectTo } from "../../platform/database/open-database.ts";
import { createCaller } from "../../platform/http/testing.ts";
import { PERMISSIONS_OF } from "../access.permissions.ts";
import { BACKGROUND_HEADER } from "../authentication.ts";
import { buildAccessServer, loginAs } from "../testing.ts";
import { endSessionsOf } from "./open-sessions.sql.ts";
import { sweepSessions } from "./sessions.sql.ts";

test("a session is over after an hour without an act", async (t) => {
  const { app, clock, db } = await buildAccessServer(t);
  const officer = await loginAs(app, "firstLine");
  for (const time of ["08:50", "09:45", "10:44"]) {
    clock.move(`2026-02-02T${time}:00Z`);
    assert.equal((await officer.fetch("/api/me")).status, 200, time);
  }
  clock.move("2026-02-02T11:44:00Z");
  assert.equal((await officer.fetch("/api/me")).status, 401);
  const { rows } = await sql`select 1 from access.sessions`.execute(db.app);
  assert.equal(rows.length, 0);
});

test("what a page asks by itself keeps no session alive", async (t) => {
  const { app, clock } = await buildAccessServer(t);
  const officer = await loginAs(app, "firstLine");
  for (const time of ["08:30", "08:59"]) {
    clock.move(`2026-02-02T${time}:00Z`);
    assert.equal((await officer.fetch("/api/me", { headers: { [BACKGROUND_HEADER]: "1" } })).status, 200);
    const live = await officer.fetch("/api/live");
    assert.equal(live.status, 200);
    await live.body?.cancel();
  }
  clock.move("2026-02-02T09:00:00Z");
  assert.equal((await officer.fetch("/api/me")).status, 401);
});

test("a session is over twelve hours after login, however busy", async (t) => {
  const { app, clock } = await buildAccessServer(t);
  const officer = await loginAs(app, "firstLine");
  for (let minute = 45; minute < 12 * 60; minute += 45) {
    clock.move(new Date(Date.UTC(2026, 1, 2, 8, minute)));
    assert.equal((await officer.fetch("/api/me")).status, 200);
  }
  clock.move("2026-02-02T20:00:00Z");
  assert.equal((await officer.fetch("/api/me")).status, 401);
});

test("ending a person's sessions takes effect at the next request", async (t) => {
  const { app, db } = await buildAccessServer(t);
  const [desk, phone, other] = await Promise.all([
    loginAs(app, "firstLine"),
    loginAs(app, "firstLine"),
    loginAs(app, "manager"),
  ]);
  assert.equal(await endSessionsOf(db.app, desk.person.id), 2);
  assert.equal((await desk.fetch("/api/me")).status, 401);
  assert.equal((await phone.fetch("/api/me")).status, 401);
  assert.equal((await other.fetch("/api/me")).status, 200);
});

test("a session that was ended does not come back when a login is begun with it", async (t) => {
  const { app, db } = await buildAccessServer(t);
  const officer = await loginAs(app, "firstLine");
  await officer.fetch("/auth/login");
  await endSessionsOf(db.app, officer.person.id);
  await officer.fetch("/auth/login");
  assert.equal((await officer.fetch("/api/me")).status, 401);
});

test("roles count as they are now, not as they were at login", async (t) => {
  const { app, db } = await buildAccessServer(t);
  const officer = await loginAs(app, "firstLine");
  await sql`update access.people set roles = '{manager}'`.execute(db.app);
  const { permissions } = await officer.call(accessRoutes.getMe);
  assert.deepEqual(permissions, PERMISSIONS_OF.manager);
});

test("a cookie that is changed, or signed by somebody else, opens nothing", async (t) => {
  const { app } = await buildAccessServer(t);
  const officer = await loginAs(app, "firstLine");
  const cookie = decodeURIComponent(officer.cookies.get("varde") ?? "");
  const [id = "", signature = ""] = cookie.split(".");
  for (const changed of [
    id,
    `${id}.`,
    `${id.slice(0, -1)}${id.endsWith("x") ? "y" : "x"}.${signature}`,
    `${id}.${signature.slice(0, -2)}`,
    "x.y",
  ]) {
    officer.cookies.set("varde", encodeURIComponent(changed));
    assert.equal((await officer.fetch("/api/me")).status, 401, changed);
  }
});

test("the table of sessions gives nobody a way in: it holds only hashes", async (t) => {
  const { app, db } = await buildAccessServer(t);
  const officer = await loginAs(app, "firstLine");
  const [id = ""] = decodeURIComponent(officer.cookies.get("varde") ?? "").split(".");
  const { rows } = await sql<{ row: string }>`select s::text as row from access.sessions s`.execute(db.app);
  assert.equal(rows.length, 1);
  assert.doesNotMatch(rows[0]?.row ?? "", new RegExp(id));
});

test("sweeping removes sessions that are over and no other", async (t) => {
  const { app, db, clock } = await buildAccessServer(t);
  await loginAs(app, "firstLine");
  clock.move("2026-02-02T08:40:00Z");
  const manager = await loginAs(app, "manager");
  assert.equal(await sweepSessions(db.app, new Date("2026-02-02T09:10:00Z")), 1);
  assert.equal((await manager.fetch("/api/me")).status, 200);
});

test("a database that is away is told as 503, and nobody is taken for a stranger", async (t) => {
  const away = connectTo({ connectionString: "postgres://nobody@127.0.0.1:1/none" }, { place: "nowhere" });
  t.after(() => away.close());
  const sessionSecrets = ["a secret of forty characters for the test"];
  const { app } = await buildAccessServer(t, { db: away.app, sessionSecrets });
  const officer = createCaller(app);
  officer.cookies.set("varde", encodeURIComponent(new Signer(sessionSecrets).sign("some-session")));
  const answer = await officer.fetch("/api/me");
  assert.equal(answer.status, 503);
  assert.equal(answer.headers.get("retry-after"), "5");
});
