import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before, beforeEach, type TestContext } from "node:test";
import type { RegisterLoad } from "@varde/contract/registers";
import { jobActor } from "../../platform/audit/index.ts";
import { fixedClock } from "../../platform/clock/clock.ts";
import type { Database } from "../../platform/database/index.ts";
import { isRefusal, type Refusal } from "../../platform/rules/refusal.ts";
import { createTestDatabase } from "../../platform/testing/index.ts";
import {
  countPeople,
  getPeople,
  type LoadRequest,
  listBrokenLines,
  listChangesOf,
  loadRegister,
  type RegisterChange,
  type RegistersParts,
  registerVersion,
  streamChanges,
  streamPeople,
} from "./index.ts";
import { type InventedEntry, inventEntry, writeExtract } from "./testing.ts";

let folder = "";
let db: Database;
let parts: RegistersParts;
let published: unknown[] = [];
const clock = fixedClock("2026-11-22T08:00:00Z");

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "varde-registers-"));
});
after(() => rm(folder, { recursive: true }));
beforeEach(async (t) => {
  db = await createTestDatabase(t as TestContext);
  published = [];
  const publish = async (_tx: unknown, event: unknown) => {
    return published.push(event);
  };
  parts = { db: db.app, clock, jobs: { publish } };
});

const people = (count: number, change: (entry: InventedEntry) => InventedEntry = (entry) => entry) =>
  Array.from({ length: count }, (_, i) => inventEntry(change({ hprNumber: i + 1, surname: `Berg${i + 1}` })));

type Lines = Parameters<typeof writeExtract>[1];
async function load(lines: Lines, more: Partial<LoadRequest> = {}): Promise<RegisterLoad> {
  const path = join(folder, "extract.jsonl.gz");
  await writeExtract(path, lines);
  const outcome = await attempt({ path, ...more });
  assert.ok(!isRefusal(outcome), JSON.stringify(outcome));
  return outcome;
}
const attempt = (more: Partial<LoadRequest>): Promise<RegisterLoad | Refusal> =>
  loadRegister(parts, { path: "", kind: "full", actor: jobActor("test"), ...more });
const counts = ({ added, changed, unchanged, removed, broken }: RegisterLoad) => ({
  added,
  changed,
  unchanged,
  removed,
  broken,
});
const NOTHING = { added: 0, changed: 0, unchanged: 0, removed: 0, broken: 0 };

async function changesAfter(version: number): Promise<RegisterChange[]> {
  return Array.fromAsync(streamChanges(db.app, version));
}

test("loads an extract, tells of it once, and loading the same file again changes nothing", async () => {
  const first = await load(people(2500));
  assert.deepEqual([first.state, counts(first)], ["done", { ...NOTHING, added: 2500 }]);
  assert.equal(await countPeople(db.app), 2500);
  const version = await registerVersion(db.app);
  const again = await load(people(2500));
  assert.deepEqual([again.state, counts(again)], ["done", { ...NOTHING, unchanged: 2500 }]);
  assert.deepEqual(await registerVersion(db.app), version);
  assert.deepEqual(
    published.map((event) => (event as { payload: unknown }).payload),
    [{ loadId: first.id }, { loadId: again.id }],
  );
});

test("streams everybody to the linkage engine, and later only who has changed", async () => {
  await load([
    inventEntry({ hprNumber: 7, middle: "Lie", nationalId: "15829945476", professions: ["LE", "SP"] }),
    inventEntry({ hprNumber: 9, birthDate: null }),
  ]);
  const all = await Array.fromAsync(streamPeople(db.app));
  assert.deepEqual(all[0], {
    id: "7",
    forenames: ["Jenny", "Lie"],
    surnames: ["Lysgaard"],
    earlierNames: [],
    birthDate: "1979-02-15",
    professions: ["LE", "SP"],
    nationalIds: [{ country: "NO", number: "15829945476" }],
  });
  assert.equal(all.length, 2);
  const { version } = await registerVersion(db.app);
  const next = await load([inventEntry({ hprNumber: 7, surname: "Dahl" })], { kind: "delta" });
  const changes = await changesAfter(version);
  assert.deepEqual(
    changes.map(({ id, loadId, person }) => ({ id, loadId, earlier: person?.earlierNames })),
    [{ id: "7", loadId: next.id, earlier: ["Jenny Lie Lysgaard"] }],
  );
});

test("gives the linkage engine somebody with two numbers once, under the newer, with the names of both", async () => {
  await load([
    inventEntry({ hprNumber: 7, surname: "Lie", more: { erstattetAvHprNummer: 9 } }),
    inventEntry({ hprNumber: 8, more: { erstattetAvHprNummer: 99 } }),
    inventEntry({ hprNumber: 9, surname: "Dahl" }),
  ]);
  const linked = [...(await Array.fromAsync(streamPeople(db.app))), ...(await changesAfter(0))];
  assert.deepEqual(
    linked.map((one) => ("person" in one ? [one.id, one.person?.earlierNames] : [one.id, one.earlierNames])),
    [
      ["8", []],
      ["9", ["Jenny Lie"]],
      ["7", undefined],
      ["8", []],
      ["9", ["Jenny Lie"]],
    ],
  );
});

test("reports broken lines by number and takes in the rest", async () => {
  const good = people(3);
  const loaded = await load([
    good[0]!,
    "{ not json",
    good[1]!,
    good[1]!,
    JSON.stringify({ ...good[2], person: { fødselsdato: "1979-13-01" } }),
    "",
    good[2]!,
  ]);
  assert.deepEqual(counts(loaded), { ...NOTHING, added: 3, broken: 3 });
  const { total, lines } = await listBrokenLines(db.app, loaded.id);
  assert.equal(total, 3);
  assert.deepEqual(
    lines.map(({ line, code }) => [line, code]),
    [
      [2, "notJson"],
      [4, "numberTwiceInFile"],
      [5, "wrongShape"],
    ],
  );
});

test("marks people gone from a full extract as removed, and counts those who come back as added", async () => {
  await load(people(10));
  const { version } = await registerVersion(db.app);
  const smaller = await load(people(9));
  assert.deepEqual(counts(smaller), { ...NOTHING, unchanged: 9, removed: 1 });
  assert.deepEqual(
    (await changesAfter(version)).map(({ id, person }) => ({ id, person })),
    [{ id: "10", person: null }],
  );
  const back = await load(people(10));
  assert.deepEqual(counts(back), { ...NOTHING, unchanged: 9, added: 1 });
  assert.deepEqual(
    (await listChangesOf(db.app, 10)).map(({ removed, first }) => [removed, first]),
    [
      [false, true],
      [true, false],
      [false, false],
    ],
  );
});

test("a delta adds and changes, and removes nobody", async () => {
  await load(people(10));
  const delta = await load(
    [...people(1, (one) => ({ ...one, surname: "Ny" })), inventEntry({ hprNumber: 11 })],
    {
      kind: "delta",
    },
  );
  assert.deepEqual(counts(delta), { ...NOTHING, added: 1, changed: 1 });
  assert.equal(await countPeople(db.app), 11);
});

test("refuses to remove more than a fifth of the register until forced, and keeps what else changed", async () => {
  await load(people(10));
  const shrunk = people(7, (one) => ({ ...one, surname: `Ny${one.hprNumber}` }));
  const refused = await load(shrunk);
  assert.deepEqual([refused.state, refused.failure, refused.heldBack], ["failed", "tooManyWouldVanish", 3]);
  assert.deepEqual(counts(refused), { ...NOTHING, changed: 7 });
  const forced = await load(shrunk, { force: true });
  assert.equal(forced.id, refused.id, "the same load goes on");
  assert.deepEqual([forced.state, forced.failure, forced.removed, forced.heldBack], ["done", null, 3, 0]);
});

test("removes nobody while a broken line may be about one of those gone", async () => {
  await load(people(10));
  const loaded = await load([...people(9), "{"]);
  assert.deepEqual([loaded.state, loaded.failure, loaded.heldBack], ["done", "someLinesWithoutNumber", 1]);
  const readable = await load([...people(9), JSON.stringify(inventEntry({ hprNumber: 10 })).slice(0, 80)]);
  assert.deepEqual([readable.failure, readable.removed], [null, 0]);
});

test("goes on after the last committed line when a stopped load's file is loaded again", async () => {
  await load(people(2400));
  const changed = people(2399, (one) => ({ ...one, surname: `Ny${one.hprNumber}` }));
  const stop = new AbortController();
  const stopped = await load(changed, { signal: stop.signal, onProgress: () => stop.abort() });
  assert.deepEqual([stopped.state, stopped.lines, stopped.changed], ["stopped", 1000, 1000]);
  const finished = await load(changed);
  assert.equal(finished.id, stopped.id);
  assert.deepEqual([finished.state, finished.lines], ["done", 2399]);
  assert.deepEqual(counts(finished), { ...NOTHING, changed: 2399, removed: 1 });
});

test("goes on where a load broke off whose process was killed", async () => {
  const path = join(folder, "killed.jsonl");
  await writeExtract(path, people(2400));
  const onProgress = () => {
    throw new Error("as good as killed: nothing is written after the first step");
  };
  await assert.rejects(attempt({ path, onProgress }), /as good as killed/);
  assert.equal(await countPeople(db.app), 1000);
  const finished = await attempt({ path });
  assert.ok(!isRefusal(finished));
  assert.deepEqual([finished.state, finished.lines, finished.added], ["done", 2400, 2400]);
});

test("a file cut short ends the load as failed, and keeps what came before", async () => {
  const path = join(folder, "cut.jsonl.gz");
  await writeExtract(path, people(6000));
  await writeFile(path, (await readFile(path)).subarray(0, -5000));
  const outcome = await attempt({ path });
  assert.ok(!isRefusal(outcome));
  assert.deepEqual([outcome.state, outcome.failure, outcome.removed], ["failed", "fileCutShort", 0]);
  assert.ok(outcome.added > 0 && outcome.added % 1000 === 0);
});

test("a file without any readable person ends the load as failed, and removes nobody", async () => {
  await load(people(3));
  const loaded = await load(["id;name", "1;Berg"], { force: true });
  assert.deepEqual(
    [loaded.state, loaded.failure, loaded.broken, loaded.removed],
    ["failed", "nobodyReadable", 2, 0],
  );
});

test("refuses a second load while one runs, and a file that is not there", async () => {
  const path = join(folder, "held.jsonl");
  await writeExtract(path, people(1500));
  let second: RegisterLoad | Refusal | undefined;
  const outcomes: Promise<void>[] = [];
  const first = await attempt({
    path,
    onProgress: () => {
      if (outcomes.length === 0)
        outcomes.push(
          attempt({ path }).then((outcome) => {
            second = outcome;
          }),
        );
    },
  });
  await Promise.all(outcomes);
  assert.ok(!isRefusal(first));
  assert.equal(isRefusal(second) && second.code, "anotherLoadRuns");
  const absent = await attempt({ path: join(folder, "nowhere") });
  assert.equal(isRefusal(absent) && absent.code, "noSuchFile");
});

test("shows a person with the identity number masked and authorisations as of the day", async () => {
  await load([inventEntry({ hprNumber: 7, nationalId: "15829945476", basisCountry: "SE" })]);
  const shown = (await getPeople(db.app, [7, 8], clock.now())).get(7);
  assert.equal(shown?.nationalId, "158299*****");
  assert.deepEqual(shown?.authorisations[0], {
    profession: "SP",
    status: "active",
    from: "2012-12-01",
    until: null,
    basisCountry: "SE",
    prescribing: false,
    specialties: [],
    conditions: 0,
  });
});
