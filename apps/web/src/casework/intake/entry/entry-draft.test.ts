import assert from "node:assert/strict";
import test from "node:test";
import { alertEntry } from "@varde/contract/alert-content";
import fc from "fast-check";
import { areDrafts, draftOf, EMPTY_DRAFT, type EntryDraft, readDraft } from "./entry-draft.ts";

const from = { part: "1", line: 3, label: "Date of birth" };
const draft = (values: EntryDraft["values"], kind: EntryDraft["kind"] = "alert"): EntryDraft => ({
  kind,
  values,
});
const errorsOf = (given: EntryDraft) => {
  const reading = readDraft(given);
  return "errors" in reading ? reading.errors : {};
};

test("what was read begins the entry, with dates as Norwegians write them", () => {
  const begun = draftOf({
    kind: "alert",
    fields: {
      surname: { value: "Jönsson", raw: "JÖNSSON", from },
      birthDate: { value: "1967-05-09", raw: "09/05/1967", from },
    },
    problems: [],
  });
  assert.deepEqual(begun, { kind: "alert", values: { surname: "Jönsson", birthDate: "09.05.1967" } });
});

test("a value that was not understood is kept as it was sent, for the officer to correct", () => {
  const begun = draftOf({
    kind: "alert",
    fields: {},
    problems: [{ field: "birthDate", code: "impossibleDate", raw: "31/02/1967", from }],
  });
  assert.equal(begun.values.birthDate, "31/02/1967");
  assert.equal(errorsOf(begun).birthDate, "notADate");
});

test("an alert needs a name", () => {
  assert.equal(errorsOf(draft({ birthDate: "1967" })).surname, "nameMissing");
  assert.deepEqual(errorsOf(draft({ birthDate: "1967", forename: "Cecilia" })), {});
});

test("an alert needs a birth date or an identity number", () => {
  assert.equal(errorsOf(draft({ surname: "Jönsson" })).birthDate, "birthOrNumberMissing");
  assert.deepEqual(errorsOf(draft({ surname: "Jönsson", nationalId: "X-1234" })), {});
});

test("a withdrawal may tell of its alert by number alone", () => {
  assert.deepEqual(readDraft(draft({ alertNumber: "SE-1" }, "withdrawal")), {
    entry: { kind: "withdrawal", alertNumber: "SE-1" },
  });
});

test("only the birth date may be partial", () => {
  assert.equal(
    errorsOf(draft({ surname: "Å", birthDate: "1967", decisionDate: "2026" })).decisionDate,
    "notADate",
  );
});

test("a field that is only spaces counts as empty", () => {
  assert.deepEqual(readDraft(draft({ surname: " Jönsson ", birthDate: "1967", measure: "  " })), {
    entry: { kind: "alert", surname: "Jönsson", birthDate: "1967" },
  });
});

test("a country that is not a code is refused", () => {
  assert.equal(
    errorsOf(draft({ surname: "Å", birthDate: "1967", sendingCountry: "Sweden" })).sendingCountry,
    "country",
  );
});

test("whatever is written, the answer is an entry the contract accepts or at least one error", () => {
  const text = fc.string({ maxLength: 600 });
  const values = fc.record(
    { surname: text, birthDate: text, decisionDate: text, nationality: text, sex: text, measure: text },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(values, (given) => {
      const reading = readDraft(draft(given));
      if ("entry" in reading) assert.ok(alertEntry.safeParse(reading.entry).success);
      else assert.notEqual(Object.keys(reading.errors).length, 0);
    }),
  );
});

test("something else kept under the same name is no draft", () => {
  assert.equal(areDrafts([EMPTY_DRAFT]), true);
  for (const other of [null, [], [null], "draft", [{}], { 0: EMPTY_DRAFT }])
    assert.equal(areDrafts(other), false);
});
