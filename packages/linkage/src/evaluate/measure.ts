import type { Candidate, LinkResult } from "../link-result.ts";
import { measurePairs, type PairMeasurement } from "./measure-pairs.ts";

/** One query with its answer and what is true: the ids that are right (mostly one), null when not in the register. */
export interface Judged {
  queryId: string;
  truth: ReadonlySet<string> | null;
  result: LinkResult;
  /** Whether the right person was compared at all; absent when there is none. */
  compared?: boolean;
}

/** One bar of the reliability curve: queries whose best candidate had a probability in the span. */
export interface ReliabilityBin {
  from: number;
  to: number;
  queries: number;
  meanProbability: number;
  shareRight: number;
}

/** How well linking did, measured against the truth. All shares are in [0, 1]. */
export interface Measurement {
  queries: number;
  inRegister: number;
  /** The right person is the best candidate, or among the first ten. */
  best: number;
  amongTen: number;
  /** Recall where 1 % and 5 % of the queries about people outside the register are proposed. */
  recallAt1: number;
  recallAt5: number;
  /** By outcome: right proposals of all in the register; right of all proposed; outsiders proposed. */
  recall: number;
  precision: number;
  falseProposals: number;
  /** By pair, where a query may have several right answers. */
  pairs: { atHalf: PairMeasurement; atBest: PairMeasurement };
  certain: number;
  certainWrong: number;
  /** Right people that shared no blocking key, or were cut off before comparison; and those compared in vain. */
  blockingLoss: number;
  scoringLoss: number;
  calibrationError: number;
  reliability: ReliabilityBin[];
  misses: { queryId: string; truth: string; why: "blocking" | "scoring" | "threshold" }[];
}

const AMONG = 10;
const BINS = 10;

/** Measures answers against the truth. */
export function measure(judged: readonly Judged[]): Measurement {
  const members = judged.filter((one) => one.truth !== null);
  const outsiders = judged.filter((one) => one.truth === null);
  const outsiderScores = outsiders
    .map((one) => one.result.candidates[0]?.probability ?? 0)
    .sort((a, b) => b - a);
  const proposed = judged.filter((one) => one.result.outcome !== "noMatch");
  const certain = judged.filter((one) => one.result.outcome === "certain");
  const rightBest = (one: Judged): boolean => isRight(one, one.result.candidates[0]);
  const found = members.filter((one) => rankOf(one) <= AMONG);
  const share = (part: readonly unknown[], whole: readonly unknown[]): number =>
    whole.length === 0 ? 0 : part.length / whole.length;
  const recallAt = (falseShare: number): number => {
    const threshold = outsiderScores[Math.floor(outsiderScores.length * falseShare)] ?? 0;
    return share(
      found.filter((one) => probabilityOfTruth(one) > threshold),
      members,
    );
  };
  const reliability = reliabilityOf(judged, rightBest);
  return {
    queries: judged.length,
    inRegister: members.length,
    best: share(members.filter(rightBest), members),
    amongTen: share(found, members),
    recallAt1: recallAt(0.01),
    recallAt5: recallAt(0.05),
    recall: share(
      members.filter((one) => isProposed(one)),
      members,
    ),
    precision: share(proposed.filter(rightBest), proposed),
    falseProposals: share(
      outsiders.filter((one) => one.result.outcome !== "noMatch"),
      outsiders,
    ),
    pairs: measurePairs(judged),
    certain: certain.length,
    certainWrong: certain.filter((one) => !rightBest(one)).length,
    blockingLoss: share(
      members.filter((one) => one.compared === false),
      members,
    ),
    scoringLoss: share(
      members.filter((one) => one.compared !== false && rankOf(one) > AMONG),
      members,
    ),
    calibrationError: reliability.reduce(
      (sum, bin) =>
        sum + (Math.abs(bin.meanProbability - bin.shareRight) * bin.queries) / Math.max(1, judged.length),
      0,
    ),
    reliability,
    misses: members.filter((one) => !isProposed(one)).map(missOf),
  };
}

const isRight = (one: Judged, candidate: Candidate | undefined): boolean =>
  candidate !== undefined && one.truth?.has(candidate.id) === true;

function rankOf(one: Judged): number {
  const at = one.result.candidates.findIndex((candidate) => isRight(one, candidate));
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

const probabilityOfTruth = (one: Judged): number =>
  one.result.candidates.find((candidate) => isRight(one, candidate))?.probability ?? 0;

/** Whether the right person is among the first ten and above the threshold of being proposed. */
const isProposed = (one: Judged): boolean =>
  one.result.candidates
    .slice(0, AMONG)
    .some((candidate) => isRight(one, candidate) && candidate.outcome !== "noMatch");

function missOf(one: Judged): Measurement["misses"][number] {
  const why = one.compared === false ? "blocking" : rankOf(one) > AMONG ? "scoring" : "threshold";
  return { queryId: one.queryId, truth: [...(one.truth ?? [])].join(" "), why };
}

function reliabilityOf(judged: readonly Judged[], rightBest: (one: Judged) => boolean): ReliabilityBin[] {
  return Array.from({ length: BINS }, (_, i) => {
    const [from, to] = [i / BINS, (i + 1) / BINS];
    const within = judged.filter((one) => {
      const probability = one.result.candidates[0]?.probability ?? 0;
      return probability >= from && (probability < to || i === BINS - 1);
    });
    const total = within.reduce((sum, one) => sum + (one.result.candidates[0]?.probability ?? 0), 0);
    return {
      from,
      to,
      queries: within.length,
      meanProbability: within.length === 0 ? 0 : total / within.length,
      shareRight: within.length === 0 ? 0 : within.filter(rightBest).length / within.length,
    };
  });
}
