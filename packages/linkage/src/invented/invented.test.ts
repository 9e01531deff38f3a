import assert from "node:assert/strict";
import { test } from "node:test";
import { idnr } from "@navikt/fnrvalidator";
import { corrupt, inventPeople, NOISE_KINDS, type NoiseKind } from "./index.ts";

const people = [...inventPeople({ seed: 3, count: 2000 })];

test("the same seed invents the same people, another seed others", () => {
  assert.deepEqual([...inventPeople({ seed: 3, count: 50 })], people.slice(0, 50));
  assert.notDeepEqual([...inventPeople({ seed: 4, count: 50 })], people.slice(0, 50));
});

test("identity numbers are valid and synthetic, and a third of the foreign-trained have none", () => {
  for (const { nationalIds, birthDate, sex } of people) {
    for (const { number } of nationalIds) {
      assert.equal(idnr(number).status, "valid");
      assert.equal(Number(number.slice(2, 4)), Number(birthDate.slice(5, 7)) + 80);
      assert.equal(Number(number[8]) % 2 === 1, sex === "M");
    }
  }
  const foreign = people.filter((person) => person.nationality !== "NO");
  const without = foreign.filter((person) => person.nationalIds.length === 0);
  assert.ok(Math.abs(without.length / foreign.length - 1 / 3) < 0.05);
});

test("a report from abroad knows neither Norwegian numbers nor earlier names", () => {
  for (const person of people.slice(0, 100)) {
    const { person: reported } = corrupt(person, { seed: 1, severity: "exact" });
    assert.equal(reported.nationalIds, undefined);
    assert.equal(reported.registrationNumbers, undefined);
    assert.deepEqual(reported.forenames, person.forenames);
  }
});

test("noise is repeatable, within its bounds, and changes the record", () => {
  for (const person of people.slice(0, 300)) {
    const hard = corrupt(person, { seed: 9, severity: "hard" });
    assert.deepEqual(corrupt(person, { seed: 9, severity: "hard" }), hard);
    assert.ok(hard.kinds.length >= 2 && hard.kinds.length <= 4);
    const normal = corrupt(person, { seed: 9, severity: "normal" });
    assert.ok(normal.kinds.length >= 1 && normal.kinds.length <= 2);
  }
});

test("every kind of noise applies to somebody and says so", () => {
  for (const kind of Object.keys(NOISE_KINDS) as NoiseKind[]) {
    const applied = people.filter((person) => corrupt(person, { seed: 2, kinds: [kind] }).kinds.length === 1);
    assert.ok(applied.length > 0, kind);
  }
});
