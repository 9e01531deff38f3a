import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { packBirthDate, parseBirthDate, writeBirthDate } from "./birth-date.ts";
import { dateLevel } from "./date-level.ts";

const packed = (written: string) => packBirthDate(parseBirthDate(written));
const level = (a: string, b: string) => dateLevel(packed(a), packed(b));

test("dates agree at the level their difference deserves", () => {
  assert.equal(level("1967-05-23", "1967-05-23"), "equal");
  assert.equal(level("1967-05-03", "1967-03-05"), "swappedDayMonth");
  assert.equal(level("1967-05-23", "1967-05-24"), "dayOff");
  assert.equal(level("1967-12-31", "1968-01-01"), "dayOff");
  assert.equal(level("1967-05-23", "1967-06-23"), "oneDigit");
  assert.equal(level("1967-05-12", "1967-05-21"), "oneDigit");
  assert.equal(level("1967-05-23", "1968-05-23"), "yearOff");
  assert.equal(level("1967-05-23", "1977-05-23"), "tenYearsOff");
  assert.equal(level("1967-05-23", "1976-05-23"), "oneDigit");
  assert.equal(level("1967-05-23", "1967"), "yearOnly");
  assert.equal(level("1967-05-23", "1967-05"), "compatible");
  assert.equal(level("1967-05-23", "1967-01-01"), "firstOfJanuary");
  assert.equal(level("1967-05-23", "1968-05-24"), "twoSlips");
  assert.equal(level("1967-05-03", "1977-03-05"), "twoSlips");
  assert.equal(level("1958-04-01", "1959-03-31"), "twoSlips");
  assert.equal(level("1998-04-09", "1998-08-04"), "twoSlips");
  assert.equal(level("1967-05-23", "1963-05-24"), "twoErrors");
  assert.equal(level("1967-05-23", "1968-01-01"), "nearYear");
  assert.equal(level("1967-05-23", "1977-05"), "nearYear");
  assert.equal(level("1967-05-23", "1977-06"), "differs");
  assert.equal(level("1967-05-23", "1951-11-02"), "differs");
});

test("dates of other tables and impossible dates are read as far as they can be", () => {
  assert.equal(packed("19670523"), 19670523);
  assert.equal(packed("23.05.1967"), 19670523);
  assert.equal(packed("1967/5/23"), 19670523);
  assert.equal(packed("1967-13-02"), 19670213);
  assert.equal(packed("1967-02-31"), 19670200);
  assert.equal(packed("1967-45-99"), 19670000);
  assert.equal(packed("0000-00-00"), 0);
  assert.equal(packed("around 1967"), 0);
});

const dates = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
  .chain((date) => fc.constantFrom(date, date.slice(0, 7), date.slice(0, 4)));

test("comparing dates is symmetric", () => {
  fc.assert(fc.property(dates, dates, (a, b) => level(a, b) === level(b, a)));
});

test("a date is written as it was read", () => {
  fc.assert(fc.property(dates, (date) => writeBirthDate(packed(date)) === date));
});
