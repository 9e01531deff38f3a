import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { afterFailure, type Failures, secondsLocked } from "./lock-out.rules.ts";

const LIMIT = { failures: 3, within: 15, lock: 30 };
const at = (time: string) => new Date(`2026-02-02T${time}:00Z`);

function failed(...times: string[]): Failures | undefined {
  return times.reduce<Failures | undefined>(
    (before, time) => afterFailure(before, at(time), LIMIT),
    undefined,
  );
}

test("locks out at the last failure allowed within the time, and not before", () => {
  assert.deepEqual(failed("08:00", "08:05"), { failures: 2, since: at("08:00"), lockedUntil: null });
  assert.deepEqual(failed("08:00", "08:05", "08:14"), {
    failures: 3,
    since: at("08:00"),
    lockedUntil: at("08:44"),
  });
});

test("forgets failures that lie too far back", () => {
  assert.deepEqual(failed("08:00", "08:05", "08:15"), { failures: 1, since: at("08:15"), lockedUntil: null });
});

test("tells in whole seconds how long somebody is locked out, and 0 where they are not", () => {
  assert.equal(secondsLocked(at("08:44"), at("08:43")), 60);
  assert.equal(secondsLocked(at("08:44"), at("08:44")), 0);
  assert.equal(secondsLocked(null, at("08:00")), 0);
});

test("whoever fails often enough in a short time is locked out, however the failures are spread", () => {
  const minutes = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: LIMIT.failures, maxLength: 12 });
  fc.assert(
    fc.property(minutes, (spread) => {
      const last = spread
        .toSorted((a, b) => a - b)
        .reduce<Failures | undefined>((before, minute) => {
          return afterFailure(before, new Date(at("08:00").getTime() + minute * 60_000), LIMIT);
        }, undefined);
      assert.ok(last && secondsLocked(last.lockedUntil, at("08:14")) > 0);
    }),
  );
});
