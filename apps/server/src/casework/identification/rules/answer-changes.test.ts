import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { answerChanges } from "./answer-changes.ts";
import { isSameAnswer, type Proposed } from "./identity-after-run.rules.ts";

const one = (
  hprNumber: number,
  probability: number,
  outcome: Proposed["outcome"] = "probable",
): Proposed => ({
  hprNumber,
  probability,
  outcome,
});
const kinds = (before: Proposed[], now: Proposed[]) =>
  answerChanges({ candidates: before }, { candidates: now }).map(({ kind, hprNumber }) => [kind, hprNumber]);

test("tells of a candidate who came, and of one who went", () => {
  assert.deepEqual(kinds([one(1, 0.9)], [one(1, 0.9), one(2, 0.1)]), [["newCandidate", 2]]);
  assert.deepEqual(kinds([one(1, 0.9), one(2, 0.1)], [one(1, 0.9)]), [["candidateGone", 2]]);
});

test("tells first that another stands first, and who did before", () => {
  const [first] = answerChanges({ candidates: [one(1, 0.5)] }, { candidates: [one(2, 0.9), one(1, 0.5)] });
  assert.equal(first?.kind, "otherBest");
  assert.deepEqual([first?.hprNumber, first?.previousHprNumber], [2, 1]);
});

test("tells of a move between bands, and within one only when it can be seen", () => {
  assert.deepEqual(kinds([one(1, 0.9)], [one(1, 0.99991, "certain")]), [["bandMoved", 1]]);
  assert.deepEqual(kinds([one(1, 0.5)], [one(1, 0.51)]), [["probabilityMoved", 1]]);
  assert.deepEqual(kinds([one(1, 0.5)], [one(1, 0.501)]), []);
});

test("tells nothing exactly when the answers are the same", () => {
  const candidates = fc.uniqueArray(
    fc.record({
      hprNumber: fc.integer({ min: 1, max: 6 }),
      probability: fc.constantFrom(0.1, 0.2, 0.9),
      outcome: fc.constantFrom<Proposed["outcome"]>("noMatch", "probable", "certain"),
    }),
    { selector: ({ hprNumber }) => hprNumber, maxLength: 5 },
  );
  fc.assert(
    fc.property(candidates, candidates, (before, now) => {
      const answer = (list: Proposed[]) => ({
        versionId: 1,
        outcome: list[0]?.outcome ?? ("noMatch" as const),
        candidates: [...list].sort((a, b) => b.probability - a.probability || a.hprNumber - b.hprNumber),
      });
      const [a, b] = [answer(before), answer(now)];
      // The order among others than the first is not told: probabilities say it.
      const same = isSameAnswer({ ...a, outcome: "noMatch" }, { ...b, outcome: "noMatch" });
      if (same) assert.deepEqual(answerChanges(a, b), []);
      else assert.notDeepEqual(answerChanges(a, b), []);
    }),
  );
});
