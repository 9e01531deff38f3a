import assert from "node:assert/strict";
import test from "node:test";
import { PERMISSIONS } from "@varde/contract/access";
import { destinationsFor } from "./destinations.ts";

test("the menu holds only what the person may see", () => {
  assert.deepEqual(
    destinationsFor(["readPortfolio", "readBalance"]).map(({ name }) => name),
    ["portfolio"],
  );
  assert.deepEqual(destinationsFor([]), []);
});

test("somebody who handles messages begins at the intake", () => {
  assert.equal(destinationsFor(PERMISSIONS)[0]?.name, "intake");
});
