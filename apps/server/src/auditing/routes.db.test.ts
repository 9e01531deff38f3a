import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { type AuditFilter, auditRoutes, type ProblemError } from "@varde/contract";
import { sql } from "kysely";
import { registerVersion } from "../casework/identification/testing.ts";
import { personActor, recordAudit, sealEntries, verifyExport } from "../platform/audit/index.ts";
import { fixedClock } from "../platform/clock/clock.ts";
import { buildTestServer } from "../platform/http/testing.ts";
import { createTestDatabase } from "../platform/testing/index.ts";
import { auditingRouteModule } from "./index.ts";

const clock = fixedClock("2026-02-02T09:00:00Z");
const db = await createTestDatabase({ after });
const parts = { db: db.app, clock, anchoring: { file: "unused" } };
const server = await buildTestServer({ after } as never, { routes: [auditingRouteModule(parts)] });
const auditor = server.loginAs("readAudit");
const turid = personActor({ id: "11111111-1111-4111-8111-111111111111", name: "Turid Nygård" });

const write = (given: Partial<Parameters<typeof recordAudit>[1]>) =>
  recordAudit(db.app, { at: clock.now(), actor: turid, act: "readAlert", ...given });
const list = (query: AuditFilter & { limit?: number; before?: number }) =>
  auditor.call(auditRoutes.listAudit, { query: query as never });
const countEntries = async () =>
  (await sql<{ count: number }>`select count(*)::int as count from platform.audit`.execute(db.app)).rows[0]
    ?.count ?? 0;

test("lists what meets every part of the filter, newest first, page by page", async () => {
  const object = { type: "alert", id: "42" };
  await write({ object, purpose: "Innsyn i saken" });
  await write({ object, act: "refusedAttempt" });
  await write({ at: new Date("2026-01-31T23:30:00Z"), act: "exportAlerts" });
  await write({ at: new Date("2026-01-31T22:30:00Z"), act: "exportAlerts" });
  const acts = async (filter: AuditFilter) => (await list(filter)).rows.map(({ act }) => act);
  assert.deepEqual(await acts({ objectType: "alert", objectId: "42" }), ["refusedAttempt", "readAlert"]);
  assert.deepEqual(await acts({ actor: "Turid Nygård", purpose: "innsyn" }), ["readAlert"]);
  assert.deepEqual(await acts({ actor: turid.kind === "person" ? turid.id : "", refused: "true" as never }), [
    "refusedAttempt",
  ]);
  assert.deepEqual(
    await acts({ act: "exportAlerts", from: "2026-02-01", to: "2026-02-01" }),
    ["exportAlerts"],
    "days as Norway counts them",
  );
  const first = await list({ actor: "Turid Nygård", limit: 3 });
  const second = await list({ actor: "Turid Nygård", limit: 3, before: first.next ?? 0 });
  assert.deepEqual([first.rows.length, second.rows.length, second.next], [3, 1, null]);
});

test("shows an entry whole, with its place in the chain", async () => {
  await write({ act: "decideIdentity", before: { state: "asked" }, after: { state: "confirmed" } });
  await sealEntries(parts);
  const id = (await list({ act: "decideIdentity" })).rows[0]?.id ?? 0;
  const entry = await auditor.call(auditRoutes.getAuditEntry, { params: { id } });
  assert.deepEqual([entry.before, entry.after], [{ state: "asked" }, { state: "confirmed" }]);
  assert.match(entry.hash ?? "", /^[0-9a-f]{64}$/);
  await assert.rejects(
    auditor.call(auditRoutes.getAuditEntry, { params: { id: 999_999 } }),
    (error: ProblemError) => error.problem.code === "noSuchAuditEntry",
  );
});

test("says who has looked at something, how often and why, also those it was shown to in a list", async () => {
  const object = { type: "alert", id: "77" };
  const ola = personActor({ id: "22222222-2222-4222-8222-222222222222", name: "Ola Berg" });
  await write({ object, purpose: "Klage" });
  await write({ object });
  await write({ object, act: "decideIdentity" });
  await write({ actor: ola, act: "searchAlerts", details: { found: [5, 77] } });
  await write({ actor: ola, act: "searchAll", details: { found: ["case:5", "alert:77"] } });
  await write({ actor: ola, act: "searchMessages", details: { found: [77] } });
  const { lookers } = await auditor.call(auditRoutes.getLookers, { params: object });
  const said = lookers.map(({ actor, acts, purposes }) => [actor.name, acts, purposes] as const);
  assert.deepEqual(
    said.sort(([a], [b]) => a.localeCompare(b)),
    [
      ["Ola Berg", [{ act: "shownInList", times: 2 }], []],
      [
        "Turid Nygård",
        [
          { act: "readAlert", times: 2 },
          { act: "decideIdentity", times: 1 },
        ],
        ["Klage"],
      ],
    ],
  );
});

test("finds somebody who looks at an alert about their own name, and an emergency opening", async () => {
  await sql`
    insert into access.people (id, issuer, subject, name, roles, first_login_at, last_login_at)
    values (${turid.kind === "person" ? turid.id : ""}, 'test', 't', 'Turid Nygård', '{firstLine}', ${clock.now()}, ${clock.now()})
  `.execute(db.app);
  const { alertId } = await registerVersion(db.app, {
    forename: "TURID",
    surname: "Nygård",
    at: clock.now(),
  });
  await write({ object: { type: "alert", id: String(alertId) } });
  await write({ act: "openCaseInEmergency", object: { type: "case", id: "1" } });
  const { anomalies, to } = await auditor.call(auditRoutes.listAnomalies, {});
  assert.equal(to, "2026-02-02");
  assert.deepEqual(anomalies.map(({ rule }) => rule).sort(), ["breakGlass", "ownCase"]);
});

test("every reading of the log is itself an entry, and strangers to it are refused", async () => {
  const reads = [
    () => list({}),
    () => auditor.call(auditRoutes.getAuditEntry, { params: { id: 1 } }),
    () => auditor.call(auditRoutes.getLookers, { params: { type: "alert", id: "1" } }),
    () => auditor.call(auditRoutes.listAnomalies, {}),
    () => auditor.call(auditRoutes.getAuditChain),
    async () => (await auditor.fetch("/api/audit/export")).arrayBuffer(),
  ];
  for (const [position, read] of reads.entries()) {
    const before = await countEntries();
    await read();
    assert.equal(await countEntries(), before + 1, `read ${position}`);
  }
  const officer = server.loginAs("readAlerts", "operate");
  for (const path of ["", "/entries/1", "/lookers/alert/1", "/anomalies", "/chain", "/export"])
    assert.equal((await officer.fetch(`/api/audit${path}`)).status, 403, path);
});

test("the export an auditor downloads is whole, and the chain tells its head", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "varde-audit-"));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, "export.jsonl.gz");
  await writeFile(path, Buffer.from(await (await auditor.fetch("/api/audit/export")).arrayBuffer()));
  const verdict = await verifyExport(path);
  assert.ok(verdict.whole && verdict.entries > 10);
  const chain = await auditor.call(auditRoutes.getAuditChain);
  assert.deepEqual(
    [chain.head, chain.unsealed],
    [verdict.head, 1],
    "only the reading of the chain awaits its place",
  );
});
