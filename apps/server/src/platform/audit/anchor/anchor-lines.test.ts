import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { anchorLine, anchorsOf, readAnchorLines } from "./anchor-lines.ts";

const lines = fc.array(
  fc
    .record({
      at: fc
        .date({ min: new Date("2020-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
        .map((date) => date.toISOString()),
      seq: fc.nat(),
      hash: fc.stringMatching(/^[0-9a-f]{64}$/),
    })
    .map((line) => ({ ...line })),
);

test("what is written can be read, also where writing was cut off in the midst of the last line", () => {
  fc.assert(
    fc.property(lines, fc.nat(80), (given, left) => {
      const text = given.map((line) => `${anchorLine(line)}\n`).join("");
      assert.deepEqual(readAnchorLines(text), given);
      const cut = anchorLine({ at: "2026-02-02T08:00:00.000Z", seq: 7, hash: "a".repeat(64) }).slice(0, left);
      assert.deepEqual(readAnchorLines(text + cut), given);
    }),
  );
});

test("a chain must reach what was told until the given instant, and agree with all that was told", () => {
  const told = [
    { at: "2026-02-02T08:00:00.000Z", seq: 7, hash: "a" },
    { at: "2026-02-03T08:00:00.000Z", seq: 9, hash: "b" },
    { at: "2026-02-03T08:00:00.001Z", seq: 9, hash: "c" },
  ];
  const anchors = anchorsOf(told, "2026-02-02T12:00:00.000Z");
  assert.deepEqual([anchors.reach, anchorsOf(told).reach], [7, 9]);
  assert.deepEqual(anchors.told.get(9), new Set(["b", "c"]));
});
