import assert from "node:assert/strict";
import test from "node:test";
import { comparedParts } from "./compared-parts.ts";

test("what was before and after stands side by side, and what differs is told", () => {
  assert.deepEqual(
    comparedParts({ state: "requested", roles: ["auditor"] }, { state: "declined", roles: ["auditor"] }),
    [
      { name: "state", before: "requested", after: "declined", differs: true },
      { name: "roles", before: '["auditor"]', after: '["auditor"]', differs: false },
    ],
  );
});

test("where there was nothing before, nothing has changed", () => {
  assert.deepEqual(comparedParts(null, { state: "requested" }), [
    { name: "state", before: "", after: "requested", differs: false },
  ]);
});

test("a part that came or went differs", () => {
  assert.deepEqual(
    comparedParts({ unit: "a" }, { name: null, parent: "b" }).map(({ name, differs }) => [name, differs]),
    [
      ["unit", true],
      ["name", false],
      ["parent", true],
    ],
  );
});
