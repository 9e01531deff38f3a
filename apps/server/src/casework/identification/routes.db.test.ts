import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before, type TestContext } from "node:test";
import { identificationRoutes, ProblemError } from "@varde/contract";
import { inventPeople } from "@varde/linkage/invented";
import { sql } from "kysely";
import { enter } from "../../access/standing/testing.ts";
import { jobActor } from "../../platform/audit/index.ts";
import { fixedClock } from "../../platform/clock/clock.ts";
import { buildTestServer } from "../../platform/http/testing.ts";
import { createTestDatabase } from "../../platform/testing/index.ts";
import { loadRegister } from "../registers/index.ts";
import { entryOf, writeExtract } from "../registers/testing.ts";
import {
  createRegisterIndex,
  identificationDoctorChecks,
  identificationRouteModule,
  identifyAlerts,
  type MatchingParts,
} from "./index.ts";
import { registerVersion, reportOf } from "./testing.ts";

const [KNOWN, ...OTHERS] = inventPeople({ seed: "routes", count: 50 });
const db = await createTestDatabase({ after });
const clock = fixedClock("2026-11-22T08:00:00Z");
const parts: MatchingParts = {
  db: db.app,
  clock,
  jobs: { publish: async () => 1 },
  index: createRegisterIndex(db.app),
};
const file = { after: after as TestContext["after"] };
const server = await buildTestServer(file, { routes: [identificationRouteModule(parts)] });
let about: { alertId: number; versionId: number };

before(async () => {
  const folder = await mkdtemp(join(tmpdir(), "varde-routes-"));
  const path = join(folder, "hpr.jsonl");
  await writeExtract(path, [KNOWN!, ...OTHERS].map(entryOf));
  await loadRegister(parts, { path, kind: "full", actor: jobActor("test") });
  await rm(folder, { recursive: true });
  about = await registerVersion(db.app, reportOf(KNOWN!));
  for (const person of OTHERS.slice(0, 6)) await registerVersion(db.app, reportOf(person));
  await registerVersion(db.app, { surname: "Zzyzx", forename: "Qwort", birthDate: "1911-01-02" });
  await identifyAlerts(parts);
  await registerVersion(db.app, { surname: "Unasked" });
});

const problemOf = async (asked: Promise<unknown>): Promise<[number, string]> => {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof ProblemError);
  return [error.problem.status, error.problem.code];
};
const auditedActs = async (): Promise<string[]> => {
  const { rows } = await sql<{ act: string }>`select act from platform.audit order by id`.execute(db.app);
  return rows.map(({ act }) => act);
};

test("lists alerts most urgent first, page by page, each once", async () => {
  const { call } = server.loginAs("readAlerts");
  const seen: number[] = [];
  let after: string | undefined;
  do {
    const page = await call(identificationRoutes.listAlerts, {
      query: { limit: 2, ...(after && { after }) },
    });
    seen.push(...page.rows.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after);
  const whole = await call(identificationRoutes.listAlerts, {});
  assert.deepEqual(
    seen,
    whole.rows.map(({ id }) => id),
  );
  assert.equal(new Set(seen).size, 9);
  assert.deepEqual(
    whole.rows.slice(-2).map(({ identity }) => identity),
    ["noMatch", "unmatched"],
  );
  assert.deepEqual(whole.counts, {
    unmatched: 1,
    awaitingDecision: 7,
    confirmed: 0,
    rejected: 0,
    asked: 0,
    noMatch: 1,
  });
});

test("finds alerts by the beginning of a name, by number and by HPR number, and audits the search", async () => {
  const { call } = server.loginAs("readAlerts");
  const found = async (search: string) =>
    (await call(identificationRoutes.listAlerts, { query: { search } })).rows.map(({ id }) => id);
  const { alertId } = about;
  assert.ok((await found(KNOWN!.surnames.join(" ").slice(0, 4).toUpperCase())).includes(alertId));
  assert.ok((await found(KNOWN!.id)).includes(alertId));
  assert.deepEqual(await found("%"), []);
  assert.deepEqual(await found("zzyz"), [about.alertId + 7]);
  assert.equal((await auditedActs()).filter((act) => act === "searchAlerts").length, 4);
});

test("shows an alert in the reader's language, and audits that it was read", async () => {
  const { call } = server.loginAs("readAlerts");
  const view = await call(identificationRoutes.getAlert, { params: { id: about.alertId } });
  const birthDate = view.match?.candidates[0]?.evidence.find(({ field }) => field === "birthDate");
  assert.match(birthDate?.sentence ?? "", /[Ff]ødselsdato/);
  assert.match(view.match?.candidates[0]?.person.nationalId ?? "00000000000*****", /\*{5}$/);
  assert.ok((await auditedActs()).includes("readAlert"));
});

test("decides through the page, and answers a late decision with whose came first", async () => {
  const { call } = server.loginAs("decideIdentity", "readAlerts");
  const params = { id: about.alertId };
  const body = {
    decision: "confirm" as const,
    hprNumber: Number(KNOWN!.id),
    reason: "Same person",
    versionId: about.versionId,
    lastDecision: null,
  };
  const view = await call(identificationRoutes.decideIdentity, { params, body });
  assert.equal(view.alert.identity, "confirmed");
  assert.deepEqual(await problemOf(call(identificationRoutes.decideIdentity, { params, body })), [
    409,
    "decidedMeanwhile",
  ]);
  const shortReason = { ...body, reason: "x" };
  assert.equal(
    (await problemOf(call(identificationRoutes.decideIdentity, { params, body: shortReason })))[0],
    400,
  );
  assert.ok((await auditedActs()).includes("decideIdentity"));
});

test("tells who may only read that no decision is theirs to take", async () => {
  const auditor = await server
    .loginAs("readAlerts")
    .call(identificationRoutes.getAlert, { params: { id: about.alertId } });
  const refused = { allowed: false, code: "permissionMissing", params: { permission: "decideIdentity" } };
  assert.deepEqual(auditor.abilities, { confirm: refused, reject: refused, ask: refused });
  const officer = await server
    .loginAs("readAlerts", "decideIdentity")
    .call(identificationRoutes.getAlert, { params: { id: about.alertId } });
  assert.deepEqual(officer.abilities.ask, { allowed: true });
});

test("shows the timeline of a person across alerts and the register", async () => {
  const { call } = server.loginAs("readAlerts");
  const timeline = await call(identificationRoutes.getPerson, { params: { hpr: Number(KNOWN!.id) } });
  assert.deepEqual(
    timeline.alerts.map(({ id }) => id),
    [about.alertId],
  );
  assert.deepEqual(
    timeline.events.map(({ what }) => what).sort((a, b) => a.localeCompare(b)),
    ["alert", "confirm", "registerChange"],
  );
});

test("answers what does not exist as missing, and keeps out who may not", async () => {
  const { call } = server.loginAs("readAlerts");
  const missing = call(identificationRoutes.getAlert, { params: { id: 999_999 } });
  assert.deepEqual(await problemOf(missing), [404, "noSuchAlert"]);
  const nobody = call(identificationRoutes.getPerson, { params: { hpr: 999_999_997 } });
  assert.deepEqual(await problemOf(nobody), [404, "noSuchPerson"]);
  const lost = call(identificationRoutes.listAlerts, { query: { after: "nowhere" } });
  assert.deepEqual(await problemOf(lost), [400, "unknownPlaceInList"]);
  const operator = server.loginAs("operate", "readRegisters", "readPortfolio");
  for (const path of ["/api/alerts", `/api/alerts/${about.alertId}`, `/api/people/${KNOWN!.id}`])
    assert.equal((await operator.fetch(path)).status, 403, path);
  assert.equal((await server.stranger.fetch("/api/alerts")).status, 401);
});

test("the doctor says how many alerts have not been asked about", async () => {
  const checks = await identificationDoctorChecks(db.app);
  assert.deepEqual(
    checks.map(({ name, state, params }) => ({ name, state, params })),
    [
      { name: "matching", state: "warning", params: { unmatched: 1 } },
      { name: "watch", state: "ok", params: {} },
      { name: "sweeps", state: "ok", params: {} },
    ],
  );
});

test("an equal identity number weighs most, yet is never certainty, and does not leave unmasked", async () => {
  const person = OTHERS.find(({ nationalIds }) => nationalIds.some(({ country }) => country === "NO"))!;
  const { number } = person.nationalIds.find(({ country }) => country === "NO")!;
  const { alertId } = await registerVersion(db.app, { ...reportOf(person), nationalId: number });
  await identifyAlerts(parts);
  const reader = server.loginAs("readAlerts");
  for (const path of [`/api/alerts/${alertId}`, `/api/people/${person.id}`]) {
    const text = await (await reader.fetch(path)).text();
    assert.match(text, new RegExp(`${number.slice(0, 6)}\\*{5}`), path);
    assert.ok(!text.includes(number.slice(4)), path);
  }
  const { match } = await server
    .loginAs("readAlerts")
    .call(identificationRoutes.getAlert, { params: { id: alertId } });
  assert.ok((match?.candidates[0]?.probability ?? 1) < 1, "the strongest evidence is still no certainty");
});

test("an identity number is told to the one who opened it for a purpose, for a quarter of an hour, and to nobody else", async () => {
  const person = OTHERS.find(({ nationalIds }) => nationalIds.some(({ country }) => country === "NO"))!;
  const { number } = person.nationalIds.find(({ country }) => country === "NO")!;
  const { alertId } = await registerVersion(db.app, { ...reportOf(person), nationalId: number });
  await identifyAlerts(parts);
  const officer = await enter(db, "Ingrid Solbakken", ["firstLine"]);
  const [opener, other] = [officer, await enter(db, "Jonas Myrvold", ["firstLine"])].map(({ id, name }) =>
    server.admit({
      person: { id, name, roles: ["firstLine"], language: "nb" },
      permissions: new Set(["readAlerts", "openIdentityNumbers"] as const),
    }),
  );
  const paths = [`/api/alerts/${alertId}`, `/api/people/${person.id}`];
  const sees = async (reader = opener, path = paths[0]!) =>
    (await (await reader!.fetch(path)).text()).includes(number);
  const body = { purpose: "Avklarer identitet mot folkeregisteret" };
  const { until } = await opener!.call(identificationRoutes.openAlertNumbers, {
    params: { id: alertId },
    body,
  });
  assert.equal(until, new Date(clock.now().getTime() + 15 * 60_000).toISOString());
  assert.deepEqual([await sees(), await sees(opener, paths[1]), await sees(other)], [true, false, false]);
  await opener!.call(identificationRoutes.openPersonNumbers, { params: { hpr: Number(person.id) }, body });
  assert.equal(await sees(opener, paths[1]), true);
  const { rows } = await sql<{ purpose: string }>`
    select object_type || ' ' || object_id as object, purpose from platform.audit where act = 'openIdentityNumbers' order by id
  `.execute(db.app);
  assert.deepEqual(rows, [
    { object: `alert ${alertId}`, purpose: body.purpose },
    { object: `registerPerson ${person.id}`, purpose: body.purpose },
  ]);
  clock.move(until);
  assert.equal(await sees(), false);
});

test("an identity number is opened by somebody who has just proved who they are, and with a real purpose", async () => {
  const open = { method: "POST", headers: { "content-type": "application/json" } };
  const path = `/api/alerts/${about.alertId}/identity-numbers`;
  const body = JSON.stringify({ purpose: "Avklarer identitet mot folkeregisteret" });
  const stale = server.staleLoginAs("openIdentityNumbers");
  assert.equal((await stale.fetch(path, { ...open, body })).status, 403);
  const fresh = server.loginAs("openIdentityNumbers");
  assert.equal((await fresh.fetch(path, { ...open, body: JSON.stringify({ purpose: "må" }) })).status, 400);
  const unknown = await fresh.fetch("/api/alerts/999999/identity-numbers", { ...open, body });
  assert.equal(unknown.status, 404);
});
