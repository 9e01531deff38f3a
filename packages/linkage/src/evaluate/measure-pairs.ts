import type { Judged } from "./measure.ts";

/** How well pairs of a query and a register person are told right from wrong, at one threshold of probability. */
export interface PairMeasurement {
  /** Pairs count as proposed from this probability on. */
  threshold: number;
  /** Right proposed pairs of all right pairs, of all proposed pairs, and the harmonic mean of both; in [0, 1]. */
  recall: number;
  precision: number;
  f1: number;
}

/** The threshold set beforehand: more likely right than not. */
const HALF = 0.5;

/**
 * Measures all pairs: every right answer of a query is one to be found, every candidate one that may be proposed. Gives
 * the figures at one half, and at the threshold with the greatest F1, which is chosen with the truth in hand and thus
 * an upper bound.
 */
export function measurePairs(judged: readonly Judged[]): {
  atHalf: PairMeasurement;
  atBest: PairMeasurement;
} {
  const toFind = judged.reduce((sum, { truth }) => sum + (truth?.size ?? 0), 0);
  const pairs = judged
    .flatMap(({ truth, result }) =>
      result.candidates.map(({ id, probability }) => ({ probability, isRight: truth?.has(id) === true })),
    )
    .sort((a, b) => b.probability - a.probability);
  let [atHalf, atBest] = [figures(HALF, 0, 0, toFind), figures(1, 0, 0, toFind)];
  let right = 0;
  for (const [i, { probability, isRight }] of pairs.entries()) {
    if (isRight) right++;
    if (pairs[i + 1]?.probability === probability) continue;
    const here = figures(probability, right, i + 1, toFind);
    if (probability >= HALF) atHalf = { ...here, threshold: HALF };
    if (here.f1 > atBest.f1) atBest = here;
  }
  return { atHalf, atBest };
}

const figures = (threshold: number, right: number, proposed: number, toFind: number): PairMeasurement => ({
  threshold,
  recall: toFind === 0 ? 0 : right / toFind,
  precision: proposed === 0 ? 0 : right / proposed,
  f1: proposed + toFind === 0 ? 0 : (2 * right) / (proposed + toFind),
});
