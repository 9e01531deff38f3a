import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { FolderUnreadable, listFolder } from "./list-folder.ts";

async function folderOf(
  t: { after(clean: () => Promise<void>): void },
  files: readonly string[],
): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "varde-folder-"));
  t.after(() => rm(root, { recursive: true, force: true }));
  for (const file of files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), file);
  }
  return root;
}

async function listed(root: string): Promise<string[]> {
  return (await Array.fromAsync(listFolder(root))).map(({ folder, name }) => `${folder}|${name}`);
}

describe("a folder of messages", () => {
  test("is a tree of .eml files, read in name order", async (t) => {
    const root = await folderOf(t, ["b.eml", "a.EML", "notes.txt", "sub/c.eml", "sub/deep/d.eml"]);
    assert.deepEqual(await listed(root), ["|a.EML", "|b.eml", "sub|c.eml", "sub/deep|d.eml"]);
  });
  test("may be a Maildir with subfolders, whose flags are no part of a name", async (t) => {
    const root = await folderOf(t, ["cur/2.host:2,S", "new/1.host", "tmp/3.host", ".Old.Deep/cur/4.host:2,"]);
    assert.deepEqual(await listed(root), ["|1.host", "|2.host", "Old.Deep|4.host"]);
  });
  test("does not follow links out of itself", async (t) => {
    const outside = await folderOf(t, ["secret.eml"]);
    const root = await folderOf(t, ["a.eml"]);
    await symlink(join(outside, "secret.eml"), join(root, "link.eml"));
    await symlink(outside, join(root, "folder"));
    assert.deepEqual(await listed(root), ["|a.eml"]);
  });
  test("that is not there, or is a file, is told as such", async (t) => {
    const root = await folderOf(t, ["a.eml"]);
    const code = (error: unknown) => (error instanceof FolderUnreadable ? error.code : error);
    await assert.rejects(listed(join(root, "nowhere")), (error) => code(error) === "notFound");
    await assert.rejects(listed(join(root, "a.eml")), (error) => code(error) === "notAFolder");
  });
});
