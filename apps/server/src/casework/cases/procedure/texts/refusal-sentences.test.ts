import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import test from "node:test";
import { PREDICATE_NAMES, PREDICATES } from "../predicates/index.ts";
import { CODE_SENTENCES } from "./code-sentences.ts";
import { explainRefusal } from "./refusal-sentences.ts";

const PROCEDURE = new URL("..", import.meta.url).pathname;

/** Every code a rule refuses with, as it stands in the source. */
function codesInSource(): ReadonlySet<string> {
  const sources = globSync("**/*.ts", { cwd: PROCEDURE }).filter((path) => !/test|texts/.test(path));
  return new Set(
    sources.flatMap((path) =>
      [
        ...readFileSync(`${PROCEDURE}/${path}`, "utf8").matchAll(
          /(?:refused|invalid|missing|forbidden|refuseFlag)\((?:[^"()]*, )?\s*"(\w+)"/g,
        ),
      ].map(([, code = ""]) => code),
    ),
  );
}

test("every refusal of the procedure has its words in all three languages", () => {
  const codes = codesInSource();
  assert.ok(codes.size > 40, `${codes.size} codes were found`);
  assert.deepEqual(
    [...codes].filter((code) => !(code in CODE_SENTENCES)),
    [],
  );
  assert.deepEqual(
    [...codes].filter((code) => code in PREDICATES),
    [],
    "a code is a criterion's or an act's, never both",
  );
  for (const [code, sentence] of Object.entries(CODE_SENTENCES))
    for (const language of ["nb", "nn", "en"] as const) assert.ok(sentence[language], code);
});

test("every criterion says why it does not hold, in words that name the same values in every language", () => {
  const marks = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([mark]) => mark).toSorted();
  for (const name of PREDICATE_NAMES)
    for (const { nb, nn, en } of Object.values(PREDICATES[name].whyNot)) {
      assert.deepEqual(marks(nn), marks(nb), name);
      assert.deepEqual(marks(en), marks(nb), name);
    }
});

test("values are told in words, not in codes", () => {
  const refusal = { code: "registersAnswered", params: { reason: "unanswered", registers: "hpr, employer" } };
  assert.equal(explainRefusal(refusal, "nb"), "Uten svar: Helsepersonellregisteret, arbeidsgiverregisteret.");
  assert.equal(
    explainRefusal({ code: "stageForbidsAct", params: { act: "closeCase", stage: "triage" } }, "en"),
    "“Close the case” cannot be done in the stage Triage.",
  );
});

test("a code that is not the procedure's is left to others", () => {
  assert.equal(explainRefusal({ code: "caseOfOtherUnit" }, "nb"), undefined);
});
