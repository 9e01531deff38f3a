import { transliterate } from "./transliterate.ts";

/** Longest text and token looked at; anything beyond cannot tell people apart and is ignored. */
const LONGEST_TEXT = 400;
const LONGEST_TOKEN = 40;

const PARTICLES = new Set(
  "von van der den de del della di da das do dos du la le las los lo bin bint binti ibn al el ul af av zu zum zur ter ten y e und dr prof mr mrs ms sr jr".split(
    " ",
  ),
);

/** Parts that are written together with the next name as often as apart from it: Mc Donald, Abd al-Rahman. */
const JOINING = new Map([
  ["mc", "mc"],
  ["mac", "mac"],
  ["o", "o"],
  ["fitz", "fitz"],
  ["abd", "abdul"],
  ["abdul", "abdul"],
  ["abdel", "abdul"],
  ["abdal", "abdul"],
  ["dela", "dela"],
  ["delos", "delos"],
]);

const APOSTROPHES = /['’‘ʼʻ`´]/g;
const BETWEEN_TOKENS = /[^\p{L}\p{N}]+/u;
const HAS_DIGIT = /\d/;
const HAS_LETTER = /\p{L}/u;
const MISREAD: Record<string, string> = { "0": "o", "1": "l", "5": "s", "8": "b", "6": "g" };

/**
 * Splits a written name into comparable tokens: lower case, unaccented Latin letters, without particles (unless
 * nothing else is there). Digits inside a word are read as the letters a scanner takes for them.
 */
export function nameTokens(written: string): string[] {
  const plain = transliterate(written.slice(0, LONGEST_TEXT)).toLowerCase().replace(APOSTROPHES, "");
  const parts = plain.split(BETWEEN_TOKENS).filter((part) => part !== "");
  const names = joinPrefixes(parts.map(readAsLetters));
  const bare = names.filter((name) => !PARTICLES.has(name));
  return (bare.length > 0 ? bare : names).map((name) => name.slice(0, LONGEST_TOKEN));
}

function readAsLetters(part: string): string {
  if (!HAS_DIGIT.test(part) || !HAS_LETTER.test(part)) return part;
  return part.replace(/[01568]/g, (digit) => MISREAD[digit] ?? digit);
}

function joinPrefixes(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? "";
    const prefix = JOINING.get(part);
    const isArticle = prefix === "abdul" && /^(al|el|ul|ur|us)$/.test(parts[i + 1] ?? "");
    const next = parts[isArticle ? i + 2 : i + 1];
    if (prefix === undefined || next === undefined) joined.push(part);
    else {
      joined.push(prefix + next);
      i += isArticle ? 2 : 1;
    }
  }
  return joined;
}
