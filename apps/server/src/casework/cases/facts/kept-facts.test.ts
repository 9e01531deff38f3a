import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { changesBetween } from "./kept-facts.ts";

const picture = fc.dictionary(fc.constantFrom("state", "flags", "track", "pause"), fc.jsonValue());

test("what an act changed, laid over what was before, gives what came after", () => {
  fc.assert(
    fc.property(picture, picture, (before, after) => {
      const changes = changesBetween(before, after);
      const laid = { ...before, ...changes.after };
      for (const name of Object.keys(laid)) assert.deepEqual(laid[name] ?? null, after[name] ?? null);
      assert.deepEqual(Object.keys(changes.before), Object.keys(changes.after));
    }),
  );
});

test("facts that are the same in another order have not changed", () => {
  const before = { state: { stage: "triage", phase: 1 }, flags: ["media"] };
  const after = { flags: ["media"], state: { phase: 1, stage: "triage" } };
  assert.deepEqual(changesBetween(before, after), { before: {}, after: {} });
});

test("the order of a list is a change", () => {
  assert.deepEqual(changesBetween({ flags: [1, 2] }, { flags: [2, 1] }).after, { flags: [2, 1] });
});
