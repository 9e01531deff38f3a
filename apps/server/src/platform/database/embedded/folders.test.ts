import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { findSocketFolder, prepareFolders, prepareSocketFolder } from "./folders.ts";

const uid = process.getuid!();

function rootFolder(t: TestContext, ...more: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "varde-folders-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return join(folder, ...more);
}

test("keeps the socket beside the data, closed to others, where the path allows it", (t) => {
  const folders = prepareFolders(rootFolder(t, "postgres"), uid);
  assert.equal(findSocketFolder(folders), undefined);
  const socket = prepareSocketFolder(folders);
  assert.equal(socket, join(folders.root, "run"));
  assert.equal(statSync(socket).mode & 0o777, 0o700);
  assert.equal(statSync(folders.root).mode & 0o777, 0o700);
  assert.equal(findSocketFolder(folders), socket);
});

for (const [why, name] of [
  ["too long", "a".repeat(100)],
  ["holds a character that separates folders in PostgreSQL's setting", "one, two"],
] as const)
  test(`puts the socket among the temporary files where the path is ${why}, and writes down where`, (t) => {
    const folders = prepareFolders(rootFolder(t, name), uid);
    const socket = prepareSocketFolder(folders);
    t.after(() => rmSync(socket, { recursive: true }));
    assert.ok(socket.startsWith(join(tmpdir(), "varde-")));
    assert.equal(findSocketFolder(folders), socket);
    assert.equal(prepareSocketFolder(folders), socket);
  });

test("does not trust a written-down folder that others may enter", (t) => {
  const folders = prepareFolders(rootFolder(t, "a".repeat(100)), uid);
  const first = prepareSocketFolder(folders);
  chmodSync(first, 0o755);
  const second = prepareSocketFolder(folders);
  t.after(() => {
    for (const folder of [first, second]) rmSync(folder, { recursive: true });
  });
  assert.notEqual(second, first);
});

test("says which folder cannot be used, and what to do", (t) => {
  const file = rootFolder(t, "a-file");
  writeFileSync(file, "");
  assert.throws(() => prepareFolders(join(file, "postgres"), uid), {
    name: "DatabaseUnavailable",
    code: "embeddedNoFolder",
    message: /a-file\/postgres cannot be used.*VARDE_DATA/,
  });
  assert.ok(existsSync(file));
});
