import assert from "node:assert/strict";
import test from "node:test";
import { LANGUAGES } from "@varde/contract";
import { caseWordsIn } from "./case-words.ts";

const DAY = "2026-02-02";

test("every stage, act, action and clock has words in every language", () => {
  for (const language of LANGUAGES) {
    const { stages, acts, actions, clocks, priorityFacts, values, refusals } = caseWordsIn(language, DAY);
    const said = [
      ...Object.values(stages).flatMap(({ name, enters, leaves }) => [name, enters, leaves]),
      ...Object.values(acts).map(({ name }) => name),
      ...[actions, clocks, priorityFacts, values, refusals].flatMap((words) => Object.values(words)),
    ];
    assert.ok(said.length > 150);
    assert.deepEqual(
      said.filter((words) => words.trim() === ""),
      [],
    );
  }
});

test("the languages are told apart", () => {
  assert.equal(caseWordsIn("nb", DAY).actions.draftDecision, "Skriv vedtaket");
  assert.equal(caseWordsIn("en", DAY).actions.draftDecision, "Draft the decision");
});

test("a decision can rest on the legal bases of the day, each in one version", () => {
  const provisionOn = (day: string) =>
    caseWordsIn("nb", day).legalBases.find(({ key }) => key === "hpl57-lapsedForeignBasis")?.provision;
  assert.equal(provisionOn("2022-06-30"), "helsepersonelloven § 57 fjerde ledd");
  assert.equal(provisionOn("2022-07-01"), "helsepersonelloven § 57 femte ledd");
});
