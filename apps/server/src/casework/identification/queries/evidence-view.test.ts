import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { evidenceView } from "./evidence-view.ts";

test("names professions in words, and leaves an unknown code as it is", () => {
  const row = { field: "profession", asked: "SP", found: "HF, QQ", level: "differs", bits: -2 } as const;
  assert.equal(evidenceView(row, "nb").sentence, "Yrket er ulikt: Sykepleier og Helsefagarbeider, QQ.");
  assert.equal(evidenceView(row, "en").sentence, "The profession differs: Nurse and Healthcare worker, QQ.");
  assert.equal(evidenceView(row, "nb").found, "HF, QQ");
});

test("shows of an identity number its country and birth date alone, on both sides and in the sentence", () => {
  const digits = fc.stringMatching(/^\d{11}$/);
  fc.assert(
    fc.property(digits, digits, (asked, found) => {
      const row = {
        field: "nationalId",
        asked: `NO ${asked}`,
        found: `NO ${found}`,
        level: "oneLetter",
        bits: 9,
      } as const;
      const view = evidenceView(row, "nb");
      assert.deepEqual(
        [view.asked, view.found],
        [`NO ${asked.slice(0, 6)}*****`, `NO ${found.slice(0, 6)}*****`],
      );
      assert.doesNotMatch(view.sentence, /\d{7}/);
    }),
  );
});
