import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { unitsWithin } from "./unit-tree.rules.ts";

const TREE = [
  { code: "utland", parent: null },
  { code: "foerstelinje", parent: "utland" },
  { code: "mottak", parent: "foerstelinje" },
  { code: "andrelinje", parent: "utland" },
];

test("whoever belongs to a unit belongs to every unit below it, and to none above or beside it", () => {
  assert.deepEqual(unitsWithin(TREE, ["foerstelinje"]), new Set(["foerstelinje", "mottak"]));
  assert.deepEqual(unitsWithin(TREE, ["utland"]), new Set(TREE.map(({ code }) => code)));
  assert.deepEqual(unitsWithin(TREE, []), new Set());
});

test("a code that names no unit gives nothing", () => {
  assert.deepEqual(unitsWithin(TREE, ["gone", "mottak"]), new Set(["mottak"]));
});

test("ends on any tree, also one that bites its tail, and takes in each unit's whole subtree", () => {
  const code = fc.constantFrom("a", "b", "c", "d", "e");
  const unit = fc.record({ code, parent: fc.option(code) });
  fc.assert(
    fc.property(fc.uniqueArray(unit, { selector: (one) => one.code }), fc.array(code), (tree, codes) => {
      const within = unitsWithin(tree, codes);
      for (const { code: below, parent } of tree)
        assert.ok(parent === null || !within.has(parent) || within.has(below));
    }),
  );
});
