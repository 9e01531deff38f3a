import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { nameTokens } from "./name-tokens.ts";
import { tokenLevel, tokenOf } from "./token-level.ts";

const level = (a: string, b: string) => tokenLevel(tokenOf(a), tokenOf(b));
const texts = (written: string) => nameTokens(written).map((token) => token.text);

test("single names agree at the level their difference deserves", () => {
  assert.equal(level("hansen", "hansen"), "equal");
  assert.equal(level("oestby", "ostby"), "spelling");
  assert.equal(level("dmitrij", "dmitriy"), "spelling");
  assert.equal(level("hansen", "hnasen"), "oneLetter");
  assert.equal(level("ida", "id"), "oneLetter");
  assert.equal(level("arnesen", "amesen"), "oneLetter");
  assert.equal(level("maria", "mayra"), "twoLetters");
  assert.equal(level("bill", "william"), "nickname");
  assert.equal(level("mohammed", "muhamad"), "sound");
  assert.equal(level("kristoffersen", "kristof"), "shortened");
  assert.equal(level("a", "anna"), "initial");
  assert.equal(level("hansen", "berg"), "differs");
});

test("names are folded to comparable parts, with particles and prefixes where they belong", () => {
  assert.deepEqual(texts("Søren Ødegård"), ["soren", "odegard"]);
  assert.deepEqual(texts("Юлия"), ["iuliia"]);
  assert.deepEqual(texts("de la Cruz"), ["cruz"]);
  assert.deepEqual(texts("O'Brien"), ["obrien"]);
  assert.deepEqual(texts("Mc Donald"), ["mcdonald"]);
  assert.deepEqual(texts("Abd al-Rahman"), texts("Abdul Rahman"));
  assert.deepEqual(texts("HAN5EN"), ["hansen"]);
  assert.deepEqual(texts("van der"), ["van", "der"]);
  assert.deepEqual(texts(" \u0007😀 "), []);
});

const name = fc.string({ unit: "grapheme", maxLength: 20 });

test("comparing is symmetric", () => {
  fc.assert(fc.property(name, name, (a, b) => level(a, b) === level(b, a)));
});

test("a name agrees with itself whatever its case and accents", () => {
  const letters = fc.stringMatching(/^[a-zåäöøæéüñ]{2,12}$/);
  fc.assert(
    fc.property(letters, (written) => {
      assert.deepEqual(texts(written.toUpperCase()), texts(written));
      assert.deepEqual(texts(written.normalize("NFD")), texts(written));
    }),
  );
});

test("any text at all gives a bounded number of bounded tokens", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (written) =>
      nameTokens(written).every((token) => token.text.length > 0 && token.text.length <= 80),
    ),
  );
});
