const SHORTEST = 6;
const LONG = 11;

/**
 * Makes a finder of the known words nearest to a word, when near enough: one slip in 6–10 letters, two in longer words.
 * All words at the smallest distance are given, so the caller sees whether they agree.
 */
export function createSpeller(known: Iterable<string>): (word: string) => string[] {
  const byLength = Map.groupBy(known, ({ length }) => length);
  return (word) => {
    if (word.length < SHORTEST) return [];
    let limit = word.length >= LONG ? 2 : 1;
    let closest: string[] = [];
    for (let length = Math.max(SHORTEST, word.length - limit); length <= word.length + limit; length++) {
      for (const candidate of byLength.get(length) ?? []) {
        if (candidate[0] !== word[0] && candidate.at(-1) !== word.at(-1)) continue;
        const distance = editDistance(candidate, word, limit);
        if (distance > limit) continue;
        if (distance < limit) closest = [];
        limit = distance;
        closest.push(candidate);
      }
    }
    return closest;
  };
}

/** Optimal string alignment distance (swaps of neighbours count one); gives `limit + 1` as soon as it must be larger. */
function editDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let distance = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(distance);
      smallest = Math.min(smallest, distance);
    }
    if (smallest > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}
