import type { Candidate, EvidenceField } from "../link-result.ts";
import type { LinkageModel } from "../model/model.ts";

/** One query's candidates as sums of bits by group of fields, and which of them is right (-1 for none). */
export interface TrustCase {
  candidates: number[][];
  right: number;
}

type TrustGroup = keyof LinkageModel["trust"];

/** The groups of fields that lean on each other within, in the order of the fitted numbers. */
export const TRUST_GROUPS: readonly TrustGroup[] = ["names", "birthDate", "circumstances"];

const GROUP_OF_FIELD: Partial<Record<EvidenceField, TrustGroup>> = {
  forename: "names",
  middleName: "names",
  surname: "names",
  nameOrder: "names",
  wholeName: "names",
  namesakes: "names",
  birthDate: "birthDate",
  sex: "circumstances",
  nationality: "circumstances",
  profession: "circumstances",
};

/** A candidate's bits by trust group, with the trust that was put on them taken off again. */
export function bitsByGroup(candidate: Candidate, model: LinkageModel): number[] {
  return TRUST_GROUPS.map((group) => {
    const rows = candidate.explanation.filter((row) => GROUP_OF_FIELD[row.field] === group);
    return rows.reduce((sum, row) => sum + row.bits, 0) / model.trust[group];
  });
}

const STEPS = 400;
const STEP_LENGTH = 0.02;
const LEAST_TRUST = 0.2;

/**
 * Fits how much of each group's bits to believe, and lets the prior be off meanwhile: the greatest likelihood of
 * choosing the right candidate, or none, among all (multinomial logistic regression by gradient ascent).
 */
export function fitTrust(
  cases: readonly TrustCase[],
  priorBits: number,
  start: LinkageModel["trust"],
): LinkageModel["trust"] {
  const weights = [...TRUST_GROUPS.map((group) => start[group]), 0];
  const momentum = weights.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map(() => 0);
    for (const one of cases) addGradient(one, weights, priorBits, gradient);
    weights.forEach((_, k) => {
      momentum[k] = 0.9 * (momentum[k] as number) + (gradient[k] as number) / cases.length;
      weights[k] = (weights[k] as number) + STEP_LENGTH * (momentum[k] as number);
    });
  }
  const trust = Object.fromEntries(
    TRUST_GROUPS.map((group, k) => [group, Math.max(LEAST_TRUST, weights[k] as number)]),
  );
  return trust as LinkageModel["trust"];
}

function addGradient(
  one: TrustCase,
  weights: readonly number[],
  priorBits: number,
  gradient: number[],
): void {
  const logits = one.candidates.map((bits) =>
    bits.reduce((sum, b, k) => sum + b * (weights[k] as number), priorBits + (weights.at(-1) as number)),
  );
  const highest = Math.max(0, ...logits);
  const odds = logits.map((logit) => 2 ** (logit - highest));
  const total = odds.reduce((sum, odd) => sum + odd, 2 ** -highest);
  one.candidates.forEach((bits, i) => {
    const error = (i === one.right ? 1 : 0) - (odds[i] as number) / total;
    [...bits, 1].forEach((b, k) => {
      gradient[k] = (gradient[k] as number) + error * b;
    });
  });
}
