import assert from "node:assert/strict";
import test from "node:test";
import { accessRoutes, ProblemError, peopleRoutes } from "@varde/contract";
import { sql } from "kysely";
import type { Database } from "../../platform/database/index.ts";
import { buildAccessServer, loginAs } from "../testing.ts";
import { rememberPerson } from "./people.sql.ts";

const reason = "Sluttet i stillingen";

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "done";
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
}

async function acts(db: Database) {
  const { rows } = await sql<{ act: string; purpose: string | null }>`
    select act, purpose from platform.audit where actor->>'name' = 'Solveig Bakke' order by id`.execute(
    db.app,
  );
  return rows.map(({ act, purpose }) => [act, purpose]);
}

test("shutting a person out ends every session at once and refuses the next login, until let in again", async (t) => {
  const { app, db } = await buildAccessServer(t);
  const [owner, desk, phone] = await Promise.all([
    loginAs(app, "systemOwner"),
    loginAs(app, "firstLine"),
    loginAs(app, "firstLine"),
  ]);
  const params = { id: desk.person.id };
  const out = await owner.call(peopleRoutes.deactivatePerson, { params, body: { reason } });
  assert.equal(out.endedSessions, 2);
  assert.equal(out.person.deactivatedReason, reason);
  for (const caller of [desk, phone]) assert.equal((await caller.fetch("/api/me")).status, 401);
  assert.equal((await (await loginAs(app, "firstLine")).fetch("/api/me")).status, 401);
  assert.equal(
    await codeOf(owner.call(peopleRoutes.deactivatePerson, { params, body: { reason } })),
    "personDeactivated",
  );
  const back = await owner.call(peopleRoutes.reactivatePerson, { params, body: { reason: "Kom tilbake" } });
  assert.equal(back.person.deactivatedAt, null);
  assert.equal((await (await loginAs(app, "firstLine")).fetch("/api/me")).status, 200);
  assert.deepEqual(await acts(db), [
    ["deactivatePerson", reason],
    ["refusedByRules", null],
    ["reactivatePerson", "Kom tilbake"],
  ]);
});

test("ends the sessions of a person whose device is lost, and lets them log in again", async (t) => {
  const { app } = await buildAccessServer(t);
  const [owner, officer] = await Promise.all([loginAs(app, "systemOwner"), loginAs(app, "firstLine")]);
  const params = { id: officer.person.id };
  const { sessions } = await owner.call(peopleRoutes.getKnownPerson, { params });
  assert.deepEqual(
    sessions.map(({ browser, current }) => [browser, current]),
    [["Firefox, Linux", false]],
  );
  assert.deepEqual(await owner.call(peopleRoutes.endSessionsOfPerson, { params }), { endedSessions: 1 });
  assert.equal((await officer.fetch("/api/me")).status, 401);
  assert.equal((await (await loginAs(app, "firstLine")).fetch("/api/me")).status, 200);
});

test("nobody shuts themself out, gives themself roles, or administers somebody who does not exist", async (t) => {
  const { app } = await buildAccessServer(t);
  const owner = await loginAs(app, "systemOwner");
  const own = { id: owner.person.id };
  assert.equal(
    await codeOf(owner.call(peopleRoutes.deactivatePerson, { params: own, body: { reason } })),
    "ownPerson",
  );
  assert.equal(
    await codeOf(owner.call(peopleRoutes.giveRoles, { params: own, body: { roles: ["auditor"], reason } })),
    "ownPerson",
  );
  const nobody = { id: "00000000-0000-4000-8000-000000000000" };
  assert.equal(
    await codeOf(owner.call(peopleRoutes.deactivatePerson, { params: nobody, body: { reason } })),
    "noSuchKnownPerson",
  );
});

test("roles given in Varde count at the next request, and stay when the person logs in again", async (t) => {
  const { app, db, clock } = await buildAccessServer(t);
  const owner = await loginAs(app, "systemOwner");
  const came = {
    issuer: "https://idporten.no/",
    subject: "-v-lcae5",
    name: undefined,
    roles: undefined,
    language: "nb",
  } as const;
  const person = await rememberPerson(db.app, came, clock.now());
  assert.deepEqual([person.name, person.roles], ["-v-lcae5", []]);
  const waiting = await owner.call(peopleRoutes.listPeople, { query: { withoutRole: "true" } });
  assert.deepEqual(
    waiting.rows.map(({ id, rolesFrom }) => [id, rolesFrom]),
    [[person.id, "varde"]],
  );
  const body = { roles: ["auditor" as const], name: "Henrik Lunde", reason: "Tilsatt som revisor" };
  await owner.call(peopleRoutes.giveRoles, { params: { id: person.id }, body });
  const again = await rememberPerson(db.app, came, clock.now());
  assert.deepEqual([again.name, again.roles], ["Henrik Lunde", ["auditor"]]);
});

test("refuses roles to somebody whose login provider brings them, and without a new proof of who asks", async (t) => {
  const { app } = await buildAccessServer(t);
  const [owner, officer] = await Promise.all([loginAs(app, "systemOwner"), loginAs(app, "firstLine")]);
  const asked = { params: { id: officer.person.id }, body: { roles: ["auditor" as const], reason } };
  assert.equal(await codeOf(owner.call(peopleRoutes.giveRoles, asked)), "rolesFromProvider");
  const stale = await loginAs(app, "systemOwner", { stale: true });
  assert.equal(await codeOf(stale.call(peopleRoutes.giveRoles, asked)), "stepUpRequired");
});

test("lists people by name, page by page, found by a part of the name", async (t) => {
  const { app } = await buildAccessServer(t);
  const owner = await loginAs(app, "systemOwner");
  for (const role of ["firstLine", "secondLine", "manager", "auditor"] as const) await loginAs(app, role);
  const names: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await owner.call(peopleRoutes.listPeople, { query: { limit: 2, ...(after && { after }) } });
    names.push(...page.rows.map(({ name }) => name));
    if (page.next === null) break;
    after = page.next;
  }
  assert.deepEqual(names, [...names].sort());
  assert.equal(names.length, 5);
  const found = await owner.call(peopleRoutes.listPeople, { query: { search: "sOLv" } });
  assert.deepEqual(
    found.rows.map(({ name }) => name),
    ["Solveig Bakke"],
  );
  assert.equal(await codeOf(owner.call(peopleRoutes.listPeople, { query: { after: "[" } })), "placeUnknown");
});

test("a service account is no person to administer", async (t) => {
  const { app, db } = await buildAccessServer(t);
  const owner = await loginAs(app, "systemOwner");
  const { rows } = await sql<{ id: string }>`
    insert into access.people (issuer, subject, name, kind, roles_from, first_login_at, last_login_at)
    values ('service', 'reports', 'Reports', 'service', 'varde', now(), now()) returning id`.execute(db.app);
  const params = { id: rows[0]?.id ?? "" };
  assert.equal(
    await codeOf(owner.call(peopleRoutes.giveRoles, { params, body: { roles: ["auditor"], reason } })),
    "noSuchKnownPerson",
  );
  assert.equal((await owner.call(accessRoutes.getMe)).person.name, "Solveig Bakke");
});
