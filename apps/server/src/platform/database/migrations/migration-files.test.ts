import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { readMigrations } from "./migration-files.ts";

function folderWith(t: TestContext, files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "varde-migrations-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

test("reads migrations by number and leaves other files alone", (t) => {
  const folder = folderWith(t, {
    "0002_more.sql": "select 2",
    "0001_first.sql": "select 1",
    "README.md": "",
  });
  assert.deepEqual(
    readMigrations(folder).map(({ number, name }) => [number, name]),
    [
      [1, "first"],
      [2, "more"],
    ],
  );
});

test("takes the same text with other line ends for the same migration", (t) => {
  const [unix] = readMigrations(folderWith(t, { "0001_a.sql": "select 1;\nselect 2;\n" }));
  const [windows] = readMigrations(folderWith(t, { "0001_a.sql": "select 1;\r\nselect 2;\r\n" }));
  assert.equal(windows?.checksum, unix?.checksum);
});

test("refuses two migrations of one number", (t) => {
  const folder = folderWith(t, { "0001_a.sql": "", "0001_b.sql": "" });
  assert.throws(() => readMigrations(folder), { code: "migrationNumberTwice", message: /1: a and b/ });
});

test("refuses a migration whose name has no number", (t) => {
  assert.throws(() => readMigrations(folderWith(t, { "extra.sql": "" })), { code: "migrationMisnamed" });
});
