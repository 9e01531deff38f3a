import assert from "node:assert/strict";
import test from "node:test";
import { readSessionLimits } from "./session-limits.ts";

test("sessions last as long as is set, and as usual where nothing is", () => {
  assert.deepEqual(readSessionLimits({ VARDE_SESSION_IDLE_MINUTES: "20", VARDE_STEP_UP_MINUTES: "" }), {
    limits: { idle: 20, longest: 720, stepUp: 10 },
  });
});

test("refuses limits that are no protection, naming the setting and what it may be", () => {
  for (const value of ["0", "100000", "7.5", "an hour"]) {
    assert.deepEqual(readSessionLimits({ VARDE_SESSION_LONGEST_MINUTES: value }), {
      refusal: "invalid",
      code: "sessionLimitOutOfRange",
      params: { setting: "VARDE_SESSION_LONGEST_MINUTES", value, least: 15, most: 1440 },
    });
  }
});
