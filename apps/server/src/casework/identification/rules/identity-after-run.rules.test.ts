import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import {
  type Answer,
  identityAfterRun,
  isSameAnswer,
  type Proposed,
  type Standing,
} from "./identity-after-run.rules.ts";

const one = (hprNumber: number, probability: number): Proposed => ({
  hprNumber,
  probability,
  outcome: probability > 0.99 ? "certain" : probability > 0.3 ? "probable" : "noMatch",
});
const answer = (versionId: number, ...candidates: Proposed[]): Answer => ({
  versionId,
  outcome: candidates[0]?.outcome ?? "noMatch",
  candidates,
});
const standing = (state: Standing["state"], ...decidedOn: Proposed[]): Standing => ({
  state,
  versionId: 1,
  confirmedHpr: state === "confirmed" ? 7 : null,
  awaitsSecond: false,
  decidedOn,
});

test("an alert nobody has decided about stands where the engine puts it", () => {
  for (const before of [undefined, standing("noMatch"), standing("awaitingDecision")]) {
    assert.equal(identityAfterRun(before, answer(1, one(7, 0.8))).state, "awaitingDecision");
    assert.equal(identityAfterRun(before, answer(1, one(7, 0.1))).state, "noMatch");
  }
});

test("a first officer's decision keeps the alert open for the second, until there is a newer version", () => {
  const waiting = { ...standing("awaitingDecision"), awaitsSecond: true };
  assert.equal(identityAfterRun(waiting, answer(1)).state, "awaitingDecision");
  assert.equal(identityAfterRun(waiting, answer(2)).state, "noMatch");
});

test("a confirmed identity is opened only by someone else who fits better and was not weighed before", () => {
  const confirmed = standing("confirmed", one(7, 0.8), one(8, 0.7));
  const causeAfter = (...candidates: Proposed[]) =>
    identityAfterRun(confirmed, answer(1, ...candidates)).reopened?.cause;
  assert.equal(causeAfter(one(7, 0.9), one(9, 0.8)), undefined, "fits worse");
  assert.equal(causeAfter(one(8, 0.95), one(7, 0.8)), undefined, "was weighed");
  assert.equal(causeAfter(), undefined, "nobody new");
  assert.equal(causeAfter(one(9, 0.9), one(7, 0.8)), "otherCandidate");
  assert.equal(causeAfter(one(8, 0.999), one(7, 0.8)), "strongerCandidate");
});

test("a confirmed person who no longer fits what a newer version says is looked at again", () => {
  const confirmed = standing("confirmed", one(7, 0.8));
  assert.equal(identityAfterRun(confirmed, answer(2)).reopened?.cause, "confirmedNoLongerFits");
  assert.equal(identityAfterRun(confirmed, answer(2, one(7, 0.6))).reopened, null);
  const againstEngine = standing("confirmed", one(7, 0.1));
  assert.equal(identityAfterRun(againstEngine, answer(2)).reopened, null, "never fitted by the engine");
});

test("a rejection is opened by a new or stronger candidate, and says who came before", () => {
  const rejected = standing("rejected", one(7, 0.8));
  assert.deepEqual(identityAfterRun(rejected, answer(1, one(9, 0.5), one(7, 0.4))), {
    state: "awaitingDecision",
    reopened: { cause: "otherCandidate", hprNumber: 9, previousHprNumber: 7 },
  });
  assert.equal(identityAfterRun(rejected, answer(1, one(7, 0.999))).reopened?.cause, "strongerCandidate");
  assert.equal(identityAfterRun(rejected, answer(2, one(7, 0.9))).state, "rejected");
});

test("a question is answered by any newer version", () => {
  assert.equal(identityAfterRun(standing("asked", one(7, 0.8)), answer(2)).reopened?.cause, "newInformation");
  assert.equal(identityAfterRun(standing("asked", one(7, 0.8)), answer(1, one(7, 0.8))).state, "asked");
});

const proposed = fc
  .record({
    hprNumber: fc.integer({ min: 1, max: 6 }),
    probability: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ hprNumber, probability }) => one(hprNumber, probability));
const candidates = fc
  .uniqueArray(proposed, { selector: ({ hprNumber }) => hprNumber, maxLength: 5 })
  .map((list) => list.sort((a, b) => b.probability - a.probability));

test("the same answer again never moves a decision", () => {
  fc.assert(
    fc.property(candidates, fc.constantFrom("rejected", "asked", "confirmed"), (decidedOn, state) => {
      const before = standing(state, ...decidedOn);
      assert.deepEqual(identityAfterRun(before, answer(1, ...decidedOn)), { state, reopened: null });
    }),
  );
});

test("a candidate nobody has weighed never leaves a rejection standing", () => {
  fc.assert(
    fc.property(candidates, fc.double({ min: 0.31, max: 1, noNaN: true }), (decidedOn, probability) => {
      const after = identityAfterRun(standing("rejected", ...decidedOn), answer(1, one(99, probability)));
      assert.equal(after.state, "awaitingDecision");
    }),
  );
});

test("answers are the same when people, order and outcomes are, and probabilities hardly differ", () => {
  const base = answer(1, one(7, 0.8), one(8, 0.2));
  assert.ok(isSameAnswer(base, answer(1, one(7, 0.8001), one(8, 0.2))));
  assert.ok(!isSameAnswer(base, answer(2, one(7, 0.8), one(8, 0.2))));
  assert.ok(!isSameAnswer(base, answer(1, one(7, 0.8))));
  assert.ok(!isSameAnswer(base, answer(1, one(8, 0.8), one(7, 0.2))));
  assert.ok(!isSameAnswer(base, answer(1, one(7, 0.75), one(8, 0.2))));
});
