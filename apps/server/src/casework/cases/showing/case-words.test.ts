import assert from "node:assert/strict";
import test from "node:test";
import { LANGUAGES } from "@varde/contract";
import { caseWordsIn } from "./case-words.ts";

test("every stage, act, action and clock has words in every language", () => {
  for (const language of LANGUAGES) {
    const { stages, acts, actions, clocks, priorityFacts, values } = caseWordsIn(language);
    const said = [
      ...Object.values(stages).flatMap(({ name, enters, leaves }) => [name, enters, leaves]),
      ...Object.values(acts).map(({ name }) => name),
      ...[actions, clocks, priorityFacts, values].flatMap((words) => Object.values(words)),
    ];
    assert.ok(said.length > 150);
    assert.deepEqual(
      said.filter((words) => words.trim() === ""),
      [],
    );
  }
});

test("the languages are told apart", () => {
  assert.equal(caseWordsIn("nb").actions.draftDecision, "Skriv vedtaket");
  assert.equal(caseWordsIn("en").actions.draftDecision, "Draft the decision");
});
