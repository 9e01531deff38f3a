import assert from "node:assert/strict";
import test from "node:test";
import { findRealIdentityNumbers } from "./identity-numbers.ts";

// Put together here, so that no real-looking number stands in the file itself.
const withCheckDigits = (nine: string): string => {
  const digit = (weights: number[], digits: string) =>
    (11 - ([...digits].reduce((sum, d, i) => sum + Number(d) * (weights[i] ?? 0), 0) % 11)) % 11;
  const first = digit([3, 7, 6, 1, 8, 9, 4, 5, 2], nine);
  return nine + first + digit([5, 4, 3, 2, 7, 6, 5, 4, 3, 2], `${nine}${first}`);
};

test("refuses a number with a possible date and right check digits, with its line", () => {
  const real = withCheckDigits("010100501");
  assert.deepEqual(findRealIdentityNumbers(`name\n"${real}"\n`), [{ line: 2, number: real }]);
});

test("refuses a D-number", () => {
  assert.equal(findRealIdentityNumbers(withCheckDigits("410100501")).length, 1);
});

test("lets synthetic numbers (month + 80) and wrong check digits through", () => {
  assert.deepEqual(findRealIdentityNumbers(withCheckDigits("018100501")), []);
  const real = withCheckDigits("010100501");
  assert.deepEqual(findRealIdentityNumbers(real.slice(0, 10) + ((Number(real[10]) + 1) % 10)), []);
});
