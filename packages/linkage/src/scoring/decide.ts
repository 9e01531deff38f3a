import type { Candidate, FieldEvidence, Outcome } from "../link-result.ts";
import type { LinkageModel } from "../model/model.ts";
import { inSteps, weightOf } from "./weights.ts";

/** A register person with the evidence of its fields, before the candidates are weighed against each other. */
export interface ScoredPerson {
  id: string;
  keys: string[];
  evidence: FieldEvidence[];
}

const sumBits = (rows: readonly FieldEvidence[]): number => rows.reduce((sum, row) => sum + row.bits, 0);

/** Tells whether two of the scored people, by position, are one person entered twice in the register. */
export type SamePerson = (i: number, j: number) => boolean;

/**
 * Weighs the candidates of one query against each other and against "not in the register", and gives the best,
 * at most `top`. The prior and what the other candidates take away are rows of evidence too, so that the rows add
 * up to the log odds of the probability. Two entries of one person take nothing from each other.
 */
export function decide(
  scored: readonly ScoredPerson[],
  model: LinkageModel,
  people: number,
  samePerson: SamePerson,
  top: number,
): Candidate[] {
  const prior: FieldEvidence = {
    field: "prior",
    asked: null,
    found: null,
    level: "baseRate",
    bits: priorBits(model, people),
  };
  const alone = scored.map((person) => sumBits(person.evidence) + prior.bits);
  const odds = alone.map((bits) => 2 ** Math.min(MOST_BITS, bits));
  return scored
    .map((person, i) => {
      const twins = twinsAmong(odds, i, samePerson);
      const rivals = rivalEvidence(odds[i] as number, rivalOdds(odds, i, twins), 1 / model.entriesPerPerson);
      return { person, bits: (alone[i] as number) + sumBits(rivals), rivals, hasTwin: twins.size > 0 };
    })
    .sort((a, b) => b.bits - a.bits || (a.person.id < b.person.id ? -1 : 1))
    .slice(0, top)
    .map(({ person: { id, keys, evidence }, bits, rivals, hasTwin }): Candidate => {
      const probability = 1 / (1 + 2 ** -bits);
      const found = outcomeOf(probability, evidence, model);
      const outcome = found === "certain" && hasTwin ? "probable" : found;
      return { id, probability, bits, keys, outcome, explanation: [prior, ...evidence, ...rivals] };
    });
}

const NONE: ReadonlySet<number> = new Set();

/** The other entries of the same person among those that count as rivals. */
function twinsAmong(odds: readonly number[], i: number, samePerson: SamePerson): ReadonlySet<number> {
  if ((odds[i] as number) < LEAST_RIVAL) return NONE;
  const twins = new Set<number>();
  odds.forEach((odd, j) => {
    if (j !== i && odd >= LEAST_RIVAL && samePerson(i, j)) twins.add(j);
  });
  return twins;
}

/** The odds of all others together, without those of the same person's other entries. */
function rivalOdds(odds: readonly number[], i: number, twins: ReadonlySet<number>): number {
  let sum = 0;
  for (let j = 0; j < odds.length; j++) if (j !== i && !twins.has(j)) sum += odds[j] as number;
  return sum;
}

/** The weight of knowing nothing: that any one person of so many is the one. */
export function priorBits(model: LinkageModel, people: number): number {
  return weightOf(model.shareInRegister / (1 - model.shareInRegister), Math.max(1, people));
}

/**
 * The weight of knowing nothing of two entries of the register: that they are one person, who is as likely to stand there
 * again as not, or more where the model says so. How many of the queries are about the register is beside the point.
 */
export function twinPriorBits(model: LinkageModel, people: number): number {
  return weightOf(Math.max(1, model.entriesPerPerson - 1), Math.max(1, people));
}

/** Odds beyond this are as good as certain; kept from overflowing. */
export const MOST_BITS = 900;

/** Candidates with smaller odds neither take nor lose enough for it to matter whether they are one person. */
export const LEAST_RIVAL = 0.1;

/**
 * What the others take from one candidate: all they can where a person stands in the register once, less where
 * several entries may be right at the same time.
 * @param single chance that a person has one entry
 */
function rivalEvidence(own: number, others: number, single: number): FieldEvidence[] {
  const several = 1 - single;
  const against = others / (1 + own);
  const taken = (single * (1 + others) + several * (1 + against)) / (1 + several * against);
  const bits = inSteps(-Math.log2(taken));
  return bits === 0 ? [] : [{ field: "otherCandidates", asked: null, found: null, level: "rivals", bits }];
}

/**
 * The outcome of one candidate. Hard rules: an equal, valid identity number that neither birth date nor name
 * contradicts is certain; one that both contradict is probable, never certain; without an equal number nothing
 * is certain unless the whole name and the full birth date agree and no field contradicts.
 */
function outcomeOf(probability: number, evidence: readonly FieldEvidence[], model: LinkageModel): Outcome {
  const has = (field: string, level: string): boolean =>
    evidence.some((row) => row.field === field && row.level === level);
  const dateContradicts = evidence.some((row) => row.field === "birthDate" && row.bits < 0);
  const nameContradicts = has("surname", "differs") && has("forename", "differs");
  if (has("nationalId", "equal")) {
    const number = evidence.find((row) => row.field === "nationalId" && row.level === "equal");
    const valid = number !== undefined && number.bits > CHECKED_NUMBER_BITS;
    if (valid && !dateContradicts && !nameContradicts) return "certain";
    return "probable";
  }
  if (probability >= model.thresholds.certain && isWhole(evidence)) return "certain";
  return probability >= model.thresholds.probable ? "probable" : "noMatch";
}

export const CHECKED_NUMBER_BITS = 20;

function isWhole(evidence: readonly FieldEvidence[]): boolean {
  const agrees = (field: string): boolean =>
    evidence.some((row) => row.field === field && (row.level === "equal" || row.level === "spelling"));
  const contradicted = evidence.some((row) => row.bits < 0 && row.level === "differs");
  return agrees("birthDate") && agrees("forename") && agrees("surname") && !contradicted;
}
