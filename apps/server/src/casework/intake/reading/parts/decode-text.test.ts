import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import iconv from "iconv-lite";
import { Unreadable } from "../unreadable.ts";
import { decodeText } from "./decode-text.ts";

const SWEDISH = "Födelsedatum: 1970-01-01\nEfternamn: Sjögren\nBehörig myndighet: Hälso- och sjukvården";
const POLISH = "Imię: Łukasz\nNazwisko: Żurawski\nData urodzenia: 1970-01-01\nWłaściwy organ: Sąd Lekarski";

test("decodes text as declared where the bytes allow it", () => {
  for (const charset of ["utf-8", "iso-8859-1", "windows-1252"]) {
    assert.equal(decodeText(iconv.encode(SWEDISH, charset), charset), SWEDISH);
  }
  assert.equal(decodeText(iconv.encode(POLISH, "iso-8859-2"), "iso-8859-2"), POLISH);
  assert.equal(decodeText(iconv.encode(POLISH, "utf-16le", { addBOM: true })), POLISH);
});

test("finds the right charset where the declared one is wrong or missing", () => {
  for (const declared of ["utf-8", "us-ascii", undefined, "x-nobody-knows"]) {
    assert.equal(decodeText(iconv.encode(SWEDISH, "windows-1252"), declared), SWEDISH);
  }
  assert.equal(decodeText(Buffer.from(POLISH), "iso-8859-1"), POLISH);
  assert.equal(decodeText(iconv.encode(POLISH, "windows-1250"), "utf-8"), POLISH);
});

test("undoes text that was encoded twice", () => {
  const twice = iconv.encode(iconv.decode(Buffer.from(SWEDISH), "windows-1252"), "utf-8");
  assert.equal(decodeText(twice, "utf-8"), SWEDISH);
});

test("refuses letters that several charsets read in different ways", () => {
  assert.throws(
    () => decodeText(Buffer.from("Surname: B\xf8rge", "latin1"), "utf-8"),
    (error) => error instanceof Unreadable && error.reason === "wrongCharset",
  );
});

test("leaves well-formed UTF-8 as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."abcåäöøæéłžşčθя 1:\n") }), (text) => {
      assert.equal(decodeText(Buffer.from(text), "utf-8"), text);
    }),
  );
});
