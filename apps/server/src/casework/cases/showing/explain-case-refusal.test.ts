import assert from "node:assert/strict";
import test from "node:test";
import { explainCaseRefusal } from "./explain-case-refusal.ts";

test("says who changed the case meanwhile, in the language asked for", () => {
  const refusal = { code: "caseChangedMeanwhile", params: { by: "Jonas Myrvold" } };
  assert.match(explainCaseRefusal(refusal, "nb") ?? "", /^Jonas Myrvold har gjort noe i saken/);
  assert.match(explainCaseRefusal(refusal, "en") ?? "", /^Jonas Myrvold did something in the case/);
});

test("says what the procedure refuses with the words of the procedure", () => {
  const refusal = { code: "stageForbidsAct", params: { act: "closeCase", stage: "triage" } };
  assert.match(explainCaseRefusal(refusal, "en") ?? "", /Triage/);
});

test("a code that is not of cases is left to others", () => {
  assert.equal(explainCaseRefusal({ code: "noSuchThing" }, "nb"), undefined);
});
