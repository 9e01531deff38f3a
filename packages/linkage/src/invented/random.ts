/** A source of repeatable chance: the same seed gives the same sequence on every machine. */
export interface Chance {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  below(below: number): number;
  /** True with the given probability. */
  happens(probability: number): boolean;
  pick<T>(options: readonly T[]): T;
}

/** Makes a source of chance from a seed (mulberry32 after a mixing of the seed's text). */
export function chanceFrom(seed: number | string): Chance {
  let state = mix(String(seed));
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    happens: (probability) => next() < probability,
    pick: (options) => {
      const chosen = options[below(options.length)];
      if (chosen === undefined) throw new RangeError("pick needs at least one option");
      return chosen;
    },
  };
}

function mix(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
