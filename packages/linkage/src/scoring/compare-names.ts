import type { NameLevel } from "../link-result.ts";
import { type Token, type TokenLevel, tokenLevel, tokenOf } from "../names/token-level.ts";
import type { NameField } from "../model/model.ts";
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
  i: number;
  j: number;
  level: TokenLevel;
  weight: number;
}

/**
 * Pairs the parts of two names so that the heaviest agreements come first, whatever their order. Parts left over
 * on both sides of the same field differ; parts left over on one side only are omitted, which weighs little.
 */
export function compareNames(
  asked: readonly NamePart[],
  found: readonly NamePart[],
  levelOf: TokenComparison,
  weigh: PairWeight,
): NamePairing[] {
  const askedLeft = new Set(asked.keys());
  const foundLeft = new Set(found.keys());
  const pairings: NamePairing[] = [];
  for (const { i, j, level } of agreeingPairs(asked, found, levelOf, weigh)) {
    if (!askedLeft.has(i) || !foundLeft.has(j)) continue;
    askedLeft.delete(i);
    foundLeft.delete(j);
    pairings.push(pairing(asked[i] as NamePart, found[j] as NamePart, level));
  }
  const restAsked = [...askedLeft].map((i) => asked[i] as NamePart);
  const restFound = [...foundLeft].map((j) => found[j] as NamePart);
  pairings.push(...joinedPairings(restAsked, restFound), ...joinedPairings(restFound, restAsked).map(turned));
  pairings.push(...leftOver(restAsked, restFound));
  return pairings;
}

function agreeingPairs(
  asked: readonly NamePart[],
  found: readonly NamePart[],
  levelOf: TokenComparison,
  weigh: PairWeight,
): Pair[] {
  const pairs: Pair[] = [];
  asked.forEach((a, i) => {
    found.forEach((b, j) => {
      const level = levelOf(a.token, b.token);
      if (level === "differs") return;
      const weight = weigh(fieldOf(a.role), a, level, isCrossed(a.role, b.role));
      if (weight > 0) pairs.push({ i, j, level, weight });
    });
  });
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

/** Finds two neighbouring parts of one name written as one word in the other (Anne Marie, Annemarie). */
function joinedPairings(apart: NamePart[], together: NamePart[]): NamePairing[] {
  const found: NamePairing[] = [];
  for (let i = 0; i + 1 < apart.length; i++) {
    const [first, second] = [apart[i], apart[i + 1]] as [NamePart, NamePart];
    const token = tokenOf(first.token.text + second.token.text);
    const at = together.findIndex((part) => ["equal", "spelling"].includes(tokenLevel(token, part.token)));
    const whole = together[at];
    if (whole === undefined) continue;
    found.push(
      pairing({ token, written: `${first.written} ${second.written}`, role: first.role }, whole, "joined"),
    );
    apart.splice(i, 2);
    together.splice(at, 1);
    i--;
  }
  return found;
}

function leftOver(asked: NamePart[], found: NamePart[]): NamePairing[] {
  const rest = found.filter((part) => part.role !== "earlierName");
  const pairings = asked
    .filter((part) => part.role !== "earlierName")
    .map((part): NamePairing => {
      const at = rest.findIndex((other) => fieldOf(other.role) === fieldOf(part.role));
      if (at < 0)
        return { field: fieldOf(part.role), asked: part, found: null, level: "omitted", crossed: false };
      const [other = null] = rest.splice(at, 1);
      return { field: fieldOf(part.role), asked: part, found: other, level: "differs", crossed: false };
    });
  const extra = rest.map(
    (part): NamePairing => ({
      field: fieldOf(part.role),
      asked: null,
      found: part,
      level: "omitted",
      crossed: false,
    }),
  );
  return [...pairings, ...extra];
}
