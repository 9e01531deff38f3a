import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { MEASURE_KINDS } from "../facts/surroundings.ts";
import { inventAlert, inventUnopened, OPENED_AT } from "../testing/invented-case.ts";
import { DEFAULT_WEIGHTS, PRIORITY_FACTS, type PriorityFact, priorityOf } from "./priority.rules.ts";

const facts = inventUnopened();
const named = (given = facts): readonly PriorityFact[] =>
  priorityOf(given, OPENED_AT).facts.map(({ fact }) => fact);

test("a nurse at work near patients after a revocation is of high priority, and every reason is named", () => {
  const { level, score } = priorityOf(facts, OPENED_AT);
  assert.deepEqual(named(), ["worksInNorway", "measureGrave", "criticalProfession", "patientNear"]);
  assert.deepEqual([level, score], ["high", 85]);
});

test("who is dead or holds no authorisation in force is urgent only for the attention the case draws", () => {
  const dead = { ...facts, person: { ...facts.person, dead: true }, flags: ["media"] as const };
  assert.deepEqual(named(dead), ["attention"]);
  assert.equal(priorityOf({ ...dead, flags: [] }, OPENED_AT).level, "low");
});

test("a measure nobody has read is held to be serious, and one that is withdrawn counts no more", () => {
  assert.ok(named({ ...facts, alerts: [inventAlert({ measure: null })] }).includes("measureSerious"));
  const withdrawn = [inventAlert({ status: "withdrawn" }), inventAlert({ alertId: 2, measure: "warning" })];
  assert.ok(!named({ ...facts, alerts: withdrawn }).includes("measureGrave"));
});

test("the score is the sum of the weights shown, and a graver measure never lowers it", () => {
  const gravity = fc.nat(MEASURE_KINDS.length - 1);
  fc.assert(
    fc.property(gravity, gravity, fc.boolean(), fc.nat(400), (one, other, works, days) => {
      const [milder, graver] = [Math.min(one, other), Math.max(one, other)];
      const at = new Date(Date.parse(OPENED_AT) + days * 86_400_000).toISOString();
      const withMeasure = (index: number) =>
        priorityOf(
          {
            ...facts,
            alerts: [inventAlert({ measure: MEASURE_KINDS[index] ?? null })],
            person: { ...facts.person, worksInNorway: works },
          },
          at,
        );
      const [low, high] = [withMeasure(milder), withMeasure(graver)];
      assert.ok(low.score <= high.score);
      assert.equal(
        high.score,
        high.facts.reduce((sum, { fact }) => sum + DEFAULT_WEIGHTS.weights[fact], 0),
      );
      assert.ok(high.facts.every(({ fact }) => PRIORITY_FACTS.includes(fact)));
    }),
  );
});
