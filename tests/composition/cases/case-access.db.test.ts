import assert from "node:assert/strict";
import test, { after } from "node:test";
import { ROLES, standingRoutes } from "@varde/contract";
import { sql } from "kysely";
import { loginAs } from "../../../apps/server/src/access/testing.ts";
import { readReviewedAccess, writeRow } from "../route-access.ts";
import { openWholeServer } from "../whole-server.ts";
import { CASE_PEOPLE, seedCases } from "./seed-cases.ts";
import { caseFor, caseOperations, RELATIONS, walkCases } from "./walk-cases.ts";

const TABLE = new URL("case-access.md", import.meta.url);
const whole = await openWholeServer({ after });
const { app, installation } = whole;
const cases = await seedCases(whole);
const people = new Map<string, string>();
for (const role of ROLES) people.set(role, (await loginAs(app, role)).person.id);
for (const id of people.values())
  await sql`insert into access.exclusions (person_id, case_id, reason, given_by, given_at)
    values (${id}, ${cases.handover}, 'Søster av den saken gjelder', '{"kind": "job", "name": "test"}', now())
  `.execute(installation.db.app);

const { operations, lookup } = caseOperations(app);
const reviewed = readReviewedAccess(TABLE);
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

test("every operation in a case stands in the reviewed table, and no other", () => {
  const served = operations.map(nameOf);
  assert.ok(served.length > 0);
  assert.deepEqual([...reviewed.keys()].toSorted(), served.toSorted());
});

for (const operation of operations)
  test(`${nameOf(operation)} lets in whom the table names, by role and by how the case is to them`, async () => {
    const found = await walkCases(app, cases, operation, lookup);
    const row = writeRow(nameOf(operation), found);
    assert.deepEqual(found, reviewed.get(nameOf(operation)), `As the server now answers:\n${row}`);
  });

test("nobody whatever gets into a case they are shut out of", () => {
  for (const [route, access] of reviewed)
    for (const [role, cells] of Object.entries(access))
      assert.match(cells.split(" ")[RELATIONS.indexOf("shut out")] ?? "", /^40[34]$/, `${route} as ${role}`);
});

for (const role of ROLES)
  test(`queue and search show ${role} the cases they may read, and no other`, async () => {
    const reader = await loginAs(app, role);
    const mayRead = reviewed.get("GET /api/cases/{id}")?.[role]?.split(" ") ?? [];
    const readable = RELATIONS.filter((_relation, index) => mayRead[index] === "in").map((relation) =>
      caseFor(role, relation, cases),
    );
    const surnames = CASE_PEOPLE.map(({ surnames: [first = ""] }) => encodeURIComponent(first));
    for (const address of [
      "/api/cases?list=open",
      ...surnames.map((surname) => `/api/search?words=${surname}`),
    ]) {
      const answer = await reader.fetch(address);
      assert.equal(answer.status, readable.length === 0 ? 403 : 200, address);
      const shown = idsIn(await answer.text());
      const about = address.includes("/search")
        ? [Object.values(cases)[surnames.indexOf(address.split("=")[1]!)]]
        : Object.values(cases);
      for (const id of about)
        assert.equal(shown.includes(id!), readable.includes(id!), `${address} case ${id}`);
    }
  });

test("what an emergency opens is read and nothing else, and a stand-in does what the absent person may", async () => {
  const ingrid = await loginAs(app, "firstLine");
  const amina = await loginAs(app, "secondLine");
  const read = () => ingrid.fetch(`/api/cases/${cases.secondLine}`);
  const note = () =>
    ingrid.fetch(`/api/cases/${cases.secondLine}/notes`, {
      method: "POST",
      body: JSON.stringify({ text: "Ringt tilbake" }),
      headers: { "content-type": "application/json" },
    });
  const body = { caseId: cases.secondLine, reason: "Legevakten ringer om personen akkurat nå" };
  await ingrid.call(standingRoutes.openInEmergency, { body });
  assert.deepEqual([(await read()).status, (await note()).status], [200, 403]);
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const standIn = await amina.call(standingRoutes.appointStandIn, {
    body: { standInId: ingrid.person.id, until, reason: "Sykt barn" },
  });
  assert.equal((await note()).status, 200);
  const { rows } = await sql<{ name: string }>`
    select on_behalf_of ->> 'name' as name from platform.audit
    where actor ->> 'id' = ${ingrid.person.id} and object_id = ${String(cases.secondLine)} order by id desc limit 1
  `.execute(installation.db.app);
  assert.deepEqual(rows, [{ name: amina.person.name }]);
  await amina.call(standingRoutes.endStandIn, { params: { id: standIn.id } });
  assert.equal((await note()).status, 403);
});

test("whoever is shut out of a case is kept from its alerts, its person and its messages too", async () => {
  const { rows } = await sql<{ alert: number; message: number; hpr: number }>`
    select a.alert_id as alert, v.message_id as message, c.hpr_number as hpr
    from casework.cases c join casework.case_alerts a on a.case_id = c.id
    join casework.alert_versions v on v.alert_id = a.alert_id where c.id = ${cases.handover}
  `.execute(installation.db.app);
  const { alert, message, hpr } = rows[0]!;
  const outsider = await loginAs(app, "firstLine", { subject: "Jonas Myrvold" });
  for (const address of [`/api/alerts/${alert}`, `/api/people/${hpr}`, `/api/intake/messages/${message}`]) {
    for (const role of ["firstLine", "secondLine", "processOwner", "auditor"] as const) {
      const answer = await (await loginAs(app, role)).fetch(address);
      assert.equal(answer.status, 403, `${role} ${address}`);
      assert.equal(((await answer.json()) as { code: string }).code, "excludedFromCase");
    }
    assert.equal((await outsider.fetch(address)).status, 200, address);
  }
});

test("whoever is shut out of a case finds its alerts and messages in no list, and they are not counted for them", async () => {
  const { rows } = await sql<{ alert: number; message: number }>`
    select a.alert_id as alert, v.message_id as message
    from casework.case_alerts a join casework.alert_versions v on v.alert_id = a.alert_id
    where a.case_id = ${cases.handover}
  `.execute(installation.db.app);
  const { alert, message } = rows[0]!;
  const outsider = await loginAs(app, "firstLine", { subject: "Jonas Myrvold" });
  const lists = [
    { address: "/api/alerts?limit=200", id: alert },
    { address: "/api/alerts?limit=200&status=valid", id: alert },
    { address: "/api/intake/messages?limit=200", id: message },
  ];
  for (const { address, id } of lists) {
    const whole = await listOf(outsider, address);
    assert.ok(whole.ids.includes(id), address);
    for (const role of ["firstLine", "secondLine", "processOwner", "auditor"] as const) {
      const kept = await listOf(await loginAs(app, role), address);
      assert.deepEqual(
        kept.ids,
        whole.ids.filter((one) => one !== id),
        `${role} ${address}`,
      );
      assert.equal(kept.counted, whole.counted - 1, `${role} ${address}`);
    }
  }
});

/** The rows of a list and how many there are said to be. */
async function listOf(
  reader: Awaited<ReturnType<typeof loginAs>>,
  address: string,
): Promise<{ ids: number[]; counted: number }> {
  const answer = await reader.fetch(address);
  const { rows, counts } = (await answer.json()) as {
    rows: { id: number }[];
    counts: Record<string, number>;
  };
  const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { ids: rows.map(({ id }) => id), counted };
}

/** The cases an answer shows, as rows of the queue or as hits. */
function idsIn(text: string): number[] {
  const { rows = [], hits = [] } = JSON.parse(text) as {
    rows?: { id: number }[];
    hits?: { kind: string; id: number }[];
  };
  return [...rows, ...hits.filter(({ kind }) => kind === "case")].map(({ id }) => id);
}
