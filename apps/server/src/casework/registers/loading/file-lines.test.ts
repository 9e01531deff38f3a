import assert from "node:assert/strict";
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { gzipSync } from "node:zlib";
import { hashFile, readLines } from "./file-lines.ts";

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "varde-lines-"));
});
after(() => rm(folder, { recursive: true }));

async function linesOf(content: string | Buffer, longest?: number): Promise<(string | null)[]> {
  const path = join(folder, "file");
  await writeFile(path, content);
  const lines: (string | null)[] = [];
  for await (const line of readLines(path, longest)) {
    assert.equal(line.number, lines.length + 1);
    lines.push(line.tooLong ? null : line.bytes.toString());
  }
  return lines;
}

test("gives every line with its number, with or without a last line break, packed or not", async () => {
  assert.deepEqual(await linesOf("a\nbø\n\nd"), ["a", "bø", "", "d"]);
  assert.deepEqual(await linesOf("a\nb\n"), ["a", "b"]);
  assert.deepEqual(await linesOf(gzipSync("a\nb")), ["a", "b"]);
  assert.deepEqual(await linesOf(""), []);
});

test("joins a line that spans several reads of the file", async () => {
  const long = "x".repeat(2_500_000);
  assert.deepEqual(await linesOf(`a\n${long}\nb`), ["a", long, "b"]);
});

test("gives a line above the limit without its content, and goes on with the next", async () => {
  assert.deepEqual(await linesOf(`a\n${"x".repeat(50)}\nb\n${"y".repeat(2_000_000)}`, 40), [
    "a",
    null,
    "b",
    null,
  ]);
});

test("says that a packed file has been cut short", async () => {
  const path = join(folder, "cut.gz");
  const packed = gzipSync(Array.from({ length: 20_000 }, (_, i) => `line ${i * 7919}`).join("\n"));
  await writeFile(path, packed);
  await truncate(path, packed.length - 20);
  await assert.rejects(
    async () => {
      for await (const line of readLines(path)) assert.ok(line.number > 0);
    },
    { code: "Z_BUF_ERROR" },
  );
});

test("hashes the file as it lies on disk", async () => {
  await writeFile(join(folder, "abc"), "abc");
  assert.equal(
    await hashFile(join(folder, "abc")),
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});
