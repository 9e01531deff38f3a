import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import test from "node:test";
import { SLICE_EDGES } from "./boundaries.ts";
import { findCycle, refuseImport } from "./fence.ts";

const server = "apps/server/src";

test("the edges between slices have no cycle", () => {
  assert.equal(findCycle(SLICE_EDGES), undefined);
  assert.deepEqual(findCycle({ a: ["b"], b: ["c"], c: ["a"] }), ["a", "b", "c", "a"]);
});

test("a slice may use the platform, the contract and its own files", () => {
  const file = `${server}/casework/intake/commands/reject-message.ts`;
  for (const specifier of [
    "../../../platform/audit/index.ts",
    "@varde/contract/intake",
    "../intake.rules.ts",
    "kysely",
  ])
    assert.equal(refuseImport(file, specifier), undefined);
});

test("the platform may not know the domain", () => {
  assert.match(
    refuseImport(`${server}/platform/jobs/work.ts`, "../../casework/intake/index.ts") ?? "",
    /no word of the domain/,
  );
});

test("a slice may not use another slice that no edge lists", () => {
  assert.match(
    refuseImport(`${server}/casework/intake/index.ts`, "../identification/index.ts") ?? "",
    /no edge/,
  );
});

test("a listed slice is used only through its index", () => {
  const file = `${server}/casework/identification/queries/get-alert.ts`;
  assert.equal(refuseImport(file, "../../intake/index.ts"), undefined);
  assert.match(refuseImport(file, "../../intake/intake.sql.ts") ?? "", /only through its index/);
});

test("the testing file of another slice is for tests", () => {
  assert.equal(
    refuseImport(`${server}/casework/portfolio/portfolio.db.test.ts`, "../intake/testing.ts"),
    undefined,
  );
  assert.notEqual(refuseImport(`${server}/casework/portfolio/routes.ts`, "../intake/testing.ts"), undefined);
});

test("packages at the bottom use no other part", () => {
  assert.match(refuseImport("packages/contract/src/intake.ts", "@varde/linkage") ?? "", /at the bottom/);
  assert.match(
    refuseImport("packages/linkage/src/index.ts", "../../contract/src/index.ts") ?? "",
    /at the bottom/,
  );
});

test("the page knows the server only through the contract", () => {
  assert.match(
    refuseImport("apps/web/src/app/routes.ts", "../../../server/src/main.ts") ?? "",
    /only through the contract/,
  );
  assert.equal(refuseImport("apps/web/src/app/routes.ts", "@varde/contract"), undefined);
});

test("the linter itself refuses a wrong import", (t) => {
  const root = resolve(import.meta.dirname, "../..");
  const house = mkdtempSync(join(tmpdir(), "varde-fence-"));
  t.after(() => rmSync(house, { recursive: true }));
  const wrong = join(house, server, "platform/clock/wrong.ts");
  mkdirSync(dirname(wrong), { recursive: true });
  writeFileSync(
    wrong,
    'import { openAlert } from "../../casework/intake/index.ts";\nexport const at = openAlert;\n',
  );
  const linter = join(root, "node_modules/.bin/oxlint");
  const answer = spawnSync(linter, ["-c", join(root, ".oxlintrc.json"), server], {
    cwd: house,
    encoding: "utf8",
  });
  assert.equal(answer.status, 1, answer.stdout + answer.stderr);
  assert.match(answer.stdout, /varde\(fences\)[^]*no word of the domain/);
});
