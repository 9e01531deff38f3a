import type { Chance } from "@varde/linkage/invented";

/** One of the options, each as often as its share says. */
export function byShare<T extends { share: number }>(chance: Chance, options: readonly T[]): T {
  let rest = chance.next() * options.reduce((sum, option) => sum + option.share, 0);
  for (const option of options) {
    rest -= option.share;
    if (rest < 0) return option;
  }
  throw new RangeError("the shares must be positive");
}

/** The same things in another order. */
export function shuffled<T>(chance: Chance, things: readonly T[]): T[] {
  const result = [...things];
  for (let i = result.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

/** A whole number between two bounds, both included. */
export const between = (chance: Chance, least: number, most: number): number =>
  least + chance.below(most - least + 1);

/** A text of hexadecimal digits, for boundaries and message ids. */
export const hexDigits = (chance: Chance, length: number): string =>
  Array.from({ length }, () => chance.below(16).toString(16)).join("");

/**
 * Deals options as from a pack of cards that holds each as many times as its share (at least once), shuffled
 * anew when it runs out; so even a rare one is sure to come. Gives the next that is wanted.
 */
export function dealer<T extends { share: number }>(
  chance: Chance,
  options: readonly T[],
): (wanted: (option: T) => boolean) => T {
  const cards = options.flatMap((option) => Array<T>(Math.max(1, Math.round(option.share))).fill(option));
  let pack: T[] = [];
  return (wanted) => {
    if (!pack.some(wanted)) pack = [...pack, ...shuffled(chance, cards)];
    const at = pack.findIndex(wanted);
    if (at < 0) throw new RangeError("no option is wanted");
    return pack.splice(at, 1)[0] as T;
  };
}
