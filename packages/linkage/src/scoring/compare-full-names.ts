import type { NameLevel } from "../link-result.ts";
import { nameTokens } from "../names/name-tokens.ts";
import { tokenLevel, tokenOf } from "../names/token-level.ts";
import { compareNames, type NamePairing } from "./compare-names.ts";
import type { NamePart } from "./prepare.ts";

/** How alike two name parts at a level are when nothing is known about how common they are. */
const LIKENESS: Record<NameLevel, number> = {
  equal: 1,
  spelling: 0.97,
  joined: 0.97,
  oneLetter: 0.9,
  nickname: 0.85,
  sound: 0.8,
  shortened: 0.8,
  initial: 0.8,
  twoLetters: 0.7,
  omitted: 0,
  differs: 0,
};

/** One letter in a name as short as this makes it another name as often as not. */
const SHORT = 4;
const ONE_LETTER_OF_SHORT = 0.75;

/** What each part costs that the other name lacks; leaving out is common. */
const OMISSION_COSTS = 0.04;

/** What is left when a part of the one name stands against another part of the other. */
const CONTRADICTION_LEAVES = 0.75;

/** From this likeness on, two full names are taken for the same person's when nothing else is known. */
export const SAME_NAME = 0.8;

/**
 * Compares two full names of which nothing else is known, neither which part is the surname nor how common they
 * are: 1 for the same, 0 for nothing in common. Symmetric. For people with more than a name use an index.
 */
export function compareFullNames(a: string, b: string): number {
  const pairings = compareNames(partsOf(a), partsOf(b), tokenLevel, (_, part, level) =>
    likeness(level, part),
  );
  const compared = pairings.filter((pairing) => pairing.level !== "omitted");
  if (compared.length === 0) return 0;
  const mean = compared.reduce((sum, pairing) => sum + likenessOf(pairing), 0) / compared.length;
  const contradictions = compared.filter((pairing) => pairing.level === "differs").length;
  const omissions = pairings.length - compared.length;
  return Math.max(0, mean * CONTRADICTION_LEAVES ** contradictions - OMISSION_COSTS * omissions);
}

const partsOf = (written: string): NamePart[] =>
  nameTokens(written).map((token) => ({
    token: tokenOf(token.text),
    written: token.written,
    role: "middleName",
  }));

function likenessOf({ level, asked, found }: NamePairing): number {
  const [one, other] = [asked, found].map((part) => likeness(level, part as NamePart));
  return Math.min(one ?? 0, other ?? 0);
}

function likeness(level: NameLevel, part: NamePart): number {
  return level === "oneLetter" && part.token.text.length <= SHORT ? ONE_LETTER_OF_SHORT : LIKENESS[level];
}
