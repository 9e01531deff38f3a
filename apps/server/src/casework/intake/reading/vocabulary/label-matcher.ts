import { type DateOrder, dateOrderOfPattern } from "../values/date-order.ts";
import { labelKey, unqualified, withoutNation } from "./label-key.ts";
import { createSpeller } from "./spelling.ts";
import type { LabelTarget, LabelWords } from "./vocabulary.ts";

export interface LabelMeaning {
  target: LabelTarget;
  /** Counts only where no strong label gives the field. */
  weak: boolean;
  languages: Set<string>;
}

export interface LabelMatch {
  /** What the label can mean; several where languages disagree ("Nome"). Strong meanings stand first. */
  meanings: LabelMeaning[];
  /** Order of day, month and year, where the label tells it: "Date of birth (mm/dd/yyyy)". */
  dateOrder?: DateOrder;
}

export interface LabelMatcher {
  /** Finds what a text means as a label, tolerating numbering, brackets, plural marks and two languages side by side. */
  match(text: string): LabelMatch | undefined;
  /** As `match`, and forgives a close misspelling when it points at one meaning only. */
  matchLoosely(text: string): LabelMatch | undefined;
}

/** Characters of the longest text that can be a label. */
export const LONGEST_LABEL = 80;
const CACHE_SIZE = 20_000;
const NUMBERING =
  /^\s*(?:[-*•·▪–—>]+\s*)?(?:\d{1,2}(?:\.\d{1,2})+[.)]?\s+|[([]?(?:\d{1,2}|[a-zA-Z])[.)\]]\s*|\d{1,2}\s+(?=\p{Lu}))?/u;
const PLURAL_MARK =
  /\((?:s|n|en|e|es|er|r|i|y|te|a|o|t|ar|or|ene|et|na|ne|x)\)|(?<=\p{L})\/(?:s|n|i|e|en|y|r|t|ar|es)(?!\p{L})/giu;
const DASH = /\s+[-–—]\s+/;
const BRACKETS = /\(([^()]*)\)|\[([^[\]]*)\]/g;

/** Builds a matcher from words by language; `own` are added by a source profile and win over the shared ones. */
export function createLabelMatcher(shared: LabelWords, own: Record<string, string[]> = {}): LabelMatcher {
  const known = indexWords(shared);
  for (const [folded, meanings] of indexWords({ profile: own })) known.set(folded, meanings);
  const exact = new Map<string, LabelMatch | undefined>();
  const loose = new Map<string, LabelMatch | undefined>();
  const closest = createSpeller(known.keys());

  const ofNation = (key: string) =>
    known.get(withoutNation(key))?.filter(({ target }) => target === "nationalId");
  const lookUp = (key: string) => known.get(key) ?? known.get(unqualified(key)) ?? nonEmpty(ofNation(key));
  const lookUpLoosely = (key: string) =>
    agreed(closest(key).map((word) => known.get(word) ?? [])) ?? contained(known, key);

  const match = (text: string) => cached(exact, text, () => read(text, lookUp));
  return {
    match,
    matchLoosely: (text) => match(text) ?? cached(loose, text, () => read(text, lookUpLoosely)),
  };
}

function indexWords(words: LabelWords): Map<string, LabelMeaning[]> {
  const known = new Map<string, LabelMeaning[]>();
  for (const [language, targets] of Object.entries(words)) {
    for (const [key, labels] of Object.entries(targets)) {
      const weak = key.endsWith("?");
      const target = (weak ? key.slice(0, -1) : key) as LabelTarget;
      for (const label of labels) addMeaning(known, labelKey(label), target, weak, language);
    }
  }
  return known;
}

function addMeaning(
  known: Map<string, LabelMeaning[]>,
  key: string,
  target: LabelTarget,
  weak: boolean,
  language: string,
): void {
  if (key === "") return;
  const meanings = known.get(key) ?? [];
  const same = meanings.find((meaning) => meaning.target === target);
  if (same) {
    same.languages.add(language);
    same.weak &&= weak;
  } else {
    meanings.push({ target, weak, languages: new Set([language]) });
  }
  known.set(
    key,
    meanings.toSorted((a, b) => Number(a.weak) - Number(b.weak)),
  );
}

type LookUp = (key: string) => LabelMeaning[] | undefined;

function read(text: string, lookUp: LookUp): LabelMatch | undefined {
  if (text.length > LONGEST_LABEL || !/\p{L}/u.test(text) || /[:：=]\s*\S/.test(text)) return undefined;
  const plain = text.replace(NUMBERING, "").replace(PLURAL_MARK, "");
  let dateOrder: DateOrder | undefined;
  const bare = plain.replace(BRACKETS, (_, round: string | undefined, square: string | undefined) => {
    dateOrder ??= dateOrderOfPattern(round ?? square ?? "");
    return " ";
  });
  const forms = [text, plain, bare];
  for (const form of forms) {
    const meanings = lookUp(labelKey(form));
    if (meanings) return { meanings, dateOrder };
  }
  const meanings = meaningOfSides(bare, lookUp);
  return meanings && { meanings, dateOrder };
}

/**
 * "Surname / Nom": the known sides must agree on a target, a bare "name" with any name. Beside a side that is not known a strong label counts,
 * but only at a stroke: a dash parts labels from values too.
 */
function meaningOfSides(text: string, lookUp: LookUp): LabelMeaning[] | undefined {
  if (/\d/.test(text)) return undefined;
  const stroke = text.split(/\s*[/|]\s*/);
  const sides = stroke.length > 1 ? stroke : text.split(DASH);
  if (sides.length < 2 || sides.length > 4 || (stroke.length > 1 && DASH.test(text))) return undefined;
  const known = sides.map((side) => lookUp(labelKey(side))).filter((meanings) => meanings !== undefined);
  const exact = known.map((meanings) => meanings.filter(({ target }) => target !== "name"));
  const found = exact.some(({ length }) => length > 0) ? exact.filter(({ length }) => length > 0) : known;
  const common = found
    .flat()
    .filter(({ target }) => found.every((meanings) => meanings.some((meaning) => meaning.target === target)));
  const strong = common.filter(({ weak }) => !weak);
  const enough = known.length > 1 || (stroke.length > 1 && strong.length > 0);
  return enough ? (nonEmpty(strong) ?? nonEmpty(common)) : undefined;
}

/** The meaning that all words of one spelling share; none where they mean different things. */
function agreed(words: LabelMeaning[][]): LabelMeaning[] | undefined {
  const [first] = words;
  const target = first?.[0]?.target;
  const agree = words.every((meanings) => meanings.length === 1 && meanings[0]?.target === target);
  return agree && target !== "ignored" ? first : undefined;
}

/** Fields whose label may hold more words than known; who a person is must not hang on half a label. */
const CONTAINABLE: ReadonlySet<LabelTarget> = new Set([
  "alertType",
  "authority",
  "decisionDate",
  "effectiveFrom",
  "effectiveUntil",
  "measure",
  "nationality",
  "profession",
  "sendingCountry",
  "sex",
]);
const MOST_WORDS = 6;
const SHORTEST_CONTAINED = 5;

/** "Profession currently exercised": the longest known label within a longer one, as a weak meaning. */
function contained(known: Map<string, LabelMeaning[]>, key: string): LabelMeaning[] | undefined {
  const words = key.split(" ");
  if (words.length > MOST_WORDS) return undefined;
  for (let length = words.length - 1; length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const part = words.slice(start, start + length).join(" ");
      const meanings = part.length >= SHORTEST_CONTAINED ? known.get(part) : undefined;
      const found = meanings?.filter(({ target, weak }) => CONTAINABLE.has(target) && !weak) ?? [];
      if (found.length > 0 && found.length === meanings?.length)
        return found.map((meaning) => ({ ...meaning, weak: true }));
    }
  }
  return undefined;
}

function nonEmpty<T>(list: T[] | undefined): T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

function cached<T>(cache: Map<string, T>, key: string, compute: () => T): T {
  if (cache.has(key)) return cache.get(key) as T;
  const value = compute();
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(key, value);
  return value;
}
