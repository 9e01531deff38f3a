import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { editDistance } from "./edit-distance.ts";
import { tokenLevel, tokenOf } from "./token-level.ts";

const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
const name = fc.string({ unit: letter, minLength: 7, maxLength: 14 });
const edit = fc.record({ kind: fc.constantFrom("drop", "add", "replace", "swap"), at: fc.nat(20), letter });

function edited(
  text: string,
  { kind, at, letter: other }: { kind: string; at: number; letter: string },
): string {
  const place = at % text.length;
  const [before, here, after] = [text.slice(0, place), text.charAt(place), text.slice(place + 1)];
  if (kind === "drop") return before + after;
  if (kind === "add") return before + other + here + after;
  if (kind === "replace") return before + other + after;
  return before + after.charAt(0) + here + after.slice(1);
}

test("two long names at most two letters apart never differ, whichever letters these are", () => {
  fc.assert(
    fc.property(name, edit, edit, (text, one, two) => {
      const other = edited(edited(text, one), two);
      fc.pre(editDistance(text, other, 2) <= 2 && Math.min(text.length, other.length) >= 6);
      assert.notEqual(tokenLevel(tokenOf(text), tokenOf(other)), "differs");
    }),
    { numRuns: 2_000 },
  );
});
