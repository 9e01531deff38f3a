const LONGEST = 64;
const rows = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)];

/**
 * Number of letters to insert, drop, replace or swap with the neighbour to turn one text into the other
 * (optimal string alignment), or `limit + 1` as soon as it is known to be above the limit.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const left = a.length > LONGEST ? a.slice(0, LONGEST) : a;
  const right = b.length > LONGEST ? b.slice(0, LONGEST) : b;
  let [before, above, current] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= right.length; j++) above[j] = j;
  for (let i = 1; i <= left.length; i++) {
    current[0] = i;
    let least = i;
    const letter = left.charCodeAt(i - 1);
    for (let j = 1; j <= right.length; j++) {
      const other = right.charCodeAt(j - 1);
      let cost =
        letter === other
          ? (above[j - 1] ?? 0)
          : 1 + Math.min(above[j - 1] ?? 0, above[j] ?? 0, current[j - 1] ?? 0);
      if (i > 1 && j > 1 && letter === right.charCodeAt(j - 2) && other === left.charCodeAt(i - 2)) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [before, above, current] = [above, current, before];
  }
  const distance = above[right.length] ?? 0;
  return distance > limit ? limit + 1 : distance;
}
