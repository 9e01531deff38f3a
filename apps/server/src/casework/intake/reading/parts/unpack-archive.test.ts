import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { entriesOf, readMail, valuesOf } from "../testing.ts";

const ALERT = "Surname: Berg\nForename: Anna\nDate of birth: 1 May 1970\nProfession: Nurse";
const ZIP = "application/zip";

async function reasonOf(content: Uint8Array, fileName = "alert.zip"): Promise<unknown> {
  const { verdict } = await readMail([{ type: ZIP, content, fileName }]);
  return verdict.outcome === "quarantined" ? [verdict.reason, verdict.params["cause"]] : verdict.outcome;
}

test("reads what an archive holds, also an archive within", async () => {
  const inner = zipSync({ "folder/alert.txt": strToU8(ALERT) });
  const reading = await readMail([
    { type: ZIP, content: zipSync({ "inner.zip": inner }), fileName: "alert.zip" },
  ]);
  assert.equal(valuesOf(entriesOf(reading)[0])["surname"], "Berg");
  assert.equal(entriesOf(reading)[0]?.fields.surname?.from.part, "1.1.1");
});

test("reads the paragraphs and tables of a Word file", async () => {
  const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const rows = ALERT.split("\n").map((line) => `<w:tr>${line.split(": ").map(cell).join("")}</w:tr>`);
  const xml = `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Alert modified</w:t></w:r></w:p><w:tbl>${rows.join("")}</w:tbl></w:body></w:document>`;
  const reading = await readMail([
    {
      type: "application/octet-stream",
      content: zipSync({ "word/document.xml": strToU8(xml) }),
      fileName: "alert.docx",
    },
  ]);
  assert.equal(entriesOf(reading)[0]?.kind, "update");
  assert.equal(valuesOf(entriesOf(reading)[0])["birthDate"], "1970-05-01");
});

test("refuses bombs, climbing names, locked files and damage, each with its reason", async () => {
  const bomb = zipSync({ "a.txt": new Uint8Array(60 * 1024 * 1024) });
  const locked = zipSync({ "alert.txt": strToU8(ALERT) });
  const central = Buffer.from(locked).indexOf("PK\u0001\u0002", 0, "latin1");
  locked[6] = (locked[6] ?? 0) | 1;
  locked[central + 8] = (locked[central + 8] ?? 0) | 1;
  assert.deepEqual(await reasonOf(bomb), ["archiveBomb", undefined]);
  assert.deepEqual(await reasonOf(bomb, "circular.xlsx"), ["archiveBomb", undefined]);
  assert.deepEqual(await reasonOf(zipSync({ "../../alert.txt": strToU8(ALERT) })), [
    "dangerousAttachment",
    "pathInArchive",
  ]);
  assert.deepEqual(await reasonOf(locked), ["brokenAttachment", "encrypted"]);
  assert.deepEqual(await reasonOf(zipSync({ "a.txt": strToU8(ALERT) }).subarray(0, 40)), [
    "brokenAttachment",
    "brokenArchive",
  ]);
  assert.deepEqual(await reasonOf(strToU8("Rar!"), "alert.rar"), ["brokenAttachment", "unknownArchive"]);
  assert.deepEqual(await reasonOf(strToU8("x"), "winmail.dat"), ["brokenAttachment", "winmail"]);
});
