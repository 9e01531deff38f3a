import assert from "node:assert/strict";
import test from "node:test";
import { endOfDay, lastDayBefore, startOfDay } from "./day-start.ts";

test("a day begins an hour later in winter than in summer, as told in UTC", () => {
  assert.equal(startOfDay("2026-07-01"), "2026-06-30T22:00:00.000Z");
  assert.equal(startOfDay("2026-12-01"), "2026-11-30T23:00:00.000Z");
});

test("the days on which the clocks change are 23 and 25 hours long", () => {
  const hours = (day: string) => (Date.parse(endOfDay(day)) - Date.parse(startOfDay(day))) / 3_600_000;
  assert.deepEqual(["2026-03-29", "2026-10-25", "2026-11-22"].map(hours), [23, 25, 24]);
});

test("a period until the end of a day has that day as its last", () => {
  for (const day of ["2026-02-28", "2026-03-29", "2026-10-25", "2026-12-31"])
    assert.equal(lastDayBefore(endOfDay(day)), day);
});
