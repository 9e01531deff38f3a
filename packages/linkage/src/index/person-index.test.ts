import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { corrupt, inventPeople } from "../invented/index.ts";
import type { PersonRecord } from "../person-record.ts";
import { IndexFileError, readIndexFile, writeIndexFile } from "./index-file.ts";
import { createIndex, openIndex } from "./person-index.ts";

const people = [...inventPeople({ seed: 7, count: 1500 })];
const reports = people.slice(0, 150).map((person) => corrupt(person, { seed: 1, severity: "normal" }).person);

function indexOf(register: readonly PersonRecord[]) {
  const index = createIndex();
  for (const person of register) index.add(person);
  return index;
}

const index = indexOf(people);
const best = (query: PersonRecord) => index.link(query).candidates[0];

test("finds a person by exactly what the register says", () => {
  for (const person of people.slice(0, 100)) assert.equal(best(person)?.id, person.id);
});

test("finds nearly everyone by a report with one or two errors", () => {
  const found = reports.filter((report) => index.link(report).candidates.some(({ id }) => id === report.id));
  assert.ok(found.length >= reports.length * 0.98, `${found.length} of ${reports.length}`);
});

test("the evidence adds up to the candidate's bits exactly, and the bits to the probability", () => {
  for (const report of reports) {
    for (const candidate of index.link(report).candidates) {
      assert.equal(
        candidate.explanation.reduce((total, row) => total + row.bits, 0),
        candidate.bits,
      );
      assert.equal(candidate.probability, 1 / (1 + 2 ** -candidate.bits));
      assert.ok(candidate.keys.length > 0);
    }
  }
});

test("answers byte for byte the same, in whatever order people came", () => {
  const turned = indexOf([...people].reverse());
  for (const report of reports)
    assert.equal(JSON.stringify(turned.link(report)), JSON.stringify(index.link(report)));
});

test("removal undoes addition, and change is removal and addition", () => {
  const register = people.slice(0, 500);
  const plain = indexOf(register);
  const busy = indexOf(register);
  for (const person of people.slice(500, 600)) busy.add(person);
  for (const report of reports.slice(0, 10)) busy.link(report);
  for (const person of people.slice(500, 600)) assert.equal(busy.remove(person.id), true);
  for (const person of register.slice(0, 20)) busy.change({ ...person, surnames: ["Elsewhere"] });
  for (const person of register.slice(0, 20)) busy.change(person);
  assert.equal(busy.size, plain.size);
  assert.equal(busy.remove("nobody"), false);
  for (const report of reports)
    assert.equal(JSON.stringify(busy.link(report)), JSON.stringify(plain.link(report)));
});

test("a second person with the same id is a caller's bug", () => {
  assert.throws(() => index.add(people[0] as PersonRecord), /already holds/);
});

test("a saved index answers as the live one, and can go on changing", () => {
  const folder = mkdtempSync(join(tmpdir(), "linkage-"));
  const path = join(folder, "index");
  try {
    const live = indexOf(people.slice(0, 700));
    for (const person of people.slice(100, 150)) live.remove(person.id);
    writeIndexFile(path, live.save(), { of: "yesterday" });
    const stored = readIndexFile(path);
    assert.deepEqual(stored.note, { of: "yesterday" });
    assert.deepEqual(readdirSync(folder), ["index"]);
    const opened = openIndex(stored);
    for (const person of people.slice(700, 720)) {
      live.add(person);
      opened.add(person);
    }
    for (const report of reports)
      assert.equal(JSON.stringify(opened.link(report)), JSON.stringify(live.link(report)));
    const other = join(folder, "other");
    writeFileSync(other, readFileSync(path, "latin1").replace(/"layout":\d+/, '"layout":0'), "latin1");
    assert.throws(
      () => readIndexFile(other),
      (error) => error instanceof IndexFileError && error.code === "otherVersion",
    );
    truncateSync(path, 10_000);
    assert.throws(
      () => readIndexFile(path),
      (error) => error instanceof IndexFileError && error.code === "damaged",
    );
    writeFileSync(path, "something else");
    assert.throws(
      () => readIndexFile(path),
      (error) => error instanceof IndexFileError && error.code === "notAnIndex",
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("what is posted to a worker is shared, not copied, and answers the same", () => {
  const saved = index.save();
  const posted = structuredClone(saved);
  assert.ok(posted.table.fields.buffer instanceof SharedArrayBuffer);
  const there = openIndex(posted);
  for (const report of reports)
    assert.equal(JSON.stringify(there.link(report)), JSON.stringify(index.link(report)));
});

test("case, accents and the order of the names do not change who is found", () => {
  for (const person of people.slice(0, 60)) {
    const shouted = { ...person, surnames: person.surnames.map((name) => name.toUpperCase()) };
    assert.equal(best(shouted)?.id, person.id);
    const turned = { ...person, forenames: person.surnames, surnames: person.forenames };
    assert.equal(best(turned)?.id, person.id);
  }
});

test("an omission is not a contradiction: a missing field weighs nothing", () => {
  for (const { id, forenames, surnames } of people.slice(0, 60)) {
    const rows = index
      .link({ id, forenames, surnames })
      .candidates.flatMap((candidate) => candidate.explanation);
    assert.ok(rows.filter((row) => row.level === "missing").every((row) => row.bits === 0));
  }
});

test("more agreement never lowers the weight of the fields", () => {
  const weight = (query: PersonRecord, id: string) =>
    index
      .link(query, { top: 200 })
      .candidates.find((candidate) => candidate.id === id)
      ?.explanation.filter((row) => row.field !== "otherCandidates")
      .reduce((sum, row) => sum + row.bits, 0);
  for (const { id, forenames, surnames, birthDate, sex, nationality, professions } of people.slice(0, 60)) {
    const steps: Partial<PersonRecord>[] = [{ birthDate }, { sex }, { nationality }, { professions }];
    let query: PersonRecord = { id, forenames, surnames };
    let before = weight(query, id) ?? Number.NEGATIVE_INFINITY;
    for (const step of steps) {
      query = { ...query, ...step };
      const after = weight(query, id);
      assert.ok(after !== undefined && after >= before, `${Object.keys(step).join()} of ${id}`);
      before = after;
    }
  }
});

test("any input is answered, never thrown at", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom("", "12345", "😀", "מרים", "a".repeat(10_000)),
  );
  const wild = fc.record({
    id: text,
    forenames: fc.array(text, { maxLength: 4 }),
    surnames: fc.array(text, { maxLength: 4 }),
    birthDate: fc.oneof(text, fc.constantFrom("1967-02-31", "9999-99-99", "1967")),
    nationality: text,
    professions: fc.array(text, { maxLength: 3 }),
    nationalIds: fc.array(fc.record({ country: text, number: text }), { maxLength: 2 }),
    registrationNumbers: fc.array(text, { maxLength: 2 }),
  });
  const small = indexOf(people.slice(0, 50));
  fc.assert(
    fc.property(wild, (query) => {
      const { candidates } = small.link(query);
      return candidates.every(({ probability }) => probability >= 0 && probability <= 1);
    }),
    { numRuns: 200 },
  );
  fc.assert(
    fc.property(wild, (person) => {
      small.change(person);
      small.link(person);
      return small.remove(person.id);
    }),
    { numRuns: 200 },
  );
});
