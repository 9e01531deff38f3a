import assert from "node:assert/strict";
import test from "node:test";
import { plainFileName } from "./plain-file-name.ts";

test("names of files hold no folders and no signs that hide what they are", () => {
  const names = [
    "../../etc/passwd",
    "C:\\temp\\brev.pdf",
    "a\u0000b\r\n.txt",
    "brev\u202Efdp.exe",
    "..",
    "",
    "<b>?.eml",
  ];
  assert.deepEqual(names.map(plainFileName), [
    "passwd",
    "brev.pdf",
    "ab.txt",
    "brevfdp.exe",
    "file",
    "file",
    "_b__.eml",
  ]);
});
