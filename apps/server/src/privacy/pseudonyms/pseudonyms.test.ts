import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { createPseudonyms } from "./pseudonyms.ts";

const key = new Uint8Array(32).fill(7);
const pseudonyms = createPseudonyms(key);

test("the same key gives the same for the same, and another key gives another", () => {
  const again = createPseudonyms(new Uint8Array(key));
  const other = createPseudonyms(new Uint8Array(32).fill(8));
  assert.equal(again.name("Sara Lindqvist"), pseudonyms.name("Sara Lindqvist"));
  assert.notEqual(other.name("Sara Lindqvist"), pseudonyms.name("Sara Lindqvist"));
  assert.notEqual(other.number("hpr", 1000003), pseudonyms.number("hpr", 1000003));
});

test("a key that could be guessed is refused", () => {
  assert.throws(() => createPseudonyms(new Uint8Array(31)), RangeError);
});

test("a name keeps its shape, and a word its stand-in whatever its case", () => {
  assert.match(pseudonyms.name("Anne-Lise van der Moe"), /^[A-Z][a-z]{7}-[A-Z][a-z]{7}( [A-Z][a-z]{7}){3}$/);
  assert.equal(pseudonyms.name("MOE"), pseudonyms.name("Moe"));
});

test("what only happens to be alike is kept apart", () => {
  assert.notEqual(pseudonyms.number("alert", 7), pseudonyms.number("message", 7));
  assert.notEqual(pseudonyms.code("nationalId", "X1"), pseudonyms.code("alertNumber", "X1"));
});

test("days and instants move by the same whole weeks, so that weekdays and spans stay", () => {
  const day = pseudonyms.day("2026-03-02");
  assert.equal(pseudonyms.instant(new Date("2026-03-02T11:22:33Z")), `${day}T11:22:33.000Z`);
  assert.equal(new Date(day).getUTCDay(), new Date("2026-03-02").getUTCDay());
  assert.notEqual(day, "2026-03-02");
});

test("no birth date stays what it is, and of one known in part only the year is left", () => {
  const days = fc.date({ min: new Date("1930-01-01"), max: new Date("2010-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), days, (random, date) => {
      const day = date.toISOString().slice(0, 10);
      const shifted = createPseudonyms(random).birthDate(day);
      assert.match(shifted, /^\d{4}-\d{2}-\d{2}$/);
      assert.notEqual(shifted, day);
    }),
  );
  assert.equal(pseudonyms.birthDate("1967-05"), "1967");
});
