import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { editDistance } from "./edit-distance.ts";

test("counts letters put in, left out, replaced and swapped", () => {
  assert.equal(editDistance("hansen", "hanssen", 2), 1);
  assert.equal(editDistance("hansen", "hasen", 2), 1);
  assert.equal(editDistance("hansen", "hanson", 2), 1);
  assert.equal(editDistance("hansen", "hanesn", 2), 1);
  assert.equal(editDistance("hansen", "jensen", 2), 2);
  assert.equal(editDistance("hansen", "berg", 2), 3);
});

test("is symmetric and nothing only for equal texts", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      const there = editDistance(a, b, 3);
      return there === editDistance(b, a, 3) && (there === 0) === (a === b);
    }),
  );
});
