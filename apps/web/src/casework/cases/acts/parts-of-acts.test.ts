import assert from "node:assert/strict";
import test from "node:test";
import { caseAct } from "@varde/contract/cases";
import { PART_ACTS, partOf } from "./parts-of-acts.ts";

test("every act of the contract has one place in the page", () => {
  const placed = Object.values(PART_ACTS).flat();
  const acts = caseAct.options.map(({ shape }) => shape.act.value);
  assert.deepEqual(placed.toSorted(), acts.toSorted());
});

test("a refusal points to a part of the page, or nowhere", () => {
  assert.equal(partOf("requests"), "documents");
  assert.equal(partOf("lookUps"), "lookUps");
  assert.equal(partOf("toString"), undefined);
  assert.equal(partOf(undefined), undefined);
});
