import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { type InventedEntry, inventEntry } from "../testing.ts";
import { type ParsedLine, parseLine } from "./parse-line.ts";

const parse = (content: string | Buffer): ParsedLine =>
  parseLine({ number: 7, bytes: Buffer.from(content), tooLong: false, bytesRead: 0 });
const parseEntry = (entry: InventedEntry) => parse(JSON.stringify(inventEntry(entry)));
const personOf = (parsed: ParsedLine) => {
  assert.ok(parsed !== "empty" && "person" in parsed);
  return parsed.person;
};
const brokenOf = (parsed: ParsedLine) => {
  assert.ok(parsed !== "empty" && "broken" in parsed);
  return parsed.broken;
};

test("takes in a person with what the linkage engine needs, and keeps the answer as received", () => {
  const entry = inventEntry({
    hprNumber: 1000003,
    middle: "Strand",
    professions: ["LE", "SP", "LE"],
    basisCountry: "SE",
    more: { nyttFelt: { dypt: [1, 2] } },
  });
  const { entryHash, ...person } = personOf(parse(JSON.stringify(entry)));
  assert.match(entryHash, /^[\w-]{43}$/);
  assert.deepEqual(person, {
    hprNumber: 1000003,
    forename: "Jenny",
    middle: "Strand",
    surname: "Lysgaard",
    birthDate: "1979-02-15",
    deathDate: null,
    nationalId: null,
    lacksNationalId: true,
    replacedBy: null,
    professions: ["LE", "SP"],
    basisCountries: ["SE"],
    entry,
  });
});

test("counts a new stamp or another order of keys as no change, and any other difference as one", () => {
  const base = inventEntry({ hprNumber: 1 });
  const hashOf = (entry: Record<string, unknown>) => personOf(parse(JSON.stringify(entry))).entryHash;
  const reversed = Object.fromEntries(Object.entries(base).reverse());
  assert.equal(
    hashOf({ ...base, gjelderForDato: "2026-11-01", sistOppdatert: "2026-11-01T03:00:00" }),
    hashOf(base),
  );
  assert.equal(hashOf(reversed), hashOf(base));
  assert.notEqual(hashOf({ ...base, annet: true }), hashOf(base));
});

test("takes dates with a time of day as calendar dates", () => {
  const entry = inventEntry({ hprNumber: 1, birthDate: "1979-02-15T00:00:00" });
  assert.equal(personOf(parse(JSON.stringify(entry))).birthDate, "1979-02-15");
});

test("passes over an empty line and a byte order mark", () => {
  assert.equal(parse("  \r"), "empty");
  assert.equal(personOf(parse(`\uFEFF${JSON.stringify(inventEntry({ hprNumber: 5 }))}\r`)).hprNumber, 5);
});

test("names what is wrong with a line without quoting it", () => {
  const cutShort = JSON.stringify(inventEntry({ hprNumber: 44 })).slice(0, 60);
  assert.deepEqual(brokenOf(parse(cutShort)), {
    line: 7,
    code: "notJson",
    message: "The line is not JSON; it may have been cut short.",
    hprNumber: 44,
  });
  const impossible = brokenOf(parseEntry({ hprNumber: 45, birthDate: "1979-02-31" }));
  assert.deepEqual(
    [impossible.code, impossible.hprNumber, impossible.message],
    ["wrongShape", 45, "person.fødselsdato: is not a calendar date"],
  );
  assert.equal(brokenOf(parse('{"person":{}}')).code, "wrongShape");
  assert.equal(brokenOf(parse(Buffer.from([0x7b, 0xff, 0x7d]))).code, "notUtf8");
  assert.equal(
    brokenOf(parseLine({ number: 1, bytes: Buffer.alloc(0), tooLong: true, bytesRead: 0 })).code,
    "lineTooLong",
  );
});

test("refuses characters that the database cannot hold, and only those", () => {
  for (const surname of ["A\u0000B", "A\ud800", "\udc00"])
    assert.equal(brokenOf(parseEntry({ hprNumber: 1, surname })).code, "characterNotStorable");
  for (const surname of ["A\\u0000", "😀", "Ærø"])
    assert.equal(personOf(parseEntry({ hprNumber: 1, surname })).surname, surname);
});

test("gives every line, whatever it holds, a person, a reason or nothing", () => {
  const anyLine = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((json) => `{"hprNummer":12,"person":${json}}`),
  );
  fc.assert(
    fc.property(anyLine, (line) => {
      const parsed = parse(line);
      assert.ok(parsed === "empty" || "person" in parsed || parsed.broken.message.length > 0);
    }),
  );
});
