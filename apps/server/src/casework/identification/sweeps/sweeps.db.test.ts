import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before, beforeEach, type TestContext } from "node:test";
import { inventPeople } from "@varde/linkage/invented";
import { sql } from "kysely";
import { jobActor, personActor } from "../../../platform/audit/index.ts";
import { fixedClock } from "../../../platform/clock/clock.ts";
import type { Database } from "../../../platform/database/index.ts";
import { isRefusal, type Refusal } from "../../../platform/rules/refusal.ts";
import { createTestDatabase, startChild } from "../../../platform/testing/index.ts";
import { loadRegister } from "../../registers/index.ts";
import { entryOf, inventEntry, writeExtract } from "../../registers/testing.ts";
import { decideIdentity } from "../commands/decide-identity.ts";
import { identificationDoctorChecks } from "../doctor.ts";
import {
  createRegisterIndex,
  identifyAlerts,
  type MatchingParts,
  recheckAlerts,
  settleIdentification,
} from "../index.ts";
import { changesSinceSeen } from "../seen/changes-since-seen.ts";
import { findPresentRun, updateSeen } from "../seen/seen.sql.ts";
import { registerVersion, reportOf } from "../testing.ts";
import { pauseSweeps, resumeSweeps } from "./pause-sweeps.ts";
import { sweepInDatabase } from "./sweep-in-database.ts";
import { readSweeps } from "./sweeps.sql.ts";

const PEOPLE = [...inventPeople({ seed: "sweeps", count: 300 })];
const STRANGER = { surname: "Zzyzx", forename: "Qwort", birthDate: "1911-01-02" };
const INGRID = "0d4c1f5e-5b8a-4a53-9a4e-3f2f9d1c7a01";
const JONAS = "0d4c1f5e-5b8a-4a53-9a4e-3f2f9d1c7a02";
const OWNER = personActor({ id: "owner", name: "Solveig" });

let folder = "";
let db: Database;
let parts: MatchingParts;
const clock = fixedClock("2026-11-22T08:00:00Z");

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "varde-sweeps-"));
});
after(() => rm(folder, { recursive: true }));
beforeEach(async (t) => {
  db = await createTestDatabase(t as TestContext);
  parts = {
    db: db.app,
    clock,
    jobs: { publish: async () => 1 },
    index: createRegisterIndex(db.app),
  };
});

async function load(entries: Record<string, unknown>[], kind: "full" | "delta" = "full"): Promise<void> {
  const path = join(folder, `${kind}.jsonl`);
  await writeExtract(path, entries);
  const outcome = await loadRegister(parts, { path, kind, actor: jobActor("test") });
  assert.ok(!isRefusal(outcome));
}

/** So many alerts about people of the register, matched, and one about somebody who is not in it. */
async function matchAlerts(count: number): Promise<number> {
  await load(PEOPLE.map(entryOf));
  for (const person of PEOPLE.slice(0, count)) await registerVersion(db.app, reportOf(person));
  const { alertId } = await registerVersion(db.app, STRANGER);
  await settleIdentification(parts);
  return alertId;
}

const registerStranger = () => load([inventEntry({ hprNumber: 77, ...STRANGER })], "delta");
const latestSweep = async () => (await readSweeps(db.app)).sweeps[0];
const databaseParts = () => ({ database: db, jobs: parts.jobs, clock });

function done<T>(outcome: T | Refusal): T {
  assert.ok(!isRefusal(outcome), JSON.stringify(outcome));
  return outcome;
}

async function changesOf(alertId: number): Promise<unknown> {
  const { rows } = await sql<{ changes: unknown }>`
    select changes from casework.match_runs where alert_id = ${alertId} order by id desc limit 1`.execute(
    db.app,
  );
  return rows[0]?.changes;
}

test("tells how far a sweep has come, why it runs and how many answers differ, and stores what differs", async () => {
  const stranger = await matchAlerts(20);
  await registerStranger();
  assert.equal(await recheckAlerts(parts), 21);
  const sweep = await latestSweep();
  assert.deepEqual(
    [sweep?.cause, sweep?.state, sweep?.done, sweep?.total, sweep?.differing],
    ["register", "done", 21, 21, 1],
  );
  const [change] = (await changesOf(stranger)) as { kind: string; hprNumber: number }[];
  assert.deepEqual([change?.kind, change?.hprNumber], ["newCandidate", 77]);
  await recheckAlerts(parts);
  assert.equal((await readSweeps(db.app)).sweeps.length, 1, "nothing left, no sweep");
});

test("says that the engine or its model is the cause where another had answered", async () => {
  await matchAlerts(2);
  await sql`update casework.alert_identities set checked_model = 'older'`.execute(db.app);
  await recheckAlerts(parts);
  assert.equal((await latestSweep())?.cause, "model");
  await sql`update casework.alert_identities set checked_engine = 'older'`.execute(db.app);
  await recheckAlerts(parts);
  assert.equal((await latestSweep())?.cause, "engine");
});

test("goes on with the sweep that a killed process left behind", async (t) => {
  await matchAlerts(39);
  await sql`update casework.alert_identities set checked_engine = 'older'`.execute(db.app);
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db.app);
  const child = startChild(t, new URL("testing/recheck-some.ts", import.meta.url), [rows[0]!.name]);
  await child.said("standing");
  await child.kill("SIGKILL");
  const left = await latestSweep();
  assert.deepEqual([left?.state, left?.done, left?.total], ["running", 20, 40]);
  assert.equal(await recheckAlerts(parts), 20, "what was done is not done again");
  const ended = await latestSweep();
  assert.deepEqual([ended?.id, ended?.state, ended?.done, ended?.total], [left?.id, "done", 40, 40]);
});

test("waits while sweeps are paused, matches new alerts all the same, and goes on when resumed", async () => {
  const stranger = await matchAlerts(3);
  const paused = done(await pauseSweeps(parts, OWNER));
  assert.equal(paused.paused?.by, "Solveig");
  assert.deepEqual(await pauseSweeps(parts, OWNER), { refusal: "refused", code: "sweepsPausedAlready" });
  await registerStranger();
  assert.equal(await recheckAlerts(parts), 0);
  await registerVersion(db.app, reportOf(PEOPLE[9]!));
  assert.equal(await identifyAlerts(parts), 1);
  await settleIdentification(parts);
  assert.deepEqual(await sweepInDatabase(databaseParts()), { refusal: "refused", code: "sweepsPaused" });
  const codes = (await identificationDoctorChecks(db.app)).map(({ code }) => code);
  assert.deepEqual(codes, ["allMatched", "alertsCheckedAgainstOlderRegister", "sweepsPaused"]);
  let woken = 0;
  const resumed = done(await resumeSweeps(parts, OWNER, async () => (woken += 1)));
  assert.deepEqual([resumed.paused, woken], [null, 1]);
  assert.deepEqual(await resumeSweeps(parts, OWNER, async () => 0), {
    refusal: "refused",
    code: "sweepsNotPaused",
  });
  await settleIdentification(parts);
  assert.deepEqual((await changesOf(stranger)) !== undefined, true);
  const { rows } = await sql<{ act: string }>`
    select act from platform.audit where act like '%Sweeps' order by id`.execute(db.app);
  assert.deepEqual(
    rows.map(({ act }) => act),
    ["pauseSweeps", "resumeSweeps"],
  );
});

test("sweeps all alerts within PostgreSQL, stores only what differs, and finds nothing the index would not", async () => {
  const stranger = await matchAlerts(30);
  await registerStranger();
  const told: number[] = [];
  const end = done(await sweepInDatabase(databaseParts(), { onProgress: (so) => told.push(so) }));
  assert.deepEqual([end.held, end.differing, end.ended, told], [31, 1, true, [31]]);
  assert.deepEqual((await changesOf(stranger)) instanceof Array, true);
  const sweep = await latestSweep();
  assert.deepEqual([sweep?.cause, sweep?.state, sweep?.done], ["operator", "done", 31]);
  assert.equal(await recheckAlerts(parts), 0, "everything has been checked against this register");
  await sql`update casework.alert_identities set checked_engine = 'older'`.execute(db.app);
  assert.equal(await recheckAlerts(parts), 31);
  assert.equal((await latestSweep())?.differing, 0, "the index says the same");
});

test("an ordered sweep goes on after the alert it had come to", async () => {
  await matchAlerts(10);
  const first = done(await sweepInDatabase(databaseParts()));
  await sql`
    update casework.identity_sweeps set state = 'running', finished_at = null, done = 4,
      last_alert = (select alert_id from casework.alert_identities order by alert_id offset 3 limit 1)`.execute(
    db.app,
  );
  const second = done(await sweepInDatabase(databaseParts()));
  assert.deepEqual([second.sweep, second.held, second.ended], [first.sweep, 7, true]);
  assert.equal((await latestSweep())?.done, 11);
});

test("an officer who decides has seen what they decided on", async () => {
  const alertId = await matchAlerts(1);
  const look = { alertId, personId: INGRID, at: clock.now() };
  await changesSinceSeen(db.app, look);
  await registerStranger();
  await settleIdentification(parts);
  const { rows } = await sql<{ versionId: number }>`
    select version_id as "versionId" from casework.alert_identities where alert_id = ${alertId}`.execute(
    db.app,
  );
  done(
    await decideIdentity(parts, {
      alertId,
      officer: { id: INGRID, name: "Ingrid", language: "nb" },
      permissions: new Set(["decideIdentity"]),
      decision: "confirm",
      hprNumber: 77,
      reason: "Same name and birth date",
      versionId: rows[0]!.versionId,
      lastDecision: null,
    }),
  );
  assert.deepEqual((await changesSinceSeen(db.app, look)).changes, []);
});

test("tells an officer what has changed since they last saw an alert, until they say they have seen it", async () => {
  const alertId = await matchAlerts(1);
  const look = { alertId, personId: INGRID, at: clock.now() };
  assert.deepEqual((await changesSinceSeen(db.app, look)).changes, [], "a first look sees what stands");
  await registerStranger();
  await settleIdentification(parts);
  const told = await changesSinceSeen(db.app, look);
  assert.deepEqual(
    told.changes.map(({ kind, hprNumber }) => [kind, hprNumber]),
    [["newCandidate", 77]],
  );
  assert.deepEqual((await changesSinceSeen(db.app, look)).changes.length, 1, "looking again hides nothing");
  const other = await changesSinceSeen(db.app, { ...look, personId: JONAS });
  assert.deepEqual(other.changes, [], "a colleague who never looked has nothing to catch up on");
  const runId = (await findPresentRun(db.app, alertId))!;
  assert.equal(await updateSeen(db.app, { ...look, runId }), true);
  assert.deepEqual((await changesSinceSeen(db.app, look)).changes, []);
  assert.equal(await updateSeen(db.app, { ...look, runId: runId + 1 }), false, "an answer nobody gave");
});
