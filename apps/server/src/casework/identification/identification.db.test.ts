import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before, beforeEach, type TestContext } from "node:test";
import type { AlertView } from "@varde/contract";
import { inventPeople } from "@varde/linkage/invented";
import { sql } from "kysely";
import { jobActor } from "../../platform/audit/index.ts";
import { fixedClock } from "../../platform/clock/clock.ts";
import type { Database } from "../../platform/database/index.ts";
import { isRefusal, type Refusal } from "../../platform/rules/refusal.ts";
import { createTestDatabase } from "../../platform/testing/index.ts";
import { loadRegister } from "../registers/index.ts";
import { entryOf, inventEntry, writeExtract } from "../registers/testing.ts";
import { decideIdentity } from "./commands/decide-identity.ts";
import {
  createRegisterIndex,
  identifyAlerts,
  type MatchingParts,
  recheckAlerts,
  settleIdentification,
} from "./index.ts";
import { showAlert } from "./queries/get-alert.ts";
import { registerVersion, reportOf } from "./testing.ts";

const PEOPLE = [...inventPeople({ seed: "identification", count: 300 })];
const KNOWN = PEOPLE.find((person) => person.nationalIds.length === 0) ?? PEOPLE[0]!;
const OFFICER: ReadonlySet<string> = new Set(["decideIdentity"]);
const INGRID = { id: "00000000-0000-4000-8000-000000000001", name: "Ingrid", language: "nb" } as const;
const JONAS = { id: "00000000-0000-4000-8000-000000000002", name: "Jonas", language: "nb" } as const;

let folder = "";
let db: Database;
let parts: MatchingParts;
let published: { type: string; payload?: unknown }[] = [];
const clock = fixedClock("2026-11-22T08:00:00Z");

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "varde-identification-"));
});
after(() => rm(folder, { recursive: true }));
beforeEach(async (t) => {
  db = await createTestDatabase(t as TestContext);
  published = [];
  parts = {
    db: db.app,
    clock,
    jobs: { publish: async (_tx, event) => published.push(event) },
    index: createRegisterIndex(db.app),
  };
});

async function load(entries: Record<string, unknown>[], kind: "full" | "delta" = "full"): Promise<void> {
  const path = join(folder, `${kind}.jsonl`);
  await writeExtract(path, entries);
  const outcome = await loadRegister(parts, { path, kind, actor: jobActor("test") });
  assert.ok(!isRefusal(outcome));
}
const loadEverybody = () => load(PEOPLE.map(entryOf));
const view = (id: number): Promise<AlertView> =>
  showAlert(db.app, id, { language: "en", permissions: OFFICER, at: clock.now() });
const count = async (table: string): Promise<number> => {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from casework.${sql.id(table)}`.execute(db.app);
  return rows[0]!.count;
};

interface Act {
  by?: typeof INGRID | typeof JONAS;
  decision: "confirm" | "reject" | "ask";
  hprNumber?: number;
}
/** Decides with the newest picture before one's eyes. */
async function decide(
  alertId: number,
  { by = INGRID, decision, hprNumber }: Act,
): Promise<AlertView | Refusal> {
  const seen = await view(alertId);
  return decideIdentity(parts, {
    alertId,
    officer: by,
    permissions: OFFICER,
    decision,
    hprNumber,
    reason: "Compared with the original",
    versionId: seen.versions[0]!.id,
    lastDecision: seen.decisions[0]?.id ?? null,
  });
}
async function mustDecide(alertId: number, act: Act): Promise<AlertView> {
  const outcome = await decide(alertId, act);
  assert.ok(!isRefusal(outcome), JSON.stringify(outcome));
  return outcome;
}
/** Confirms whatever the engine thinks of it. */
async function confirmByTwo(alertId: number, hprNumber: number): Promise<void> {
  const first = await mustDecide(alertId, { decision: "confirm", hprNumber });
  if (first.alert.identity === "confirmed") return;
  const second = await mustDecide(alertId, { by: JONAS, decision: "confirm", hprNumber });
  assert.equal(second.alert.identity, "confirmed");
}

test("finds the person an alert is about, with evidence that adds up, and tells of it", async () => {
  await loadEverybody();
  const { alertId, versionId, messageId } = await registerVersion(db.app, reportOf(KNOWN));
  assert.equal(await identifyAlerts(parts), 1);
  const { alert, match, next, abilities } = await view(alertId);
  assert.equal(alert.identity, "awaitingDecision");
  assert.equal(alert.bestHpr, Number(KNOWN.id));
  const [best] = match?.candidates ?? [];
  assert.equal(best?.person.surname, KNOWN.surnames.join(" "));
  assert.equal(
    best?.evidence.reduce((sum, { bits }) => sum + bits, 0),
    best?.bits,
  );
  assert.ok(best?.evidence.every(({ sentence }) => sentence.length > 0));
  assert.equal(best?.needsSecond, false);
  assert.deepEqual([next, abilities.confirm], [null, { allowed: true }]);
  assert.deepEqual(published.at(-1)?.payload, { alertId, versionId, messageId, outcome: alert.outcome });
});

test("says noMatch about a stranger, who stays under watch until somebody like that is registered", async () => {
  await loadEverybody();
  const { alertId } = await registerVersion(db.app, {
    surname: "Zzyzx",
    forename: "Qwort",
    birthDate: "1911-01-02",
  });
  await settleIdentification(parts);
  assert.equal((await view(alertId)).alert.identity, "noMatch");
  await load(
    [inventEntry({ hprNumber: 77, surname: "Zzyzx", forename: "Qwort", birthDate: "1911-01-02" })],
    "delta",
  );
  await settleIdentification(parts);
  const { alert } = await view(alertId);
  assert.deepEqual([alert.identity, alert.bestHpr], ["awaitingDecision", 77]);
});

test("asks about each version once, however often and wherever it runs", async () => {
  await loadEverybody();
  for (const person of PEOPLE.slice(0, 40)) await registerVersion(db.app, reportOf(person));
  const other = { ...parts, index: createRegisterIndex(db.app) };
  await Promise.all([identifyAlerts(parts), identifyAlerts(other), identifyAlerts(parts)]);
  await settleIdentification(other);
  assert.equal(await count("match_runs"), 40);
  assert.equal(await count("alert_identity_states"), 40);
});

test("rechecking against an unchanged or unrelated register stores nothing new", async () => {
  await loadEverybody();
  for (const person of PEOPLE.slice(0, 20)) await registerVersion(db.app, reportOf(person));
  await settleIdentification(parts);
  await load(
    [inventEntry({ hprNumber: 78, surname: "Xylander", forename: "Ottokar", birthDate: "1949-12-31" })],
    "delta",
  );
  assert.equal(await recheckAlerts(parts), 20);
  assert.equal(await recheckAlerts(parts), 0);
  assert.equal(await count("match_runs"), 20);
});

test("asks anew about every valid alert when another engine had answered", async () => {
  await loadEverybody();
  await registerVersion(db.app, reportOf(KNOWN));
  await settleIdentification(parts);
  await sql`update casework.alert_identities set checked_engine = 'older'`.execute(db.app);
  assert.equal(await recheckAlerts(parts), 1);
  assert.equal(await recheckAlerts(parts), 0);
  assert.equal(await count("match_runs"), 1, "the same answer is not stored again");
});

test("opens a confirmed identity again when a better candidate appears, and says which", async () => {
  await load(PEOPLE.map(entryOf));
  const report = { ...reportOf(KNOWN), birthDate: "1950-03-04" };
  const { alertId } = await registerVersion(db.app, report);
  await settleIdentification(parts);
  await confirmByTwo(alertId, Number(KNOWN.id));
  await load([entryOf({ ...KNOWN, id: "79", birthDate: "1950-03-04" })], "delta");
  await settleIdentification(parts);
  const { alert, reopened } = await view(alertId);
  assert.deepEqual([alert.identity, alert.bestHpr], ["awaitingDecision", 79]);
  assert.deepEqual(
    [reopened?.cause, reopened?.hprNumber, reopened?.previousHprNumber],
    ["otherCandidate", 79, Number(KNOWN.id)],
  );
});

test("collects several alerts about one person", async () => {
  await loadEverybody();
  const first = await registerVersion(db.app, reportOf(KNOWN));
  const second = await registerVersion(db.app, { ...reportOf(KNOWN), sendingCountry: "DK" });
  await settleIdentification(parts);
  await mustDecide(first.alertId, { decision: "confirm", hprNumber: Number(KNOWN.id) });
  const { samePerson } = await view(second.alertId);
  assert.deepEqual(
    samePerson.map(({ id, identity }) => [id, identity]),
    [[first.alertId, "confirmed"]],
  );
});

test("refuses a decision on an outdated picture, saying whose decision or which version came first", async () => {
  await loadEverybody();
  const { alertId, versionId } = await registerVersion(db.app, reportOf(KNOWN));
  await settleIdentification(parts);
  const late = (seen: { versionId: number; lastDecision: number | null }) =>
    decideIdentity(parts, {
      alertId,
      officer: JONAS,
      permissions: OFFICER,
      decision: "ask",
      hprNumber: undefined,
      reason: "Which sister?",
      ...seen,
    });
  await mustDecide(alertId, { decision: "confirm", hprNumber: Number(KNOWN.id) });
  const overtaken = await late({ versionId, lastDecision: null });
  assert.ok(isRefusal(overtaken));
  assert.deepEqual([overtaken.code, overtaken.params?.by], ["decidedMeanwhile", "Ingrid"]);
  await registerVersion(db.app, { ...reportOf(KNOWN), alertId });
  const outdated = await late({ versionId, lastDecision: null });
  assert.equal(isRefusal(outdated) && outdated.code, "newerVersion");
});

test("of two officers deciding at the same time, one is refused", async () => {
  await loadEverybody();
  const { alertId, versionId } = await registerVersion(db.app, reportOf(KNOWN));
  await settleIdentification(parts);
  const act = {
    alertId,
    reason: "At once",
    versionId,
    lastDecision: null,
    hprNumber: undefined,
    permissions: OFFICER,
    decision: "ask",
  } as const;
  const outcomes = await Promise.all(
    [INGRID, JONAS].map((officer) => decideIdentity(parts, { ...act, officer })),
  );
  assert.equal(outcomes.filter(isRefusal).length, 1);
  assert.equal(await count("identity_decisions"), 1);
});

test("a decision against the engine counts when another officer decides the same", async () => {
  await loadEverybody();
  const stranger = PEOPLE.find((person) => person !== KNOWN && person.surnames[0] !== KNOWN.surnames[0])!;
  const wrong = { decision: "confirm", hprNumber: Number(stranger.id) } as const;
  const { alertId } = await registerVersion(db.app, reportOf(KNOWN));
  await settleIdentification(parts);
  const first = await mustDecide(alertId, wrong);
  assert.equal(first.alert.identity, "awaitingDecision");
  assert.deepEqual([first.decisions[0]?.needsSecond, first.decisions[0]?.standing], [true, "awaitingSecond"]);
  const alone = await decide(alertId, wrong);
  assert.equal(isRefusal(alone) && alone.code, "secondOfficerMustBeAnother");
  const second = await mustDecide(alertId, { ...wrong, by: JONAS });
  assert.equal(second.alert.identity, "confirmed");
  assert.deepEqual(
    second.decisions.map(({ by, standing }) => [by, standing]),
    [
      ["Jonas", "effective"],
      ["Ingrid", "effective"],
    ],
  );
});

test("a decision may be changed later, and the history keeps both", async () => {
  await loadEverybody();
  const { alertId } = await registerVersion(db.app, { ...reportOf(KNOWN), birthDate: "1950-03-04" });
  await settleIdentification(parts);
  await mustDecide(alertId, { decision: "ask" });
  const changed = await mustDecide(alertId, { by: JONAS, decision: "confirm", hprNumber: Number(KNOWN.id) });
  assert.deepEqual(
    changed.decisions.map(({ decision }) => decision),
    ["confirm", "ask"],
  );
});

test("refuses to confirm somebody the register has never held", async () => {
  await loadEverybody();
  const { alertId } = await registerVersion(db.app, reportOf(KNOWN));
  await settleIdentification(parts);
  const outcome = await decide(alertId, { decision: "confirm", hprNumber: 999_999_998 });
  assert.deepEqual(isRefusal(outcome) && [outcome.code, outcome.params], [
    "unknownHprNumber",
    { hprNumber: 999_999_998 },
  ]);
});

test("a withdrawn alert is asked about, and no longer decided", async () => {
  await loadEverybody();
  const { alertId } = await registerVersion(db.app, reportOf(KNOWN));
  await registerVersion(db.app, { ...reportOf(KNOWN), alertId, kind: "withdrawal" });
  assert.equal(await identifyAlerts(parts), 2);
  const { alert, abilities } = await view(alertId);
  assert.equal(alert.bestHpr, Number(KNOWN.id));
  assert.equal(abilities.confirm.allowed, false);
  const outcome = await decide(alertId, { decision: "ask" });
  assert.equal(isRefusal(outcome) && outcome.code, "alertWithdrawn");
});
