import type { Pair } from "../layout/layout.ts";
import type { LabelMeaning } from "../vocabulary/label-matcher.ts";
import type { LabelTarget } from "../vocabulary/vocabulary.ts";

export interface ResolvedPair extends Pair {
  target: LabelTarget;
  weak: boolean;
}

export interface ResolvedText {
  pairs: ResolvedPair[];
  /** The language most labels are in, e.g. "de"; none where there are no labels. */
  language?: string;
}

/** Settles what each label means where languages disagree: the language that most labels of the text share decides. */
export function resolveTargets(pairs: readonly Pair[]): ResolvedText {
  const votes = countVotes(pairs);
  const score = ({ languages }: LabelMeaning) =>
    Math.max(...[...languages].map((language) => votes.get(language) ?? 0));
  const resolved = pairs.flatMap((pair): ResolvedPair[] => {
    const [best] = pair.match.meanings.toSorted(
      (a, b) => Number(a.weak) - Number(b.weak) || score(b) - score(a),
    );
    return best ? [{ ...pair, target: best.target, weak: best.weak }] : [];
  });
  const [language] = [...votes].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  return { pairs: settleNames(resolved), language };
}

function countVotes(pairs: readonly Pair[]): Map<string, number> {
  const votes = new Map<string, number>([["profile", 1000]]);
  for (const { match } of pairs) {
    const languages = new Set(match.meanings.flatMap((meaning) => [...meaning.languages]));
    for (const language of languages) {
      if (language !== "profile") votes.set(language, (votes.get(language) ?? 0) + 1 / languages.size);
    }
  }
  votes.delete("profile");
  return votes;
}

/** A bare "Name" is the surname beside a forename, the forename beside a surname, and else the whole name. */
function settleNames(pairs: ResolvedPair[]): ResolvedPair[] {
  const has = (target: LabelTarget) =>
    pairs.some((pair) => pair.target === target && pair.value.trim() !== "");
  const meaning: LabelTarget = has("surname")
    ? has("forename")
      ? "ignored"
      : "forename"
    : has("forename")
      ? "surname"
      : "fullName";
  return pairs.map((pair) => (pair.target === "name" ? { ...pair, target: meaning } : pair));
}
