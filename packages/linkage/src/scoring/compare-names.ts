import type { NameLevel } from "../link-result.ts";
import type { NameField } from "../model/model.ts";
import { foldedTogether } from "../names/name-tokens.ts";
import { type Token, type TokenLevel, tokenLevel, tokenOf } from "../names/token-level.ts";
import type { NamePart, NameRole } from "./prepare.ts";

/** One part of a name in the query, in the register, or in both, and how they agree. */
export interface NamePairing {
  field: NameField;
  asked: NamePart | null;
  found: NamePart | null;
  level: NameLevel;
  /** The part stands as forename in one record and as surname in the other. */
  crossed: boolean;
}

/** Weighs a pair of name parts at a level, in bits; used to choose which parts belong together. */
export type PairWeight = (
  field: NameField,
  asked: NamePart,
  level: TokenLevel | "joined",
  crossed: boolean,
) => number;

/** The level at which two single names agree. */
export type TokenComparison = (asked: Token, found: Token) => TokenLevel;

/** The name field in which a role is counted; an earlier name is counted as a surname. */
export const fieldOf = (role: NameRole): NameField => (role === "earlierName" ? "surname" : role);

/** Middle names are family names as often as given names, so only the ends of the name can cross. */
const isCrossed = (a: NameRole, b: NameRole): boolean =>
  (a === "forename" && (b === "surname" || b === "earlierName")) ||
  (b === "forename" && (a === "surname" || a === "earlierName"));

interface Pair {
  asked: NamePart;
  found: NamePart;
  i: number;
  j: number;
  level: TokenLevel;
  weight: number;
}

/**
 * Pairs the parts of two names whatever their order: what is the same, what is written together in one of them,
 * then what is alike, the heaviest first. Parts left over
 * on both sides of the same field differ; parts left over on one side only are omitted, which weighs little.
 */
export function compareNames(
  asked: readonly NamePart[],
  found: readonly NamePart[],
  levelOf: TokenComparison,
  weigh: PairWeight,
): NamePairing[] {
  const pairs = agreeingPairs(asked, found, levelOf, weigh);
  const left: Left = { asked: new Set(asked), found: new Set(found) };
  const same = taken(
    pairs.filter((pair) => SAME_WORD.has(pair.level)),
    left,
  );
  const [restAsked, restFound] = [[...left.asked], [...left.found]];
  const joined = [
    ...joinedPairings(restAsked, restFound),
    ...joinedPairings(restFound, restAsked).map(turned),
  ];
  left.asked = new Set(restAsked);
  left.found = new Set(restFound);
  const alike = taken(pairs, left);
  return [...same, ...joined, ...alike, ...leftOver([...left.asked], [...left.found])];
}

/** The parts of either name that have no counterpart yet. */
interface Left {
  asked: Set<NamePart>;
  found: Set<NamePart>;
}

/** Pairs off what is left, heaviest first. */
function taken(pairs: readonly Pair[], left: Left): NamePairing[] {
  const pairings: NamePairing[] = [];
  for (const { asked, found, level } of pairs) {
    if (!left.asked.has(asked) || !left.found.has(found)) continue;
    left.asked.delete(asked);
    left.found.delete(found);
    pairings.push(pairing(asked, found, level));
  }
  return pairings;
}

function agreeingPairs(
  asked: readonly NamePart[],
  found: readonly NamePart[],
  levelOf: TokenComparison,
  weigh: PairWeight,
): Pair[] {
  const pairs: Pair[] = [];
  for (const [i, a] of asked.entries()) {
    const field = fieldOf(a.role);
    const differing = weigh(field, a, "differs", false);
    for (const [j, b] of found.entries()) {
      const level = levelOf(a.token, b.token);
      if (level === "differs") continue;
      const weight = weigh(field, a, level, isCrossed(a.role, b.role));
      if (weight > differing) pairs.push({ asked: a, found: b, i, j, level, weight });
    }
  }
  return pairs.sort((p, q) => q.weight - p.weight || p.i - q.i || p.j - q.j);
}

const pairing = (asked: NamePart, found: NamePart, level: NameLevel): NamePairing => ({
  field: fieldOf(asked.role),
  asked,
  found,
  level,
  crossed: isCrossed(asked.role, found.role),
});

const turned = ({ asked, found, ...rest }: NamePairing): NamePairing => ({
  ...rest,
  asked: found,
  found: asked,
});

/** Finds what is one word in the one name and several, or has a particle, in the other (Anne Marie, Annemarie). */
function joinedPairings(apart: NamePart[], together: NamePart[]): NamePairing[] {
  const found: NamePairing[] = [];
  if (together.length === 0) return found;
  for (let i = 0; i < apart.length; i++) {
    const part = apart[i] as NamePart;
    const next = apart[i + 1];
    const wholes = next ? [part.written, `${part.written} ${next.written}`] : [part.written];
    for (const written of wholes) {
      const at = together.findIndex((other) => isWrittenTogether(written, other));
      const whole = together[at];
      if (whole === undefined) continue;
      found.push(pairing({ ...part, written }, whole, "joined"));
      apart.splice(i, written === part.written ? 1 : 2);
      together.splice(at, 1);
      i--;
      break;
    }
  }
  return found;
}

const MOST_LETTERS_OFF = 3;
const SEVERAL_WORDS = /[^\p{L}]/u;

function isWrittenTogether(written: string, other: NamePart): boolean {
  if (Math.abs(written.length - 1 - other.token.text.length) > MOST_LETTERS_OFF) return false;
  return SEVERAL_WORDS.test(written) && SAME_WORD.has(tokenLevel(asOneWord(written), other.token));
}

const MOST_REMEMBERED = 20_000;
const oneWords = new Map<string, Token>();

/** The token of a name written as one word; names come again from candidate to candidate, so it is remembered. */
function asOneWord(written: string): Token {
  const known = oneWords.get(written);
  if (known) return known;
  if (oneWords.size >= MOST_REMEMBERED) oneWords.clear();
  const token = tokenOf(foldedTogether(written));
  oneWords.set(written, token);
  return token;
}

const SAME_WORD: ReadonlySet<string> = new Set(["equal", "spelling"]);

/** Pairs what nothing agrees with: first within a field, then forename with surname, and the rest with nothing. */
function leftOver(asked: NamePart[], found: NamePart[]): NamePairing[] {
  if (asked.length + found.length === 0) return [];
  const restAsked = asked.filter((part) => part.role !== "earlierName");
  const restFound = found.filter((part) => part.role !== "earlierName");
  const isEnd = (part: NamePart): boolean => part.role !== "middleName";
  return [
    ...differing(restAsked, restFound, (a, b) => a.role === b.role),
    ...differing(restAsked, restFound, (a, b) => isEnd(a) && isEnd(b)),
    ...restAsked.map((part) => lonely(part, part, null)),
    ...restFound.map((part) => lonely(part, null, part)),
  ];
}

/** Takes the pairs that belong together out of both lists. */
function differing(
  asked: NamePart[],
  found: NamePart[],
  belong: (a: NamePart, b: NamePart) => boolean,
): NamePairing[] {
  const pairings: NamePairing[] = [];
  for (let i = 0; i < asked.length; i++) {
    const part = asked[i] as NamePart;
    const at = found.findIndex((candidate) => belong(part, candidate));
    if (at < 0) continue;
    const [other = null] = found.splice(at, 1);
    asked.splice(i--, 1);
    pairings.push({ field: fieldOf(part.role), asked: part, found: other, level: "differs", crossed: false });
  }
  return pairings;
}

const lonely = (part: NamePart, asked: NamePart | null, found: NamePart | null): NamePairing => ({
  field: fieldOf(part.role),
  asked,
  found,
  level: "omitted",
  crossed: false,
});
