import assert from "node:assert/strict";
import test from "node:test";
import { isOver, latestEnd, shouldNoteSeen, withPending } from "./session.rules.ts";

const at = (time: string) => new Date(`2026-02-02T${time}:00Z`);

test("a session is over after 60 minutes without an act, and at its end whatever happens", () => {
  const session = { lastSeenAt: at("10:00"), endsAt: at("20:00") };
  assert.equal(isOver(session, at("10:59")), false);
  assert.equal(isOver(session, at("11:00")), true);
  assert.equal(isOver({ ...session, lastSeenAt: at("19:59") }, at("20:00")), true);
});

test("a session lasts 12 hours after login, a login under way 10 minutes", () => {
  assert.deepEqual(latestEnd(at("08:00"), true), at("20:00"));
  assert.deepEqual(latestEnd(at("08:00"), false), at("08:10"));
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
