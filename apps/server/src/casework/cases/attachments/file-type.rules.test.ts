import assert from "node:assert/strict";
import test from "node:test";
import { fileTypeOf } from "./file-type.rules.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");

test("a file is what its bytes say, whatever it is called", () => {
  assert.equal(fileTypeOf("bilde.png", bytes("%PDF-1.7\n")), "application/pdf");
  assert.equal(fileTypeOf("brev.pdf", bytes("<html><body>Hei</body></html>")), "text/html");
  assert.equal(
    fileTypeOf("a.docx", bytes("PK\u0003\u0004")),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  );
  assert.equal(fileTypeOf("a.pdf", bytes("PK\u0003\u0004")), "application/zip");
  assert.equal(fileTypeOf("brev.txt", Buffer.from("Blåbær og øl")), "text/plain");
  assert.equal(fileTypeOf("brev.txt", bytes("\u0000\u0001")), "application/octet-stream");
});

test("a program is nothing that is taken in, by its bytes or by its name", () => {
  assert.equal(fileTypeOf("brev.pdf", bytes("MZ\u0090")), undefined);
  assert.equal(fileTypeOf("brev.pdf", bytes("#!/bin/sh")), undefined);
  assert.equal(fileTypeOf("brev.pdf.exe", bytes("Hei")), undefined);
});
