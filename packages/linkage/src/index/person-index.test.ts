import assert from "node:assert/strict";
import { test } from "node:test";
import { inventPeople } from "../invented/index.ts";
import { createIndex } from "./person-index.ts";

const people = [...inventPeople({ seed: 7, count: 500 })];

function indexOfAll() {
  const index = createIndex();
  for (const person of people) index.add(person);
  return index;
}

test("finds a person by exactly what the register says", () => {
  const index = indexOfAll();
  for (const person of people.slice(0, 50)) {
    assert.equal(index.link(person).candidates[0]?.id, person.id);
  }
});

test("the evidence adds up to the candidate's bits exactly", () => {
  const index = indexOfAll();
  for (const person of people.slice(0, 50)) {
    for (const candidate of index.link(person).candidates) {
      const sum = candidate.explanation.reduce((total, row) => total + row.bits, 0);
      assert.equal(sum, candidate.bits);
    }
  }
});

test("a removed person is no longer found", () => {
  const index = indexOfAll();
  const [gone] = people;
  assert.ok(gone);
  assert.equal(index.remove(gone.id), true);
  assert.equal(index.remove(gone.id), false);
  assert.ok(index.link(gone).candidates.every((candidate) => candidate.id !== gone.id));
});
