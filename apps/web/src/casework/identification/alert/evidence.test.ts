import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { agreementOf, waterfallOf } from "./evidence.ts";

const row = { field: "surname", asked: "Jönsson", found: "Jønsson", level: "spelling", bits: 9.1 };

test("equal values agree, and unequal ones are close or differ by what they weigh", () => {
  assert.equal(agreementOf({ ...row, level: "equal" }), "agrees");
  assert.equal(agreementOf(row), "close");
  assert.equal(agreementOf({ ...row, level: "differs", bits: -3 }), "differs");
});

test("a value that one of the two does not hold is missing, not different", () => {
  assert.equal(agreementOf({ ...row, asked: null, bits: -0.2 }), "missing");
  assert.equal(agreementOf({ ...row, found: null, bits: -0.2 }), "missing");
});

test("the starting point and the rivals are no comparison", () => {
  assert.equal(agreementOf({ ...row, field: "prior", asked: null, found: null }), "basis");
  assert.equal(agreementOf({ ...row, field: "otherCandidates", asked: null, found: null }), "basis");
});

test("every step begins where the one before ended, on the axis", () => {
  const bits = fc.array(
    fc.integer({ min: -10_240, max: 10_240 }).map((one) => one / 256),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(bits, (given) => {
      const { steps, zero } = waterfallOf(given);
      let end = zero;
      for (const step of steps) {
        const begin = step.isFor ? step.start : step.start + step.width;
        assert.ok(Math.abs(begin - end) < 1e-6);
        assert.ok(step.start >= -1e-6 && step.start + step.width <= 100 + 1e-6);
        end = step.sum;
      }
    }),
  );
});

test("weights that say nothing give steps without length", () => {
  assert.deepEqual(waterfallOf([0]), { steps: [{ start: 0, width: 0, isFor: true, sum: 0 }], zero: 0 });
});
