import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { contentHash, contradictsPerson, numberKey } from "./alert-content.rules.ts";
import { norwegianDate, statusAfter } from "./alert-status.rules.ts";

describe("alert numbers", () => {
  test("are compared without case, spaces and punctuation", () => {
    assert.equal(numberKey(" se-2026/00 12.b "), "SE20260012B");
    assert.equal(numberKey("–"), null);
    assert.equal(numberKey(undefined), null);
  });
  test("have a key that is its own key", () => {
    fc.assert(
      fc.property(fc.string(), (number) =>
        assert.equal(numberKey(numberKey(number) ?? undefined), numberKey(number)),
      ),
    );
  });
});

describe("the content of an alert", () => {
  test("is the same whatever the case, the spacing and the form of letters", () => {
    const one = { surname: "Jo\u0308nsson", nationalId: "19670509-0000", measure: "Withdrawal of  licence" };
    const other = { surname: "JÖNSSON ", nationalId: "196705090000", measure: "withdrawal of licence" };
    assert.equal(contentHash(one, "A1"), contentHash(other, "A1"));
  });
  test("is another one when any field, or the alert it is about, is another one", () => {
    const content = { surname: "Berg", birthDate: "1967" };
    assert.notEqual(contentHash(content, "A1"), contentHash({ ...content, birthDate: "1967-05" }, "A1"));
    assert.notEqual(contentHash(content, "A1"), contentHash(content, "A2"));
    assert.notEqual(contentHash(content, null), contentHash({ ...content, sex: "F" }, null));
  });
});

describe("two contents contradict each other", () => {
  const person = { surname: "Lindqvist", forename: "Sara", birthDate: "1967-05-09" };

  test("only when both names and birth dates differ", () => {
    assert.equal(contradictsPerson(person, { surname: "Berg", birthDate: "1990-01-01" }), true);
    assert.equal(contradictsPerson(person, { surname: "Berg", birthDate: "1967" }), false);
    assert.equal(contradictsPerson(person, { surname: "LINDQVIST", birthDate: "1990-01-01" }), false);
    assert.equal(contradictsPerson(person, { surname: "Berg" }), false);
  });
  test("not when surname and forename have changed places", () => {
    assert.equal(
      contradictsPerson(person, { surname: "Sara", forename: "Lindqvist", birthDate: "1990-01-01" }),
      false,
    );
  });
  test("in the same way from both sides", () => {
    const some = fc.record({
      surname: fc.constantFrom("Berg", "Holm", "Berg Holm"),
      birthDate: fc.constantFrom("1967", "1967-05", "1990-01-01"),
    });
    fc.assert(
      fc.property(some, some, (a, b) => assert.equal(contradictsPerson(a, b), contradictsPerson(b, a))),
    );
  });
});

describe("an alert is in force", () => {
  test("until the day after its last day in Norway", () => {
    assert.equal(statusAfter("alert", "2026-03-01", "2026-03-01"), "valid");
    assert.equal(statusAfter("alert", "2026-03-01", "2026-03-02"), "expired");
    assert.equal(norwegianDate(new Date("2026-02-28T23:30:00Z")), "2026-03-01");
  });
  test("open-ended where no whole date is given", () => {
    assert.equal(statusAfter("update", undefined, "2026-03-02"), "valid");
    assert.equal(statusAfter("update", "2025", "2026-03-02"), "valid");
  });
  test("not after a withdrawal, whatever its date", () => {
    assert.equal(statusAfter("withdrawal", "2030-01-01", "2026-03-02"), "withdrawn");
  });
});
