import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import {
  addDays,
  addMonths,
  addWorkingDays,
  dayOf,
  findHoliday,
  isWorkingDay,
  onWorkingDay,
  workingDaysBetween,
} from "./calendar.ts";
import { isOfficeOpen, seenOn } from "./office-hours.ts";

const day = fc.integer({ min: 0, max: 4000 }).map((offset) => addDays("2024-01-01", offset));

test("an instant belongs to the day it is in Norway, in summer and in winter time", () => {
  assert.equal(dayOf("2026-03-02T22:59:00Z"), "2026-03-02");
  assert.equal(dayOf("2026-03-02T23:00:00Z"), "2026-03-03");
  assert.equal(dayOf("2026-07-01T22:00:00Z"), "2026-07-02");
});

test("offices are closed on Norwegian holidays, movable ones too", () => {
  for (const holiday of [
    "2026-04-02",
    "2026-04-03",
    "2026-04-06",
    "2026-05-01",
    "2026-05-14",
    "2026-05-25",
    "2026-12-25",
  ])
    assert.ok(findHoliday(holiday) && !isWorkingDay(holiday), holiday);
  assert.ok(isWorkingDay("2026-12-24"));
  assert.ok(!isWorkingDay("2026-03-07"), "Saturday");
});

test("a time limit that ends on a holiday ends on the next working day", () => {
  assert.equal(onWorkingDay("2026-04-02"), "2026-04-07");
  assert.equal(onWorkingDay("2026-04-07"), "2026-04-07");
});

test("working days step over weekends and Easter", () => {
  assert.equal(addWorkingDays("2026-04-01", 1), "2026-04-07");
  assert.equal(addWorkingDays("2026-03-06", 1), "2026-03-09");
});

test("a month later is the same day, or the last where there is none", () => {
  assert.equal(addMonths("2026-08-31", 6), "2027-02-28");
  assert.equal(addMonths("2026-11-22", 6), "2027-05-22");
});

test("counting working days gives back what adding them took, and agrees with counting day by day", () => {
  fc.assert(
    fc.property(day, fc.nat(300), (from, days) => {
      assert.equal(workingDaysBetween(from, addWorkingDays(from, days)), days);
    }),
  );
  fc.assert(
    fc.property(day, fc.nat(800), (from, span) => {
      const days = Array.from({ length: span }, (_, index) => addDays(from, index + 1));
      assert.equal(workingDaysBetween(from, addDays(from, span)), days.filter(isWorkingDay).length);
    }),
  );
});

test("offices are open in office hours on working days; what comes later is seen the next working day", () => {
  assert.ok(isOfficeOpen("2026-03-02T07:00:00Z"));
  assert.ok(!isOfficeOpen("2026-03-02T15:00:00Z"));
  assert.ok(!isOfficeOpen("2026-03-01T09:00:00Z"), "Sunday");
  assert.equal(seenOn("2026-03-06T15:30:00Z"), "2026-03-09");
  assert.equal(seenOn("2026-03-06T10:00:00Z"), "2026-03-06");
});
