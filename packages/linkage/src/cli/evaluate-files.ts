import { type Judged, type Measurement, measure } from "../evaluate/measure.ts";
import type { LinkResult } from "../link-result.ts";
import type { LinkConsole } from "./link-console.ts";
import { LinkInputError } from "./link-input-error.ts";
import { loadRegister } from "./load-register.ts";
import { readModel } from "./read-model.ts";
import { readPeople } from "./read-people.ts";
import { readTruth } from "./read-truth.ts";

export interface EvaluateFilesOptions {
  queries: string;
  register: string;
  truth: string;
  model?: string;
  sameRecords?: boolean;
}

/** All candidates that were compared are asked for, to tell those never compared from those ranked too low. */
const ALL_COMPARED = 200;
/** So many count as pairs; of them the first ten as found. */
const MEASURED = 50;

/** What is measured of an answer; the rest would fill the memory. */
const first = (result: LinkResult): LinkResult => ({
  ...result,
  candidates: result.candidates.slice(0, MEASURED).map((candidate) => ({ ...candidate, explanation: [] })),
});

/** Links a file of queries and measures the answers against the truth. Queries without a truth are left out. */
export async function evaluateFiles(
  options: EvaluateFilesOptions,
  console: LinkConsole,
): Promise<Measurement> {
  const truth = await readTruth(options.truth);
  const index = await loadRegister(options.register, readModel(options.model), console);
  const progress = console.progress("Evaluate", truth.size);
  const judged: Judged[] = [];
  for await (const { person: query } of readPeople(options.queries, console.problem)) {
    const right = truth.get(query.id);
    if (right === undefined) continue;
    const result = index.link(query, {
      top: ALL_COMPARED,
      except: options.sameRecords ? query.id : undefined,
    });
    const compared = result.candidates.some(({ id }) => right?.has(id));
    judged.push({ queryId: query.id, truth: right, result: first(result), ...(right ? { compared } : {}) });
    progress.show(judged.length);
  }
  progress.stop();
  if (judged.length === 0) {
    throw new LinkInputError(
      "noJudgedQueries",
      `No query of ${options.queries} has its id in ${options.truth}.`,
    );
  }
  return measure(judged);
}
