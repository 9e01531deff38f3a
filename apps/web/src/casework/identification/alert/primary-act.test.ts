import assert from "node:assert/strict";
import test from "node:test";
import type { Ability, AlertView, CandidateView } from "@varde/contract";
import { likelihoodOf, primaryActOf } from "./primary-act.ts";

const YES: Ability = { allowed: true };
const NO: Ability = { allowed: false, code: "alertWithdrawn" };

type Candidate = Pick<CandidateView, "outcome" | "probability" | "needsSecond">;

/** The part of an alert's view that the primary act depends on. */
function viewOf(candidates: readonly Candidate[], identity = "awaitingDecision", may = YES) {
  const reject = candidates.length > 0 ? may : NO;
  const view = { alert: { identity }, match: { candidates }, abilities: { confirm: may, reject, ask: may } };
  return view as unknown as AlertView;
}
const at = (probability: number, outcome: CandidateView["outcome"] = "probable"): Candidate => ({
  outcome,
  probability,
  needsSecond: probability < 0.5,
});

test("a candidate of less than one in ten is unlikely, whatever the engine lets an officer see", () => {
  assert.equal(likelihoodOf(at(0.01)), "unlikely");
  assert.equal(likelihoodOf(at(0.1)), "possible");
  assert.equal(likelihoodOf(at(0.4, "noMatch")), "unlikely");
  assert.equal(likelihoodOf(at(0.9999, "certain")), "certain");
});

test("to confirm comes first only where no second officer is needed", () => {
  const candidates = [at(0.5), at(0.49)];
  assert.equal(primaryActOf(viewOf(candidates), candidates[0]), "confirm");
  assert.equal(primaryActOf(viewOf(candidates), candidates[1]), "ask");
});

test("to reject comes first where nobody is likely", () => {
  const candidates = [at(0.02), at(0.004)];
  assert.equal(primaryActOf(viewOf(candidates), candidates[0]), "reject");
});

test("without candidates the sender is asked, since there is nobody to reject", () => {
  assert.equal(primaryActOf(viewOf([]), undefined), "ask");
});

test("where nothing is awaited or may be decided, the next alert comes first", () => {
  const candidates = [at(0.9)];
  assert.equal(primaryActOf(viewOf(candidates, "confirmed"), candidates[0]), "next");
  assert.equal(primaryActOf(viewOf([], "noMatch"), undefined), "next");
  assert.equal(primaryActOf(viewOf(candidates, "awaitingDecision", NO), candidates[0]), "next");
});
