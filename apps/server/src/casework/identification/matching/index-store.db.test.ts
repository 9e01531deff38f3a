import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { inventPeople } from "@varde/linkage/invented";
import { jobActor } from "../../../platform/audit/index.ts";
import { fixedClock } from "../../../platform/clock/clock.ts";
import type { Database } from "../../../platform/database/index.ts";
import { isRefusal } from "../../../platform/rules/refusal.ts";
import { createTestDatabase } from "../../../platform/testing/index.ts";
import { loadRegister } from "../../registers/index.ts";
import { entryOf, inventEntry, writeExtract } from "../../registers/testing.ts";
import { createRegisterIndex } from "./register-index.ts";

const PEOPLE = [...inventPeople({ seed: "index store", count: 120 })];
const NEWCOMER = { hprNumber: 99_990_077, surname: "Zzyzx", forename: "Qwort", birthDate: "1911-01-02" };
const ASKED = { id: "asked", forenames: ["Qwort"], surnames: ["Zzyzx"], birthDate: "1911-01-02" };

async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "varde-index-"));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

async function load(
  db: Database,
  folder: string,
  entries: Record<string, unknown>[],
  kind: "full" | "delta",
) {
  const path = join(folder, `${kind}.jsonl`);
  await writeExtract(path, entries);
  const jobs = { publish: async () => 0 };
  const parts = { db: db.app, clock: fixedClock("2026-11-22T08:00:00Z"), jobs };
  assert.ok(!isRefusal(await loadRegister(parts, { path, kind, actor: jobActor("test") })));
}

/** A database with everybody in the register, and a process whose index lies in a file. */
async function begin(t: TestContext) {
  const [db, folder] = [await createTestDatabase(t), await temporaryFolder(t)];
  await load(db, folder, PEOPLE.map(entryOf), "full");
  const kept = join(folder, "index");
  const start = async (of: Database = db) => {
    const said: string[] = [];
    const index = createRegisterIndex(of.app, { folder: kept, say: (message) => said.push(message) });
    const asked = await index.refresh();
    return { index, asked, said: said.join("; ") };
  };
  return { db, folder, kept, start, first: await start() };
}

test("a process opens the index that another has left, and follows the register from there", async (t) => {
  const { db, folder, kept, start, first } = await begin(t);
  assert.match(first.said, /120 people built from the database/);
  assert.deepEqual(await readdir(kept), ["register"]);
  assert.equal((await stat(kept)).mode & 0o777, 0o700);
  assert.equal((await stat(join(kept, "register"))).mode & 0o777, 0o600);
  await load(db, folder, [inventEntry(NEWCOMER)], "delta");
  const later = await start();
  assert.match(later.said, /120 people opened from its file/);
  assert.deepEqual(later.asked, await first.index.refresh());
  for (const query of [ASKED, ...PEOPLE.slice(0, 20)])
    assert.deepEqual(later.index.link(query, 5), first.index.link(query, 5));
  assert.equal(later.index.link(ASKED, 1).candidates[0]?.id, String(NEWCOMER.hprNumber));
});

test("an index of another register is not believed, not even with the same people at the same change", async (t) => {
  const { folder, start } = await begin(t);
  const other = await createTestDatabase(t);
  await load(other, folder, [...PEOPLE.slice(1).map(entryOf), inventEntry(NEWCOMER)], "full");
  const { index, said } = await start(other);
  assert.match(said, /of another register.*120 people built from the database/);
  assert.equal(index.link(ASKED, 1).candidates[0]?.id, String(NEWCOMER.hprNumber));
});

test("an index that has seen changes which a restored database has not is not believed", async (t) => {
  const { folder, start } = await begin(t);
  const restored = await createTestDatabase(t);
  await load(restored, folder, PEOPLE.slice(0, 100).map(entryOf), "full");
  assert.match((await start(restored)).said, /of another register.*100 people built from the database/);
});

test("a damaged file is built anew, and what a killed process left half written is cleared away", async (t) => {
  const { kept, start } = await begin(t);
  await truncate(join(kept, "register"), 500);
  const [abandoned, recent] = ["register.1.unfinished", "register.2.unfinished"];
  for (const name of [abandoned, recent]) await writeFile(join(kept, name), "half");
  await utimes(join(kept, abandoned), 0, 0);
  assert.match((await start()).said, /is not used: .*damaged.*120 people built from the database/);
  assert.deepEqual((await readdir(kept)).sort(), ["register", recent]);
  assert.match((await start()).said, /opened from its file/);
});

test("where the index cannot be kept on disk it is told, and asked all the same", async (t) => {
  const { folder, db } = await begin(t);
  const said: string[] = [];
  const inTheWay = join(folder, "full.jsonl");
  const index = createRegisterIndex(db.app, { folder: inTheWay, say: (message) => said.push(message) });
  await index.refresh();
  assert.match(said.join("; "), /cannot be kept on disk/);
  assert.equal(index.link(PEOPLE[0]!, 1).candidates.length, 1);
});
