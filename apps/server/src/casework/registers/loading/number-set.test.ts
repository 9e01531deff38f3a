import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { NumberSet } from "./number-set.ts";

test("holds exactly the numbers put in, and tells a new one from one it had", () => {
  const number = fc.integer({ min: 0, max: 999_999_999 });
  fc.assert(
    fc.property(fc.array(number), fc.array(number), (numbers, others) => {
      const [set, expected] = [new NumberSet(), new Set<number>()];
      for (const each of numbers) {
        assert.equal(set.add(each), !expected.has(each));
        expected.add(each);
      }
      for (const each of [...numbers, ...others]) assert.equal(set.has(each), expected.has(each));
    }),
  );
});
