import assert from "node:assert/strict";
import test from "node:test";
import { mentionsIn } from "./mentions-in.ts";

const people = ["Ingrid Solbakken", "Ingrid Solbakken Moe", "Amina Haddad"].map((name) => ({ name }));
const namesIn = (text: string) => mentionsIn(text, people).map(({ name }) => name);

test("finds whoever is named after an at sign, however it is cased", () => {
  assert.deepEqual(namesIn("Se på dette, @amina haddad!"), ["Amina Haddad"]);
});

test("a name without the sign mentions nobody", () => {
  assert.deepEqual(namesIn("Amina Haddad har ringt"), []);
});

test("a longer name does not mention the one whose name it begins with", () => {
  assert.deepEqual(namesIn("@Ingrid Solbakken Moe"), ["Ingrid Solbakken Moe"]);
  assert.deepEqual(namesIn("@Ingrid Solbakken Moe og @Ingrid Solbakken").length, 2);
});
