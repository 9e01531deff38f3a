import assert from "node:assert/strict";
import { test } from "node:test";
import type { LinkResult, Outcome } from "../link-result.ts";
import { describeMeasurement } from "./describe-measurement.ts";
import { type Judged, measure } from "./measure.ts";

function result(...candidates: [id: string, probability: number, outcome: Outcome][]): LinkResult {
  return {
    outcome: candidates[0]?.[2] ?? "noMatch",
    candidates: candidates.map(([id, probability, outcome]) => ({
      id,
      probability,
      outcome,
      bits: 0,
      keys: [],
      explanation: [],
    })),
    engineVersion: "e",
    modelVersion: "m",
  };
}

const judged: Judged[] = [
  { queryId: "a", truth: new Set(["1"]), result: result(["1", 0.9, "probable"]), compared: true },
  {
    queryId: "b",
    truth: new Set(["2"]),
    result: result(["9", 0.8, "probable"], ["2", 0.1, "probable"]),
    compared: true,
  },
  { queryId: "c", truth: new Set(["3"]), result: result(), compared: false },
  { queryId: "d", truth: new Set(["4"]), result: result(["4", 0.001, "noMatch"]), compared: true },
  { queryId: "e", truth: null, result: result(["5", 0.4, "certain"]) },
  { queryId: "f", truth: null, result: result() },
];

test("tells right, found, lost and missed apart", () => {
  const m = measure(judged);
  assert.equal(m.inRegister, 4);
  assert.equal(m.best, 0.5);
  assert.equal(m.amongTen, 0.75);
  assert.equal(m.recall, 0.5);
  assert.equal(m.blockingLoss, 0.25);
  assert.equal(m.scoringLoss, 0);
  assert.equal(m.falseProposals, 0.5);
  assert.deepEqual([m.certain, m.certainWrong], [1, 1]);
  assert.deepEqual(
    m.misses.map(({ queryId, why }) => [queryId, why]),
    [
      ["c", "blocking"],
      ["d", "threshold"],
    ],
  );
});

test("pairs are proposed from one half on, and the best threshold is found", () => {
  const { atHalf, atBest } = measure(judged).pairs;
  assert.deepEqual(atHalf, { threshold: 0.5, recall: 1 / 4, precision: 1 / 2, f1: 1 / 3 });
  assert.deepEqual(atBest, { threshold: 0.001, recall: 3 / 4, precision: 3 / 5, f1: 2 / 3 });
});

test("pairs of one probability are proposed together, and every right answer of a query is one to be found", () => {
  const both = result(["1", 0.6, "probable"], ["9", 0.6, "probable"]);
  const { atBest } = measure([{ queryId: "a", truth: new Set(["1", "2"]), result: both }]).pairs;
  assert.deepEqual(atBest, { threshold: 0.6, recall: 1 / 2, precision: 1 / 2, f1: 1 / 2 });
  const silent = measure([{ queryId: "a", truth: null, result: result() }]).pairs;
  assert.deepEqual([silent.atHalf.f1, silent.atBest.f1], [0, 0]);
});

test("recall at a fixed share of false proposals looks only above the outsiders' best", () => {
  assert.equal(measure(judged).recallAt1, 0.25);
});

test("the calibration error is nothing when what is said comes true", () => {
  const honest = Array.from({ length: 10 }, (_, i): Judged => {
    return {
      queryId: String(i),
      truth: new Set([i < 7 ? "x" : "y"]),
      result: result(["x", 0.7, "probable"]),
    };
  });
  assert.ok(measure(honest).calibrationError < 1e-9);
  const told = describeMeasurement(measure(honest));
  assert.match(told, /calibration error/);
  assert.match(told, /outsiders proposed +nobody outside the register was asked about/);
  assert.match(told, /F1 of pairs from 0\.5 on/);
});
