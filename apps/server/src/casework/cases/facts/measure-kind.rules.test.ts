import assert from "node:assert/strict";
import test from "node:test";
import { measureKindOf } from "./measure-kind.rules.ts";

test("what an authority abroad did is read from its own words, whatever the language", () => {
  const read = (words: string) => measureKindOf(words, null);
  assert.equal(read("Suspension until further notice"), "suspension");
  assert.equal(read("Återkallelse av legitimation"), "revocation");
  assert.equal(read("Fratagelse af autorisation"), "revocation");
  assert.equal(read("Entzug der Approbation"), "revocation");
  assert.equal(read("Vilkår om tilsyn"), "conditions");
  assert.equal(read("Indskrænkning i virksomhedsområdet"), "restriction");
  assert.equal(read("Formal warning"), "warning");
});

test("of several measures the gravest counts, and an unknown one is not guessed", () => {
  assert.equal(measureKindOf("Warning, followed by erasure from the register", null), "revocation");
  assert.equal(measureKindOf("Suspension", "falsifiedQualification"), "falsifiedEvidence");
  assert.equal(measureKindOf("Se vedlegg", null), null);
  assert.equal(measureKindOf(null, null), null);
});

test("a word inside another one says nothing", () => {
  assert.equal(measureKindOf("Kinderevokation", null), null);
});
