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

/** The field two parts are compared in: the register's where they stand in different ones, as it knows better. */
const fieldOfPair = (asked: NamePart, found: NamePart): NameField =>
  fieldOf(isCrossed(asked.role, found.role) ? found.role : asked.role);

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
 * then what is alike, the heaviest first. Parts left over on both sides of the same field differ; parts left over
 * on one side only are omitted, which weighs little.
 */
export function compareNames(
  asked: readonly NamePart[],
  found: readonly NamePart[],
  levelOf: TokenComparison,
  weigh: PairWeight,
): NamePairing[] {
  const pairs = agreeingPairs(asked, found, levelOf, weigh);
  const left: Left = { asked: [...asked], found: [...found] };
  const pairings: NamePairing[] = [];
  for (const pair of pairs) if (SAME_WORD.has(pair.level)) take(pair, left, pairings);
  if (left.asked.length > 0 && left.found.length > 0) {
    pairings.push(...joinedPairings(left.asked, left.found));
    pairings.push(...joinedPairings(left.found, left.asked).map(turned));
    for (const pair of pairs) take(pair, left, pairings);
  }
  pairings.push(...leftOver(left.asked, left.found));
  return pairings;
}

/** The parts of either name that have no counterpart yet, in order. */
interface Left {
  asked: NamePart[];
  found: NamePart[];
}

/** Pairs two parts off, unless one of them has its counterpart already. */
function take({ asked, found, level }: Pair, left: Left, pairings: NamePairing[]): void {
  const atAsked = left.asked.indexOf(asked);
  const atFound = left.found.indexOf(found);
  if (atAsked < 0 || atFound < 0) return;
  left.asked.splice(atAsked, 1);
  left.found.splice(atFound, 1);
  pairings.push(pairing(asked, found, level));
}

function agreeingPairs(
  asked: readonly NamePart[],
  found: readonly NamePart[],
  levelOf: TokenComparison,
  weigh: PairWeight,
): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i < asked.length; i++) {
    const a = asked[i] as NamePart;
    const field = fieldOf(a.role);
    for (let j = 0; j < found.length; j++) {
      const b = found[j] as NamePart;
      const level = levelOf(a.token, b.token);
      if (level === "differs") continue;
      const weight = weigh(field, a, level, isCrossed(a.role, b.role));
      if (weight > weigh(field, a, "differs", false)) pairs.push({ asked: a, found: b, i, j, level, weight });
    }
  }
  return pairs.length < 2 ? pairs : pairs.sort((p, q) => q.weight - p.weight || p.i - q.i || p.j - q.j);
}

const pairing = (asked: NamePart, found: NamePart, level: NameLevel): NamePairing => ({
  field: fieldOfPair(asked, found),
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
  for (let i = 0; i < apart.length && together.length > 0; i++) {
    const part = apart[i] as NamePart;
    let next: NamePart | undefined;
    let at = wholeOf(part, next, together);
    if (at < 0 && i + 1 < apart.length) {
      next = apart[i + 1];
      at = wholeOf(part, next, together);
    }
    if (at < 0) continue;
    const [whole] = together.splice(at, 1);
    found.push(pairing({ ...part, written: writtenApart(part, next) }, whole as NamePart, "joined"));
    apart.splice(i--, next ? 2 : 1);
  }
  return found;
}

/** Where the one word is that a part, alone or with the next, is in several; -1 for nowhere. */
function wholeOf(part: NamePart, next: NamePart | undefined, together: readonly NamePart[]): number {
  for (let at = 0; at < together.length; at++)
    if (isWrittenTogether(part, next, together[at] as NamePart)) return at;
  return -1;
}

const MOST_LETTERS_OFF = 3;

const writtenApart = (part: NamePart, next: NamePart | undefined): string =>
  next ? `${part.written} ${next.written}` : part.written;

/** Whether a part, alone or with the next, is in several words what the other is in one. */
function isWrittenTogether(part: NamePart, next: NamePart | undefined, other: NamePart): boolean {
  const length = part.written.length + (next ? next.written.length + 1 : 0);
  if (Math.abs(length - 1 - other.token.text.length) > MOST_LETTERS_OFF) return false;
  if (next === undefined ? isOneWord(part.written) : !mayBegin(part, other)) return false;
  return SAME_WORD.has(tokenLevel(asOneWord(writtenApart(part, next)), other.token));
}

const isOneWord = (written: string): boolean => /^\p{L}*$/u.test(written);

/** Rules of spelling look at no more letters than this from the start of a name. */
const LETTERS_OF_A_BEGINNING = 3;

/** Whether one word can begin with the part: its first letter in one spelling for all habits is the same. */
function mayBegin({ token, written }: NamePart, whole: NamePart): boolean {
  if (token.habit.charAt(0) === whole.token.habit.charAt(0)) return true;
  return token.text.length < LETTERS_OF_A_BEGINNING || !isOneWord(written);
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
    const [other] = found.splice(at, 1) as [NamePart];
    asked.splice(i--, 1);
    const field = fieldOfPair(part, other);
    pairings.push({ field, asked: part, found: other, level: "differs", crossed: false });
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
