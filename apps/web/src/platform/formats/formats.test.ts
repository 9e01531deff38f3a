import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { dayOf, formatsOf } from "./formats.ts";

const nb = formatsOf("nb");
const en = formatsOf("en");
const plain = (text: string) => text.replaceAll(/\s/g, " ");
const NOW = Date.parse("2026-11-22T12:00:00Z");
const before = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();

test("dates are written as the language does", () => {
  assert.equal(nb.date("2026-11-22"), "22. nov. 2026");
  assert.equal(en.date("2026-11-22"), "22 Nov 2026");
});

test("an instant is shown as the wall clock in Norway", () => {
  assert.equal(nb.date("2026-06-30T22:30:00Z"), "1. juli 2026");
  assert.match(nb.dateTime("2026-11-22T12:05:00Z"), /13[:.]05/);
  assert.equal(dayOf(Date.parse("2026-12-31T23:30:00Z")), "2027-01-01");
});

test("a partial date is written as far as it is known", () => {
  assert.equal(nb.partialDate("1967"), "1967");
  assert.equal(nb.partialDate("1967-05"), "mai 1967");
  assert.equal(nb.partialDate("1967-05-09"), "9. mai 1967");
});

test("ages are short: minutes, hours until two days, then days", () => {
  assert.equal(nb.age(before(0), NOW), "nå");
  assert.equal(nb.age(before(5), NOW), "5 min");
  assert.equal(nb.age(before(3 * 60), NOW), "3 t");
  assert.equal(nb.age(before(47 * 60), NOW), "47 t");
  assert.equal(nb.age(before(49 * 60), NOW), "2 d");
  assert.equal(en.age(before(3 * 60), NOW), "3 h");
});

test("an instant ahead of this clock is not older than now", () => {
  assert.equal(nb.age(before(-5), NOW), "nå");
});

test("a deadline says how much is left, or how long it is over", () => {
  assert.equal(nb.due(before(-3 * 24 * 60), NOW), "3 d igjen");
  assert.equal(nb.due(before(3 * 24 * 60), NOW), "3 d over");
  assert.equal(formatsOf("nn").due(before(-3 * 24 * 60), NOW), "3 d att");
});

test("sizes are rounded to what the eye needs", () => {
  assert.equal(plain(nb.size(311)), "311 B");
  assert.equal(plain(nb.size(3_240)), "3,2 kB");
  assert.equal(plain(nb.size(30_000_000)), "30 MB");
});

test("countries are named in the language, and an unknown code stays as it is", () => {
  assert.equal(nb.country("DE"), "Tyskland");
  assert.equal(en.country("DE"), "Germany");
  assert.equal(nb.country("unknown"), "unknown");
});

test("only certainty is written as 100 %, and only impossibility as 0 %", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }), (share) => {
      const text = plain(nb.percent(share));
      assert.notEqual(text, "100 %");
      assert.notEqual(text, "0 %");
    }),
  );
  assert.equal(plain(nb.percent(1)), "100 %");
  assert.equal(plain(nb.percent(0)), "0 %");
});
