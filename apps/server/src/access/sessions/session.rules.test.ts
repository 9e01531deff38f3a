import assert from "node:assert/strict";
import test from "node:test";
import {
  isOver,
  isSteppedUp,
  latestEnd,
  minutesAfter,
  SESSION_LIMITS,
  shouldNoteSeen,
  withPending,
} from "./session.rules.ts";

const at = (time: string) => new Date(`2026-02-02T${time}:00Z`);

test("a session is over when its idle time has run out, and at its end whatever happens", () => {
  const session = { idleEndsAt: at("11:00"), endsAt: at("20:00") };
  assert.equal(isOver(session, at("10:59")), false);
  assert.equal(isOver(session, at("11:00")), true);
  assert.equal(isOver({ idleEndsAt: at("20:59"), endsAt: at("20:00") }, at("20:00")), true);
});

test("a session lasts twelve hours after login, and an hour without an act, where nothing else is set", () => {
  assert.deepEqual(latestEnd(at("08:00"), SESSION_LIMITS), at("20:00"));
  assert.deepEqual(minutesAfter(at("08:00"), SESSION_LIMITS.idle), at("09:00"));
  assert.deepEqual(latestEnd(at("08:00"), { longest: 30 }), at("08:30"));
});

test("a person counts as stepped up until that time is out, and never without having done so", () => {
  assert.equal(isSteppedUp(at("10:10"), at("10:09")), true);
  assert.equal(isSteppedUp(at("10:10"), at("10:10")), false);
  assert.equal(isSteppedUp(undefined, at("10:00")), false);
});

test("when a person was last seen is noted once a minute", () => {
  assert.equal(shouldNoteSeen(at("10:00"), new Date("2026-02-02T10:00:59Z")), false);
  assert.equal(shouldNoteSeen(at("10:00"), at("10:01")), true);
});

test("five logins may be under way in one browser; the oldest gives way", () => {
  let pending: Record<string, number> = {};
  for (let i = 1; i <= 7; i++) pending = withPending(pending, `state-${i}`, i);
  assert.deepEqual(pending, { "state-3": 3, "state-4": 4, "state-5": 5, "state-6": 6, "state-7": 7 });
});
