import assert from "node:assert/strict";
import test from "node:test";
import { accessRoutes, ROLES } from "@varde/contract";
import { sql } from "kysely";
import { serve } from "../platform/http/index.ts";
import { buildAccessServer, everyRouteByRole, loginAs } from "./testing.ts";

test("the language of the pages is chosen once and stays", async (t) => {
  const { app } = await buildAccessServer(t);
  const officer = await loginAs(app, "firstLine");
  const changed = await officer.call(accessRoutes.setLanguage, { body: { language: "nn" } });
  assert.equal(changed.language, "nn");
  assert.equal((await (await loginAs(app, "firstLine")).call(accessRoutes.getMe)).person.language, "nn");
  const unknown = await officer.fetch("/api/me/language", {
    method: "PUT",
    body: JSON.stringify({ language: "de" }),
    headers: { "content-type": "application/json" },
  });
  assert.equal(unknown.status, 400);
});

test("a refused attempt stands in the audit log", async (t) => {
  const { app, db } = await buildAccessServer(t);
  const officer = await loginAs(app, "firstLine");
  const answer = await officer.fetch("/auth/logout", {
    method: "POST",
    headers: { "x-csrf-token": "wrong" },
  });
  assert.equal(answer.status, 403);
  assert.equal((await officer.fetch("/api/me")).status, 200);
  const { rows } = await sql`select actor, act, object_id, details from platform.audit`.execute(db.app);
  assert.deepEqual(rows, [
    {
      actor: { kind: "person", id: officer.person.id, name: "Ingrid Solbakken" },
      act: "refusedAttempt",
      object_id: "POST /auth/logout",
      details: { code: "csrfTokenMissing" },
    },
  ]);
});

test("walks every route as every role: those without the permission get 403, strangers 401", async (t) => {
  const { app } = await buildAccessServer(t, {
    routes: [
      (inner) =>
        serve(
          inner,
          { ...accessRoutes.getMe, path: "/api/operate" },
          { may: "operate" },
          () => ({}) as never,
        ),
    ],
  });
  const answers = await everyRouteByRole(app);
  const statuses = (method: string, path: string) =>
    answers.find((answer) => answer.method === method && answer.path === path)?.statuses;
  const forRoles = (status: (role: string) => number) =>
    Object.fromEntries(ROLES.map((role) => [role, status(role)]));
  assert.deepEqual(statuses("GET", "/api/me"), { stranger: 401, ...forRoles(() => 200) });
  assert.deepEqual(statuses("POST", "/auth/logout"), { stranger: 401, ...forRoles(() => 200) });
  assert.deepEqual(statuses("GET", "/api/live"), { stranger: 401, ...forRoles(() => 200) });
  assert.deepEqual(statuses("GET", "/api/operate"), {
    stranger: 401,
    ...forRoles((role) => (role === "systemOwner" ? 500 : 403)),
  });
});
