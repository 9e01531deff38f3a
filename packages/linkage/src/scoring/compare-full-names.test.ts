import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { compareFullNames, SAME_NAME } from "./compare-full-names.ts";

test("takes forms of one name for the same, and names of two people for different", () => {
  for (const [a, b] of [
    ["Annemarie Hansen", "Hansen, Anne Marie"],
    ["PolHansen", "Pol Hansen"],
    ["Kåre Ødegård", "KAARE OEDEGAARD"],
    ["Юлия Иванова", "Yulia Ivanova"],
    ["Bill Berg", "William Berg"],
  ] as const) {
    assert.ok(compareFullNames(a, b) >= SAME_NAME, `${a} and ${b}`);
  }
  assert.ok(compareFullNames("Andrei Berg", "Alexei Berg") < SAME_NAME);
  assert.ok(compareFullNames("Kari Nordmann", "Ola Hansen") < SAME_NAME);
  assert.equal(compareFullNames("", "Hansen"), 0);
});

test("is symmetric", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 4 }).map((list) => list.join(" "));
  fc.assert(
    fc.property(words, words, (a, b) => Math.abs(compareFullNames(a, b) - compareFullNames(b, a)) < 1e-9),
  );
});

const samples = process.env["VARDE_LINKAGE_SAMPLES"];
const pairsFile = samples && join(samples, "name-pairs.csv");

test("tells people apart by name alone at least as well as promised, on public pairs", {
  skip:
    pairsFile && existsSync(pairsFile) ? false : "set VARDE_LINKAGE_SAMPLES to a folder with name-pairs.csv",
}, () => {
  const pairs = parse(readFileSync(pairsFile as string), { columns: true }) as Record<string, string>[];
  const judged = pairs.map((pair) => ({
    said: compareFullNames(pair["name1"] ?? "", pair["name2"] ?? "") >= SAME_NAME,
    right: pair["is_match"] === "true",
  }));
  const both = judged.filter(({ said, right }) => said && right).length;
  const f1 =
    (2 * both) / (judged.filter(({ said }) => said).length + judged.filter(({ right }) => right).length);
  assert.ok(f1 >= 0.82, `F1 is ${f1}`);
});
