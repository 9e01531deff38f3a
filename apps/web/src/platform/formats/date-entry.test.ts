import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { readDateEntry, writeDateEntry } from "./date-entry.ts";

test("a date is understood as officers write it", () => {
  for (const written of ["9.5.1967", "09.05.1967", "09/05/1967", "9-5-1967", "9 5 1967", " 1967-05-09 "])
    assert.equal(readDateEntry(written), "1967-05-09", written);
});

test("a date the calendar does not have is refused", () => {
  for (const written of [
    "31.02.1967",
    "29.02.2026",
    "0.1.2026",
    "1.13.2026",
    "2026-02-30",
    "9.5.67",
    "i går",
    "",
  ])
    assert.equal(readDateEntry(written), undefined, written);
});

test("part of a date is accepted only where that is asked for", () => {
  assert.equal(readDateEntry("05.1967", { partial: true }), "1967-05");
  assert.equal(readDateEntry("1967-05", { partial: true }), "1967-05");
  assert.equal(readDateEntry("1967", { partial: true }), "1967");
  assert.equal(readDateEntry("13.1967", { partial: true }), undefined);
  assert.equal(readDateEntry("1967"), undefined);
});

test("what is written for an officer to change is read back as the same date", () => {
  const days = fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.constantFrom(4, 7, 10), (day, length) => {
      const iso = day.toISOString().slice(0, length);
      assert.equal(readDateEntry(writeDateEntry(iso), { partial: true }), iso);
    }),
  );
});

test("reading never throws, whatever is written", () => {
  fc.assert(fc.property(fc.string(), (written) => void readDateEntry(written, { partial: true })));
});
