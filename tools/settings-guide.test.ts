import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import test from "node:test";
import { SETTING_REFERENCE } from "../apps/server/src/platform/settings/setting-reference.ts";
import { writeSettingsGuide } from "./settings-guide.ts";

const root = new URL("..", import.meta.url);

/** Names that occur in the code of the server, without those of tests. */
function namesInCode(): Set<string> {
  const files = globSync("apps/server/src/**/*.ts", { cwd: root }).filter(
    (file) => !/\.test\.ts$|\/testing|setting-reference/.test(file),
  );
  const text = files.map((file) => readFileSync(new URL(file, root), "utf8")).join("\n");
  return new Set(text.match(/\bVARDE_[A-Z0-9_]*[A-Z0-9]\b/g));
}

/** Settings of tests and of processes that Varde starts itself. */
const NOT_FOR_OPERATORS = /^VARDE_(TEST_|OIDC$|IMAP$|METRICS$|LINKAGE_SAMPLES$)/;

test("every setting in the code is in the reference, and the other way round", () => {
  const known = new Set(
    SETTING_REFERENCE.flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name])),
  );
  const used = [...namesInCode()].filter((name) => !NOT_FOR_OPERATORS.test(name));
  assert.deepEqual(
    used.filter((name) => !known.has(name)),
    [],
    "add these to setting-reference.ts",
  );
  const inCode = new Set(used);
  const unused = SETTING_REFERENCE.map(({ name }) => name).filter(
    (name) => name.startsWith("VARDE_") && !inCode.has(name),
  );
  assert.deepEqual(unused, [], "these occur nowhere in the code");
});

test("the guide says what the reference says", () => {
  const guide = readFileSync(new URL("docs/guide/settings.md", root), "utf8");
  assert.equal(guide, writeSettingsGuide(), "run: node tools/write-settings-guide.ts");
});
