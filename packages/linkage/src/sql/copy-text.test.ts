import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { copyLine } from "./copy-text.ts";

test("writes numbers, texts, lists and nothing in the text format of COPY", () => {
  assert.equal(copyLine([1, "Ødegård", true, null, [1, 2], []]), "1\tØdegård\ttrue\t\\N\t{1,2}\t{}\n");
});

test("escapes what would end a column, a line or a list", () => {
  assert.equal(copyLine(["a\tb\nc\rd\\N"]), "a\\tb\\nc\\rd\\\\N\n");
  assert.equal(copyLine([['a"b', "c\\d", "NULL", ""]]), '{"a\\\\"b","c\\\\\\\\d","NULL",""}\n');
});

test("leaves out what the database cannot hold: NUL and halves of letters", () => {
  assert.equal(copyLine(["a\u0000b", ["\ud800"]]), 'ab\t{"\ufffd"}\n');
});

test("any texts make one line with as many columns", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1 }), (texts) => {
      const line = copyLine(texts);
      assert.equal(line.indexOf("\n"), line.length - 1);
      assert.equal(line.split("\t").length, texts.length);
    }),
  );
});
