import { type DateOrder, dateOrderOfPattern } from "../values/date-order.ts";
import { fold } from "./fold.ts";
import { closestSpelling } from "./spelling.ts";
import { type LabelTarget, type LabelWords, qualifiers } from "./vocabulary.ts";

export interface LabelMeaning {
  target: LabelTarget;
  /** Counts only where no strong label gives the field. */
  weak: boolean;
  languages: Set<string>;
}

export interface LabelMatch {
  /** What the label can mean; several where languages disagree ("Nome"). Strong meanings stand first. */
  meanings: LabelMeaning[];
  /** Not spelt quite as known. */
  misspelt: boolean;
  /** Order of day, month and year, where the label tells it: "Date of birth (mm/dd/yyyy)". */
  dateOrder?: DateOrder;
}

export interface LabelMatcher {
  /** Finds what a text means as a label, tolerating numbering, brackets, plural marks and two languages side by side. */
  match(text: string): LabelMatch | undefined;
  /** As `match`, and forgives a close misspelling when it points at one meaning only. */
  matchLoosely(text: string): LabelMatch | undefined;
}

const LONGEST_LABEL = 80;
const CACHE_SIZE = 20_000;
const NUMBERING =
  /^\s*(?:[-*•·▪–—>]+\s*)?(?:[([]?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z])[.)\]]\s*|\d{1,2}(?:\.\d{1,2})+\s+|\d{1,2}\s+(?=\p{Lu}))?/u;
const PLURAL_MARK = /\((?:s|n|en|e|es|er|r|i|y|te|a|o|t|ar|or|ene|et|na|ne|x)\)/giu;
const BRACKETS = /\(([^()]*)\)|\[([^[\]]*)\]/g;

/** Builds a matcher from words by language; `own` are added by a source profile and win over the shared ones. */
export function createLabelMatcher(shared: LabelWords, own: Record<string, string[]> = {}): LabelMatcher {
  const known = indexWords(shared);
  for (const [folded, meanings] of indexWords({ profile: own })) known.set(folded, meanings);
  const exact = new Map<string, LabelMatch | undefined>();
  const loose = new Map<string, LabelMatch | undefined>();

  const lookUp = (folded: string): LabelMeaning[] | undefined =>
    known.get(folded) ?? known.get(unqualified(folded));

  const match = (text: string) => cached(exact, text, () => read(text, lookUp, false));
  return {
    match,
    matchLoosely: (text) =>
      match(text) ?? cached(loose, text, () => read(text, (folded) => meaningOfClosest(known, folded), true)),
  };
}

function indexWords(words: LabelWords): Map<string, LabelMeaning[]> {
  const known = new Map<string, LabelMeaning[]>();
  for (const [language, targets] of Object.entries(words)) {
    for (const [key, labels] of Object.entries(targets)) {
      const weak = key.endsWith("?");
      const target = (weak ? key.slice(0, -1) : key) as LabelTarget;
      for (const label of labels) addMeaning(known, fold(label), target, weak, language);
    }
  }
  return known;
}

function addMeaning(
  known: Map<string, LabelMeaning[]>,
  folded: string,
  target: LabelTarget,
  weak: boolean,
  language: string,
): void {
  if (folded === "") return;
  const meanings = known.get(folded) ?? [];
  const same = meanings.find((meaning) => meaning.target === target);
  if (same) {
    same.languages.add(language);
    same.weak &&= weak;
  } else {
    meanings.push({ target, weak, languages: new Set([language]) });
  }
  known.set(
    folded,
    meanings.toSorted((a, b) => Number(a.weak) - Number(b.weak)),
  );
}

function read(
  text: string,
  lookUp: (folded: string) => LabelMeaning[] | undefined,
  misspelt: boolean,
): LabelMatch | undefined {
  if (text.length > LONGEST_LABEL || !/\p{L}/u.test(text)) return undefined;
  const plain = text.replace(NUMBERING, "").replace(PLURAL_MARK, "");
  let dateOrder: DateOrder | undefined;
  const bare = plain.replace(BRACKETS, (_, round: string | undefined, square: string | undefined) => {
    dateOrder ??= dateOrderOfPattern(round ?? square ?? "");
    return " ";
  });
  const forms = [text, plain, bare];
  for (const form of forms) {
    const meanings = lookUp(fold(form));
    if (meanings) return { meanings, misspelt, dateOrder };
  }
  const meanings = meaningOfSides(bare, lookUp);
  return meanings && { meanings, misspelt, dateOrder };
}

/** "Surname / Nom": the sides must agree on a target, and a side that is no label spoils nothing. */
function meaningOfSides(
  text: string,
  lookUp: (folded: string) => LabelMeaning[] | undefined,
): LabelMeaning[] | undefined {
  const sides = text.split(/\s*[/|]\s*|\s+[-–—]\s+/);
  if (sides.length < 2 || sides.length > 4) return undefined;
  const found = sides.map((side) => lookUp(fold(side))).filter((meanings) => meanings !== undefined);
  if (found.length < 2) return undefined;
  const common = (found[0] ?? []).filter(({ target }) =>
    found.every((meanings) => meanings.some((meaning) => meaning.target === target)),
  );
  return common.length > 0 ? common : undefined;
}

function unqualified(folded: string): string {
  let text = folded;
  for (const qualifier of qualifiers) {
    if (text.endsWith(` ${qualifier}`)) text = text.slice(0, -qualifier.length - 1);
    if (text.startsWith(`${qualifier} `)) text = text.slice(qualifier.length + 1);
  }
  return text;
}

function meaningOfClosest(known: Map<string, LabelMeaning[]>, folded: string): LabelMeaning[] | undefined {
  const close = closestSpelling(known.keys(), folded).map((word) => known.get(word) ?? []);
  const [first] = close;
  const target = first?.[0]?.target;
  const agree = close.every((meanings) => meanings.length === 1 && meanings[0]?.target === target);
  return agree && target !== "ignored" ? first : undefined;
}

function cached<T>(cache: Map<string, T>, key: string, compute: () => T): T {
  if (cache.has(key)) return cache.get(key) as T;
  const value = compute();
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(key, value);
  return value;
}
