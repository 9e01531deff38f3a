import assert from "node:assert/strict";
import { userInfo } from "node:os";
import test from "node:test";
import { sql } from "kysely";
import { createTestDatabase } from "../testing/index.ts";
import { cliActor, jobActor, personActor, recordAudit } from "./index.ts";

const at = new Date("2026-02-02T08:00:00Z");

test("a line tells who, in whose place, what, on what, why and when", async (t) => {
  const db = await createTestDatabase(t);
  const turid = personActor({ id: "6f0e", name: "Turid Nygård" });
  await recordAudit(db.app, {
    at,
    actor: turid,
    onBehalfOf: personActor({ id: "77aa", name: "Ingrid Solbakken" }),
    act: "openIdentityNumber",
    object: { type: "alert", id: "12" },
    purpose: "identitetsavklaring",
    details: { field: "nationalId" },
  });
  await recordAudit(db.app, { at, actor: cliActor(), act: "loadRegister" });
  await recordAudit(db.app, { at, actor: jobActor("balance"), act: "runBalance" });
  const { rows } = await sql<Record<string, unknown>>`select * from platform.audit order by id`.execute(
    db.app,
  );
  const { id: _, ...first } = rows[0] ?? {};
  assert.deepEqual(first, {
    at,
    actor: { kind: "person", id: "6f0e", name: "Turid Nygård" },
    on_behalf_of: { kind: "person", id: "77aa", name: "Ingrid Solbakken" },
    act: "openIdentityNumber",
    object_type: "alert",
    object_id: "12",
    purpose: "identitetsavklaring",
    details: { field: "nationalId" },
    before: null,
    after: null,
  });
  assert.deepEqual(rows[1]?.actor, { kind: "cli", user: userInfo().username });
  assert.deepEqual(rows[2]?.actor, { kind: "job", name: "balance" });
  assert.deepEqual(rows[2]?.details, {});
});

test("an actor who says in whose place they act has it told in its own column", async (t) => {
  const db = await createTestDatabase(t);
  const onBehalfOf = { id: "77aa", name: "Ingrid Solbakken" };
  const actor = personActor({ id: "6f0e", name: "Turid Nygård", onBehalfOf });
  await recordAudit(db.app, { at, actor, act: "readAlert" });
  const { rows } = await sql`select actor, on_behalf_of from platform.audit`.execute(db.app);
  assert.deepEqual(rows, [
    {
      actor: { kind: "person", id: "6f0e", name: "Turid Nygård" },
      on_behalf_of: { kind: "person", ...onBehalfOf },
    },
  ]);
});

test("a line is written or undone together with the act it tells of", async (t) => {
  const db = await createTestDatabase(t);
  const undone = db.app.transaction().execute(async (tx) => {
    await recordAudit(tx, { at, actor: jobActor("balance"), act: "runBalance" });
    throw new Error("the act fails");
  });
  await assert.rejects(undone, /the act fails/);
  const { rows } = await sql`select 1 from platform.audit`.execute(db.app);
  assert.equal(rows.length, 0);
});

test("keeps how things stood before and after a write, and no input escapes the log by signs that cannot be stored", async (t) => {
  const db = await createTestDatabase(t);
  await recordAudit(db.app, {
    at,
    actor: jobActor("test"),
    act: "searchAlerts",
    object: { type: "address", id: "GET /\0" },
    details: { search: "a\0b\uD800" },
    before: { state: "asked" },
    after: { state: "confirmed" },
  });
  const { rows } = await sql`select object_id, details, before, after from platform.audit`.execute(db.app);
  assert.deepEqual(rows, [
    {
      object_id: "GET /\uFFFD",
      details: { search: "a\uFFFDb\uFFFD" },
      before: { state: "asked" },
      after: { state: "confirmed" },
    },
  ]);
});
