import type { Candidate } from "../link-result.ts";
import type { LinkageModel } from "../model/model.ts";

/** A candidate with the probability, estimated or known, that it is right. */
export interface WeighedCandidate {
  candidate: Candidate;
  probability: number;
}

const LEAST_SHARE = 0.02;

/** However sure the probabilities are of themselves, some queries are about nobody. */
const MOST_SHARE = 0.97;

/** In a file held against itself a person's one other entry is asked about from both sides: half the odds each time. */
const MOST_SHARE_OF_SAME = 0.9;

/** From this probability on, taken by itself, a candidate is counted as an entry of the person asked for. */
const SURE = 0.9;

/** As if this many people had been seen who stand in the register once. */
const SINGLE_BELIEVED = 5;

/** Counts how many entries of the register a query matches. */
export class MatchTally {
  #queries = 0;
  #matches = 0;
  #found = SINGLE_BELIEVED;
  #entries = SINGLE_BELIEVED;

  count(candidates: readonly WeighedCandidate[]): void {
    this.#queries++;
    this.#matches += candidates.reduce((sum, { probability }) => sum + probability, 0);
    const sure = candidates.filter(({ candidate }) => probabilityAlone(candidate) >= SURE).length;
    if (sure > 0) this.#found++;
    this.#entries += sure;
  }

  /**
   * How many entries a person has, and the prior that goes with it: the share of queries about someone in the
   * register where each stands there once, else the share that gives a pair its chance among all pairs.
   * @param sameRecords whether queries and register are one file
   */
  improve(sameRecords: boolean): Pick<LinkageModel, "entriesPerPerson" | "shareInRegister"> {
    const entriesPerPerson = this.#entries / this.#found;
    const single = 1 / entriesPerPerson;
    const matches = this.#matches / Math.max(1, this.#queries);
    const share = single * matches + ((1 - single) * matches) / (1 + matches);
    const most = sameRecords ? single * MOST_SHARE_OF_SAME + (1 - single) * MOST_SHARE : MOST_SHARE;
    return { entriesPerPerson, shareInRegister: Math.min(most, Math.max(LEAST_SHARE, share)) };
  }
}

/** The probability of a candidate if the others took nothing from it. */
function probabilityAlone({ bits, explanation }: Candidate): number {
  const rivals = explanation.find(({ field }) => field === "otherCandidates")?.bits ?? 0;
  return 1 / (1 + 2 ** (rivals - bits));
}
