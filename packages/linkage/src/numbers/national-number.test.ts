import assert from "node:assert/strict";
import { test } from "node:test";
import { syntheticNorwegianNumber } from "../invented/norwegian-number.ts";
import { chanceFrom } from "../invented/random.ts";
import { bareNationalId, isValidNationalId } from "./national-number.ts";

test("synthetic Norwegian numbers are valid, one wrong digit is not", () => {
  const number = syntheticNorwegianNumber("1967-05-23", "F", chanceFrom("number"));
  assert.ok(isValidNationalId({ country: "NO", number }));
  const wrong = number.slice(0, 10) + String((Number(number[10]) + 1) % 10);
  assert.ok(!isValidNationalId({ country: "NO", number: wrong }));
});

test("numbers lose the punctuation people write them with", () => {
  assert.deepEqual(bareNationalId({ country: " se ", number: "19670523-1234" }), {
    country: "SE",
    number: "196705231234",
  });
});

test("a number of a country without a known rule is never valid", () => {
  assert.ok(!isValidNationalId({ country: "ZZ", number: "12345" }));
  assert.ok(!isValidNationalId({ country: "", number: "" }));
});
