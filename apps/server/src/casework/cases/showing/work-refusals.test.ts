import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { LANGUAGES } from "@varde/contract";
import { caseWordsIn } from "./case-words.ts";

const SLICE = fileURLToPath(new URL("..", import.meta.url));

/** Codes the pages know without being told. */
const KNOWN_TO_PAGES = new Set(["unknownPlaceInList"]);

test("whatever is refused in a case is said in words, in every language", () => {
  const sources = globSync("**/*.ts", { cwd: SLICE })
    .filter((path) => !path.endsWith(".test.ts") && !path.startsWith("guide"))
    .map((path) => readFileSync(`${SLICE}/${path}`, "utf8"));
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/\b(?:refused|missing|forbidden|invalid)\(\s*"(\w+)"/g)].map(([, code = ""]) => code),
  );
  assert.ok(codes.length > 20);
  for (const language of LANGUAGES) {
    const { refusals } = caseWordsIn(language, "2026-02-02");
    const mute = codes.filter((code) => !(code in refusals) && !KNOWN_TO_PAGES.has(code));
    assert.deepEqual([...new Set(mute)], []);
  }
});
