import { fold } from "../vocabulary/fold.ts";
import type { LabelTarget } from "../vocabulary/vocabulary.ts";
import type { ResolvedPair } from "./resolve-targets.ts";

const OF_A_PERSON: ReadonlySet<LabelTarget> = new Set([
  "alertNumber",
  "surname",
  "forename",
  "fullName",
  "birthDate",
  "nationalId",
]);

/** Sorts the pairs of one container into entries, one a person; pairs that hold for all are given to each. */
export function groupPairs(pairs: readonly ResolvedPair[]): ResolvedPair[][] {
  const groups = [...Map.groupBy(pairs, ({ person }) => person ?? "")];
  const people = groups
    .filter(([person, group]) => person !== "" && tellsOfPerson(group))
    .map(([, group]) => group);
  const ofPeople = new Set(people.flat());
  const loose = pairs.filter((pair) => !ofPeople.has(pair));
  if (people.length === 0) return splitSequence(loose);
  const separate = loose.some(
    ({ target, value }) => (target === "surname" || target === "fullName") && value.trim() !== "",
  );
  return separate
    ? [...splitSequence(loose), ...people]
    : people.map((group) => [...loose.filter((pair) => isShared(pair, group)), ...group]);
}

function tellsOfPerson(group: readonly ResolvedPair[]): boolean {
  return group.some(({ target, weak, value }) => OF_A_PERSON.has(target) && !weak && value.trim() !== "");
}

function isShared(pair: ResolvedPair, group: readonly ResolvedPair[]): boolean {
  return (
    pair.target === "ignored" ||
    !group.some(({ target, value }) => target === pair.target && value.trim() !== "")
  );
}

/**
 * Parts labels that follow each other into people: a new person begins where the first label comes back,
 * provided something that names a person comes back with another value. What stands before is shared.
 */
function splitSequence(pairs: readonly ResolvedPair[]): ResolvedPair[][] {
  if (!namesSeveral(pairs)) return pairs.length > 0 ? [[...pairs]] : [];
  const counts = Map.groupBy(
    pairs.filter(({ target }) => target !== "ignored"),
    ({ target }) => target,
  );
  const repeated = [...counts].filter(([, found]) => found.length > 1).map(([target]) => target);
  const candidates = [...repeated, ...OF_A_PERSON];
  for (const target of candidates) {
    const blocks = blocksFrom(pairs, target);
    if (
      blocks &&
      blocks.people.every(tellsOfPerson) &&
      blocks.people.every((block) => !namesSeveral(block))
    ) {
      return blocks.people.map((block) => [
        ...blocks.shared.filter((pair) => isShared(pair, block)),
        ...block,
      ]);
    }
  }
  return [[...pairs]];
}

function namesSeveral(pairs: readonly ResolvedPair[]): boolean {
  const seen = new Map<LabelTarget, string>();
  let several = 0;
  for (const { target, weak, value } of pairs) {
    const folded = fold(value);
    if (weak || folded === "" || !(target === "surname" || target === "fullName" || target === "alertNumber"))
      continue;
    const before = seen.get(target);
    if (before !== undefined && before !== folded) several++;
    seen.set(target, folded);
  }
  return several > 0;
}

function blocksFrom(
  pairs: readonly ResolvedPair[],
  target: LabelTarget,
): { shared: ResolvedPair[]; people: ResolvedPair[][] } | undefined {
  const starts = pairs.flatMap((pair, index) => (pair.target === target ? [index] : []));
  const [first] = starts;
  if (first === undefined || starts.length < 2) return undefined;
  return {
    shared: pairs.slice(0, first),
    people: starts.map((start, index) => pairs.slice(start, starts[index + 1] ?? pairs.length)),
  };
}
