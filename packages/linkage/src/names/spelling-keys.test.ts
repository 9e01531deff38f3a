import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { habitKey } from "./spelling-keys.ts";

test("a name's first letter in one spelling is settled by its first three letters, whatever follows", () => {
  const letters = (minLength: number) =>
    fc.string({ unit: fc.constantFrom(..."abcdeghijkloqrstuvwxyz"), minLength, maxLength: 6 });
  fc.assert(
    fc.property(letters(3), letters(1), (beginning, rest) => {
      assert.equal(habitKey(beginning + rest).charAt(0), habitKey(beginning).charAt(0));
    }),
    { numRuns: 5_000 },
  );
});
