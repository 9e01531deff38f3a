import assert from "node:assert/strict";
import test from "node:test";
import { sql } from "kysely";
import { createTestDatabase } from "../../platform/testing/index.ts";
import { readStanding } from "./read-standing.ts";
import { enter } from "./testing.ts";

const at = new Date("2026-02-02T08:00:00Z");
const hours = (n: number) => new Date(at.getTime() + n * 3_600_000);
const GIVEN = JSON.stringify({ kind: "person", id: "turid", name: "Turid Nygård" });

test("people belong to the units of their roles until somebody says otherwise", async (t) => {
  const db = await createTestDatabase(t);
  const ingrid = (await enter(db, "Ingrid Solbakken", ["firstLine"])).id;
  const turid = (await enter(db, "Turid Nygård", ["processOwner"])).id;
  assert.deepEqual((await readStanding(db.app, ingrid, at)).units, new Set(["foerstelinje"]));
  assert.deepEqual(
    (await readStanding(db.app, turid, at)).units,
    new Set(["utland", "foerstelinje", "andrelinje"]),
  );
  for (const units of [["andrelinje"], []]) {
    await sql`insert into access.unit_choices (person_id, units, at, actor)
      values (${ingrid}, ${units}, ${at}, ${GIVEN}::text::jsonb)`.execute(db.app);
    assert.deepEqual((await readStanding(db.app, ingrid, at)).units, new Set(units));
  }
});

test("a stand-in has the absent person's rights in the period, and nothing before, after or once it is ended", async (t) => {
  const db = await createTestDatabase(t);
  const [ingrid, amina] = [
    (await enter(db, "Ingrid Solbakken", ["firstLine"])).id,
    (await enter(db, "Amina Haddad", ["secondLine"])).id,
  ];
  await sql`insert into access.stand_ins (absent_id, stand_in_id, from_at, until_at, reason, given_by, given_at)
    values (${amina}, ${ingrid}, ${hours(1)}, ${hours(3)}, 'kurs', ${GIVEN}::text::jsonb, ${at})`.execute(
    db.app,
  );
  assert.deepEqual((await readStanding(db.app, ingrid, at)).standsInFor, []);
  const [absence] = (await readStanding(db.app, ingrid, hours(1))).standsInFor;
  assert.deepEqual(absence?.person, { id: amina, name: "Amina Haddad" });
  assert.deepEqual(absence?.units, new Set(["andrelinje"]));
  assert.ok(absence?.permissions.has("assessCases") && !absence.permissions.has("openCaseInEmergency"));
  assert.deepEqual(absence?.until, hours(3));
  assert.deepEqual((await readStanding(db.app, ingrid, hours(3))).standsInFor, []);
  assert.deepEqual((await readStanding(db.app, amina, hours(1))).standsInFor, [], "not the other way round");
  await sql`update access.stand_ins set ended_at = ${at}, ended_by = ${GIVEN}::text::jsonb`.execute(db.app);
  assert.deepEqual((await readStanding(db.app, ingrid, hours(1))).standsInFor, []);
});

test("a stand-in limited to a unit gets what concerns its cases alone, and one limited to acts those acts alone", async (t) => {
  const db = await createTestDatabase(t);
  const [ingrid, turid] = [
    (await enter(db, "Ingrid Solbakken", ["firstLine"])).id,
    (await enter(db, "Turid Nygård", ["processOwner"])).id,
  ];
  await sql`insert into access.stand_ins
      (absent_id, stand_in_id, from_at, until_at, permissions, units, reason, given_by, given_at)
    values
      (${turid}, ${ingrid}, ${at}, ${hours(3)}, null, '{andrelinje}', 'ferie', ${GIVEN}::text::jsonb, ${at}),
      (${turid}, ${ingrid}, ${at}, ${hours(3)}, '{readProfiles}', null, 'ferie', ${GIVEN}::text::jsonb, ${at})
  `.execute(db.app);
  const [inUnit, forAct] = (await readStanding(db.app, ingrid, at)).standsInFor;
  assert.deepEqual(inUnit?.units, new Set(["andrelinje"]));
  assert.ok(inUnit?.permissions.has("steerCases") && !inUnit.permissions.has("readProfiles"));
  assert.deepEqual(forAct?.permissions, new Set(["readProfiles"]));
});

test("exclusions and running openings are told, ended and past ones are not", async (t) => {
  const db = await createTestDatabase(t);
  const ingrid = (await enter(db, "Ingrid Solbakken", ["firstLine"])).id;
  await sql`insert into access.exclusions (person_id, case_id, reason, given_by, given_at, ended_by, ended_reason, ended_at)
    values (${ingrid}, 7, 'søster', ${GIVEN}::text::jsonb, ${at}, null, null, null),
      (${ingrid}, 8, 'søster', ${GIVEN}::text::jsonb, ${at}, ${GIVEN}::text::jsonb, 'feil sak', ${at})`.execute(
    db.app,
  );
  await sql`insert into access.openings (person_id, case_id, reason, opened_at, until_at)
    values (${ingrid}, 9, 'ringt fra legevakten i natt', ${at}, ${hours(4)}),
      (${ingrid}, 10, 'ringt fra legevakten i går', ${hours(-8)}, ${hours(-4)})`.execute(db.app);
  const standing = await readStanding(db.app, ingrid, at);
  assert.deepEqual(standing.excludedCases, new Set([7]));
  assert.deepEqual(standing.openedCases, new Set([9]));
});

test("what was given cannot be rewritten or deleted by the application", async (t) => {
  const db = await createTestDatabase(t);
  for (const statement of [
    sql`delete from access.exclusions`,
    sql`update access.exclusions set case_id = 1`,
    sql`delete from access.stand_ins`,
    sql`update access.stand_ins set until_at = now()`,
    sql`delete from access.openings`,
    sql`update access.openings set reason = ''`,
    sql`delete from access.units`,
  ])
    await assert.rejects(statement.execute(db.app), { code: "42501" });
});
