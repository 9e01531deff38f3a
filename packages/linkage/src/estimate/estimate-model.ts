import type { PersonIndex } from "../index/person-index.ts";
import type { LinkageModel } from "../model/model.ts";
import type { PersonRecord } from "../person-record.ts";
import { priorBits } from "../scoring/decide.ts";
import { bitsByGroup, fitTrust } from "./fit-trust.ts";
import { MatchTally, type WeighedCandidate } from "./match-tally.ts";
import { NamesakeTally } from "./namesake-tally.ts";
import { LevelTally } from "./tally.ts";

export interface EstimateOptions {
  /** Query id to the ids that are right, null for none; queries that are not in the map are unlabelled. */
  labels?: ReadonlyMap<string, ReadonlySet<string> | null>;
  /** Queries and register are the same records: a query is never its own candidate. */
  sameRecords?: boolean;
  /** Rounds of estimation, 8 unless given. */
  rounds?: number;
  /** Told after each query, for progress. */
  onProgress?: (done: number, all: number) => void;
}

const ROUNDS = 8;
const CANDIDATES = 20;

/**
 * Estimates how records of one person differ, from queries against a register. Without labels by expectation and
 * maximisation: the probabilities of one round weigh the pairs of the next. With labels the pairs are known, and how
 * far each group of fields can be trusted is fitted too. How
 * often strangers agree is never estimated here; the register tells. Leaves the index with the estimated model.
 */
export function estimateModel(
  index: PersonIndex,
  queries: readonly PersonRecord[],
  start: LinkageModel,
  options: EstimateOptions = {},
): LinkageModel {
  const rounds = options.rounds ?? ROUNDS;
  let model = start;
  for (let round = 0; round < rounds; round++) {
    index.useModel(model);
    const tally = new LevelTally();
    const namesakes = new NamesakeTally();
    const matches = new MatchTally();
    queries.forEach((query, i) => {
      const weighed = weighedCandidates(index, query, options);
      for (const { candidate, probability } of weighed) {
        tally.count(candidate, probability);
        namesakes.count(candidate, index.size, model);
      }
      matches.count(weighed);
      options.onProgress?.(round * queries.length + i + 1, rounds * queries.length);
    });
    model = {
      ...tally.improve(start),
      namesakes: namesakes.fit(start.namesakes),
      ...matches.improve(options.sameRecords ?? false),
    };
  }
  index.useModel(model);
  if (options.labels) model = withFittedTrust(index, queries, model, options.labels);
  index.useModel(model);
  return model;
}

/** Fewer labelled queries than this cannot tell how far to trust the fields. */
const LEAST_CASES = 200;

function withFittedTrust(
  index: PersonIndex,
  queries: readonly PersonRecord[],
  model: LinkageModel,
  labels: NonNullable<EstimateOptions["labels"]>,
): LinkageModel {
  const labelled = queries.filter((query) => labels.has(query.id));
  if (labelled.length < LEAST_CASES) return model;
  const cases = labelled.map((query) => {
    const { candidates } = index.link(query, { top: CANDIDATES });
    const right = candidates.findIndex(({ id }) => labels.get(query.id)?.has(id));
    return { candidates: candidates.map((candidate) => bitsByGroup(candidate, model)), right };
  });
  return { ...model, trust: fitTrust(cases, priorBits(model, index.size), model.trust) };
}

function weighedCandidates(
  index: PersonIndex,
  query: PersonRecord,
  { labels, sameRecords }: EstimateOptions,
): WeighedCandidate[] {
  const candidates = index.link(query, {
    top: CANDIDATES,
    except: sameRecords ? query.id : undefined,
  }).candidates;
  const truth = labels?.get(query.id);
  if (truth === undefined)
    return candidates.map((candidate) => ({ candidate, probability: candidate.probability }));
  return candidates.filter(({ id }) => truth?.has(id)).map((candidate) => ({ candidate, probability: 1 }));
}
