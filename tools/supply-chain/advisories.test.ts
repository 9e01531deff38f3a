import assert from "node:assert/strict";
import test from "node:test";
import { judgeAdvisories, readAdvisories } from "./advisories.rules.ts";

const grave = { url: "https://example.org/GHSA-1", name: "left", title: "Runs anything", severity: "high" };
const mild = { url: "https://example.org/GHSA-2", name: "right", title: "Slow", severity: "low" };
const report = {
  vulnerabilities: { left: { via: [grave] }, middle: { via: ["left"] }, right: { via: [mild, grave] } },
};
const asked = { today: "2026-03-10", gate: "high" } as const;

test("reads each advisory once, however many packages it reaches", () => {
  assert.deepEqual(
    readAdvisories(report).map(({ package: name, severity }) => [name, severity]),
    [
      ["left", "high"],
      ["right", "low"],
    ],
  );
});

test("a grave advisory stops, a mild one does not", () => {
  const { open } = judgeAdvisories(readAdvisories(report), [], asked);
  assert.deepEqual(
    open.map(({ package: name }) => name),
    ["left"],
  );
});

test("an allowance lets an advisory pass until its day is over", () => {
  const allowance = { url: grave.url, reason: "the function is never called", until: "2026-03-10" };
  assert.equal(judgeAdvisories(readAdvisories(report), [allowance], asked).open.length, 0);
  const after = judgeAdvisories(readAdvisories(report), [allowance], { ...asked, today: "2026-03-11" });
  assert.equal(after.open.length, 1);
  assert.deepEqual(after.stale, [allowance]);
});

test("an allowance for what nobody tells of any more is stale", () => {
  const allowance = { url: "https://example.org/GHSA-9", reason: "old", until: "2027-01-01" };
  assert.deepEqual(judgeAdvisories(readAdvisories(report), [allowance], asked).stale, [allowance]);
});

test("an answer that is no report is not taken for one without advisories", () => {
  assert.throws(() => readAdvisories({ message: "405 Method Not Allowed" }), /no report/);
});
