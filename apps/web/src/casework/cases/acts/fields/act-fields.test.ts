import assert from "node:assert/strict";
import test from "node:test";
import { fieldsOf, readAct } from "./act-fields.ts";

const kinds = (act: Parameters<typeof fieldsOf>[0]) =>
  Object.fromEntries(fieldsOf(act).map(({ name, kind }) => [name, kind]));

test("the form of an act has the fields of the contract, each in its kind", () => {
  assert.deepEqual(kinds("draftDecision"), {
    outcome: "choice",
    letter: "longText",
    conditions: "list",
    legalBases: "list",
    effectiveOn: "day",
  });
  assert.deepEqual(kinds("recordFinding"), { text: "longText", source: "source" });
  assert.deepEqual(kinds("recordLookUp"), {
    register: "choice",
    purpose: "text",
    answer: "choice",
    evidence: "facts",
  });
  assert.deepEqual(kinds("give"), { personId: "choice" });
  assert.deepEqual(fieldsOf("take"), []);
});

test("what may be left out is told apart from what must be written", () => {
  const optional = fieldsOf("concludeHearing").map(({ optional: may }) => may);
  const needed = fieldsOf("reconsider").map(({ optional: may }) => may);
  assert.deepEqual([optional, needed], [[true], [false]]);
});

test("reads what was written as an act, with what the page already knows", () => {
  const read = readAct(
    "recordFinding",
    { text: " Retten er tapt ", source: "attachment:7", "source.place": "s. 2" },
    {},
  );
  assert.deepEqual(read.act, {
    act: "recordFinding",
    text: "Retten er tapt",
    source: { kind: "attachment", id: 7, place: "s. 2" },
  });
  const ticked = readAct("tickControlPoint", { evidence: "Vedlegg 1" }, { point: "lapseProven" });
  assert.deepEqual(ticked.act, { act: "tickControlPoint", point: "lapseProven", evidence: "Vedlegg 1" });
});

test("reads lists by the line and named facts by name", () => {
  const written = {
    register: "employer",
    purpose: "Arbeid",
    "evidence.worksInNorway": "yes",
    "evidence.note": " ",
  };
  assert.deepEqual(readAct("recordLookUp", written, {}).act, {
    act: "recordLookUp",
    register: "employer",
    purpose: "Arbeid",
    evidence: { worksInNorway: "yes" },
  });
  const draft = { outcome: "order", letter: "Brev", conditions: "Ett\n\n To " };
  const read = readAct("draftDecision", draft, {});
  assert.deepEqual(read.act?.act === "draftDecision" && read.act.conditions, ["Ett", "To"]);
});

test("says by field what is missing or too short", () => {
  assert.deepEqual(readAct("overridePriority", { reason: "x" }, {}).faults, {
    priority: "missing",
    reason: "reasonTooShort",
  });
  assert.deepEqual(readAct("readSecond", { reason: "Enig" }, {}).faults, { agrees: "missing" });
});
