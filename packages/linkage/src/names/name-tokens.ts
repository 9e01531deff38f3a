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
const BETWEEN_TOKENS = /[^\p{L}\p{M}\p{N}'’‘ʼʻ`´]+/u;
const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;
const HAS_DIGIT = /\d/;
const HAS_LETTER = /\p{L}/u;
const MISREAD: Record<string, string> = { "0": "o", "1": "l", "5": "s", "8": "b", "6": "g" };

/** One part of a name: as written, and folded for comparison. */
export interface NameToken {
  written: string;
  text: string;
}

/**
 * Splits a written name into comparable tokens: lower case, unaccented Latin letters, without particles (unless
 * nothing else is there). Digits inside a word are read as the letters a scanner takes for them.
 */
export function nameTokens(written: string): NameToken[] {
  const tokens: NameToken[] = [];
  for (const part of written.slice(0, LONGEST_TEXT).split(BETWEEN_TOKENS)) {
    const text = foldPart(part);
    if (text !== "") tokens.push({ written: part, text });
  }
  return tokens.length < 2 ? tokens : withParticles(joinPrefixes(tokens));
}

/** The whole of a name part, particles too, as one word: `de Vries` is `devries`. */
export function foldedTogether(written: string): string {
  return foldPart(written);
}

/** Particles stay in what is written of the name they stand before, but are not compared. */
function withParticles(parts: readonly NameToken[]): NameToken[] {
  const names: NameToken[] = [];
  let before: string[] = [];
  for (const { written, text } of parts) {
    if (PARTICLES.has(text)) before.push(written);
    else {
      names.push({ written: [...before, written].join(" "), text });
      before = [];
    }
  }
  return names.length > 0 ? names : [...parts];
}

function foldPart(part: string): string {
  const plain = transliterate(part).toLowerCase().replace(APOSTROPHES, "").replace(NOT_LETTERS, "");
  return readAsLetters(plain).slice(0, LONGEST_TOKEN);
}

function readAsLetters(part: string): string {
  if (!HAS_DIGIT.test(part) || !HAS_LETTER.test(part)) return part;
  return part.replace(/[01568]/g, (digit) => MISREAD[digit] ?? digit);
}

function joinPrefixes(parts: readonly NameToken[]): NameToken[] {
  const joined: NameToken[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as NameToken;
    const prefix = JOINING.get(part.text);
    const isArticle = prefix === "abdul" && ARTICLES.has(parts[i + 1]?.text ?? "");
    const last = i + (isArticle ? 2 : 1);
    const next = parts[last];
    if (prefix === undefined || next === undefined) joined.push(part);
    else {
      const written = parts
        .slice(i, last + 1)
        .map((piece) => piece.written)
        .join(" ");
      joined.push({ written, text: prefix + next.text });
      i = last;
    }
  }
  return joined;
}

const ARTICLES = new Set(["al", "el", "ul", "ur", "us"]);
