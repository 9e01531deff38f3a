import assert from "node:assert/strict";
import { test } from "node:test";
import { createIndex } from "../index/person-index.ts";
import { inventPeople } from "../invented/index.ts";

const people = [...inventPeople({ seed: 21, count: 3000 })];
const index = createIndex();
for (const person of people) index.add(person);
const numbered = people.filter((person) => person.nationalIds.length > 0).slice(0, 40);
const bestOf = (query: Parameters<typeof index.link>[0]) => index.link(query).candidates[0];

test("a valid identity number that is equal and not contradicted is certain", () => {
  for (const { id, nationalIds, forenames, birthDate } of numbered) {
    const best = bestOf({ id: "query", forenames, surnames: ["Taken-by-marriage"], birthDate, nationalIds });
    assert.equal(best?.id, id);
    assert.equal(best?.outcome, "certain");
  }
});

test("an equal identity number with contradicting birth date and name is probable, never certain", () => {
  for (const { id, nationalIds } of numbered) {
    const best = bestOf({
      id: "query",
      forenames: ["Qqzzx"],
      surnames: ["Xxqzz"],
      birthDate: "1911-11-11",
      nationalIds,
    });
    assert.equal(best?.id, id);
    assert.equal(best?.outcome, "probable");
  }
});

test("nobody is certain by name and birth year alone", () => {
  for (const { forenames, surnames, birthDate } of people.slice(0, 200)) {
    const best = bestOf({ id: "query", forenames, surnames, birthDate: birthDate.slice(0, 4) });
    assert.notEqual(best?.outcome, "certain");
  }
});

test("a name and a birth date that nobody has is no match", () => {
  const result = index.link({
    id: "query",
    forenames: ["Qqzzx"],
    surnames: ["Xxqzz"],
    birthDate: "1911-11-11",
  });
  assert.equal(result.outcome, "noMatch");
});

test("two entries of one person take nothing from each other, and neither is certain", () => {
  const [person] = people;
  assert.ok(person);
  const twice = createIndex();
  for (const other of people.slice(0, 300)) twice.add(other);
  twice.add({ ...person, id: "entered-again", registrationNumbers: ["7777777"] });
  const { candidates } = twice.link(person);
  const both = candidates.slice(0, 2);
  assert.deepEqual(both.map(({ id }) => id).sort(), [person.id, "entered-again"].sort());
  assert.ok(both.every(({ probability }) => probability > 0.99));
});
