import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dateOrderOfPattern, provenOrder } from "./date-order.ts";
import { type DateHabits, readDate } from "./dates.ts";

const HABITS: DateHabits = { order: "dmy", latestYear: 2010 };

const READ: [string, string][] = [
  ["01/10/1957", "1957-10-01"],
  ["1.10.1957", "1957-10-01"],
  ["01-10-1957", "1957-10-01"],
  ["1957-10-01", "1957-10-01"],
  ["1957/10/1", "1957-10-01"],
  ["1957.10.01.", "1957-10-01"],
  ["19571001", "1957-10-01"],
  ["01101957", "1957-10-01"],
  ["1957-10-01T00:00:00+01:00", "1957-10-01"],
  ["01.10.1957 00:00", "1957-10-01"],
  ["1 October 1957", "1957-10-01"],
  ["Tuesday, October 1st, 1957", "1957-10-01"],
  ["Oct 1, 1957", "1957-10-01"],
  ["1st of October 1957", "1957-10-01"],
  ["01-Oct-57", "1957-10-01"],
  ["1er octobre 1957", "1957-10-01"],
  ["1 de octubre de 1957", "1957-10-01"],
  ["1. oktober 1957", "1957-10-01"],
  ["den 1 oktober 1957", "1957-10-01"],
  ["1. lokakuuta 1957", "1957-10-01"],
  ["1957. október 1.", "1957-10-01"],
  ["1957 m. spalio 1 d.", "1957-10-01"],
  ["1957. gada 1. oktobris", "1957-10-01"],
  ["1 października 1957 r.", "1957-10-01"],
  ["1. listopadu 1957", "1957-11-01"],
  ["1 Οκτωβρίου 1957", "1957-10-01"],
  ["1 октомври 1957 г.", "1957-10-01"],
  ["1 Ekim 1957", "1957-10-01"],
  ["1.X.1957", "1957-10-01"],
  ["1-VIII-1957", "1957-08-01"],
  ["01.10.57", "1957-10-01"],
  ["1967", "1967"],
  ["ca. 1967", "1967"],
  ["05/1967", "1967-05"],
  ["1967-05", "1967-05"],
  ["May 1967", "1967-05"],
  ["00.05.1967", "1967-05"],
  ["00.00.1967", "1967"],
  ["1967-00-00", "1967"],
];

test("reads every written form of a date", () => {
  for (const [raw, value] of READ) assert.deepEqual(readDate(raw, HABITS), { value }, raw);
});

test("reads a shared month name by the language of the labels", () => {
  assert.deepEqual(readDate("1. listopada 1957.", { ...HABITS, language: "hr" }), { value: "1957-10-01" });
  assert.deepEqual(readDate("1 listopada 1957", { ...HABITS, language: "pl" }), { value: "1957-11-01" });
});

test("gives a problem instead of a guess", () => {
  for (const raw of ["31.02.1980", "30/13/1980", "1980-02-30", "00.13.1980", "31 April 1980", "01.01.1780"]) {
    assert.deepEqual(readDate(raw, HABITS), { problem: "impossibleDate" }, raw);
  }
  for (const raw of ["soon", "Leeds", "see the decision", "12"])
    assert.deepEqual(readDate(raw, HABITS), { problem: "notADate" }, raw);
  assert.deepEqual(readDate("01/02/1980 or 02/03/1980", HABITS), { problem: "ambiguousDate" });
  assert.deepEqual(readDate("01/02/1980", { ...HABITS, order: "unclear" }), { problem: "ambiguousDate" });
});

test("reads the month first only where the profile, the label or the message's own dates prove it", () => {
  assert.deepEqual(readDate("05/16/1983", { ...HABITS, order: "mdy" }), { value: "1983-05-16" });
  assert.equal(provenOrder(["05/04/1983", "01/02/2026"]), "dmy");
  assert.equal(provenOrder(["05/16/1983", "01/02/2026"]), "mdy");
  assert.equal(provenOrder(["05/16/1983", "16/05/2026"]), "unclear");
  assert.equal(dateOrderOfPattern("mm/dd/yyyy"), "mdy");
  assert.equal(dateOrderOfPattern("TT.MM.JJJJ"), "dmy");
  assert.equal(dateOrderOfPattern("åååå-mm-dd"), "ymd");
});

test("gives back every date that exists, however it is written", () => {
  const pad = (n: number) => String(n).padStart(2, "0");
  const date = fc.date({
    min: new Date("1900-01-01T00:00:00Z"),
    max: new Date("2010-12-31T00:00:00Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(date, fc.constantFrom(".", "/", "-"), (day, mark) => {
      const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
      const iso = `${y}-${pad(m)}-${pad(d)}`;
      for (const raw of [
        iso,
        [pad(d), pad(m), y].join(mark),
        [d, m, y].join(mark),
        [y, pad(m), pad(d)].join(mark),
        `${y}${pad(m)}${pad(d)}`,
      ]) {
        assert.deepEqual(readDate(raw, HABITS), { value: iso }, raw);
      }
      assert.deepEqual(readDate([pad(m), pad(d), y].join(mark), { ...HABITS, order: "mdy" }), { value: iso });
    }),
  );
});

test("never throws, and never gives a value that is no date", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0123456789./-, maybejuniXV") }), (raw) => {
      const reading = readDate(raw, HABITS);
      if ("value" in reading)
        assert.match(reading.value, /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/);
    }),
  );
});
