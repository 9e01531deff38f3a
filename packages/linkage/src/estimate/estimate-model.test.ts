import assert from "node:assert/strict";
import { test } from "node:test";
import { createIndex } from "../index/person-index.ts";
import { corrupt, inventPeople } from "../invented/index.ts";
import { SHIPPED_MODEL } from "../model/shipped-model.ts";
import { estimateModel } from "./estimate-model.ts";
import { fitTrust } from "./fit-trust.ts";

const people = [...inventPeople({ seed: 31, count: 2000 })];
const reports = people
  .slice(0, 300)
  .map((person) => corrupt(person, { seed: 1, kinds: ["swappedDayMonth"] }).person);

function indexOfAll() {
  const index = createIndex();
  for (const person of people) index.add(person);
  return index;
}

test("learns without labels that this sender swaps day and month", () => {
  const model = estimateModel(indexOfAll(), reports, SHIPPED_MODEL, { rounds: 4 });
  assert.ok(model.birthDate.swappedDayMonth > SHIPPED_MODEL.birthDate.swappedDayMonth * 2);
  assert.ok(model.shareInRegister > 0.9);
});

test("believes labels rather than probabilities", () => {
  const labels = new Map(reports.map(({ id }) => [id, null]));
  const model = estimateModel(indexOfAll(), reports, SHIPPED_MODEL, { rounds: 1, labels });
  assert.equal(model.shareInRegister, 0.02);
  assert.ok(Math.abs(model.birthDate.swappedDayMonth - SHIPPED_MODEL.birthDate.swappedDayMonth) < 0.01);
});

test("estimation is repeatable", () => {
  const once = estimateModel(indexOfAll(), reports, SHIPPED_MODEL, { rounds: 2 });
  assert.deepEqual(estimateModel(indexOfAll(), reports, SHIPPED_MODEL, { rounds: 2 }), once);
});

test("trust goes up for bits that tell the right candidate, down for bits that mislead", () => {
  const cases = Array.from({ length: 60 }, (_, i) => ({
    candidates: [
      [6, i % 2 ? 8 : -8, 0],
      [-6, i % 3 ? 8 : -8, 0],
    ],
    right: 0,
  }));
  const trust = fitTrust(cases, 0, { names: 1, birthDate: 1, circumstances: 1 });
  assert.ok(trust.names > 0.9);
  assert.ok(trust.birthDate < 0.6);
});

test("learns without labels that people come again and again in one file, and lets their entries stand together", () => {
  const entries = people.slice(0, 200).flatMap((person) =>
    [1, 2, 3, 4].map((seed) => ({
      ...corrupt(person, { seed, severity: "normal" }).person,
      id: `${person.id}-${seed}`,
    })),
  );
  const index = createIndex();
  for (const entry of entries) index.add(entry);
  const model = estimateModel(index, entries, SHIPPED_MODEL, { sameRecords: true });
  assert.ok(model.entriesPerPerson > 2, `${model.entriesPerPerson} entries`);
  const found = entries.flatMap(({ id, ...query }) =>
    index.link({ id, ...query }, { except: id }).candidates.filter(({ probability }) => probability >= 0.5),
  );
  assert.ok(found.length > entries.length * 2, `${found.length} pairs of ${entries.length * 3}`);
});

test("learns that each stands in the register once where that is so", () => {
  const model = estimateModel(indexOfAll(), reports, SHIPPED_MODEL, { rounds: 2 });
  assert.ok(model.entriesPerPerson < 1.1);
});
