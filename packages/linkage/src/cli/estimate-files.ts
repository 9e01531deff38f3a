import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { estimateModel } from "../estimate/estimate-model.ts";
import { chanceFrom } from "../invented/random.ts";
import type { LinkageModel } from "../model/model.ts";
import type { PersonRecord } from "../person-record.ts";
import type { LinkConsole } from "./link-console.ts";
import { LinkInputError } from "./link-input-error.ts";
import { loadRegister } from "./load-register.ts";
import { readModel, writeModel } from "./read-model.ts";
import { readPeople } from "./read-people.ts";
import { readTruth } from "./read-truth.ts";

export interface EstimateFilesOptions {
  queries: string;
  register: string;
  /** A file of labelled pairs; without it the model is estimated from the probabilities alone. */
  truth?: string;
  /** The model to start from; the shipped one unless given. */
  model?: string;
  /** Queries and register are the same records, so nobody is their own candidate. */
  sameRecords?: boolean;
  /** Queries looked at, at most; 20,000 drawn evenly unless given. */
  sample?: number;
  /** Where the model goes. */
  out: string;
}

const SAMPLE = 20_000;

/** Estimates a model from two files and writes it. */
export async function estimateFiles(
  options: EstimateFilesOptions,
  console: LinkConsole,
): Promise<LinkageModel> {
  const start = readModel(options.model);
  const index = await loadRegister(options.register, start, console);
  const queries = await sampleOf(options.queries, options.sample ?? SAMPLE, console);
  const labels = options.truth === undefined ? undefined : await readTruth(options.truth);
  const progress = console.progress("Estimate");
  const estimated = estimateModel(index, queries, start, {
    labels,
    sameRecords: options.sameRecords,
    onProgress: (done, all) => progress.show(done, all),
  });
  progress.stop();
  const fingerprint = await fingerprintOf([
    options.queries,
    options.register,
    ...(options.truth ? [options.truth] : []),
  ]);
  const description = `${queries.length} queries against ${index.size} people, ${labels ? "labelled" : "unlabelled"}`;
  const model: LinkageModel = {
    ...estimated,
    version: `estimated-${fingerprint.slice(0, 12)}`,
    estimatedOn: { ...estimated.estimatedOn, description, fingerprint },
  };
  writeModel(options.out, model);
  return model;
}

/** An even sample of a file too long to be looked at whole (reservoir sampling with a fixed seed). */
async function sampleOf(path: string, size: number, console: LinkConsole): Promise<PersonRecord[]> {
  const chance = chanceFrom("sample of queries");
  const sample: PersonRecord[] = [];
  let seen = 0;
  for await (const { person: query } of readPeople(path, console.problem)) {
    seen++;
    if (sample.length < size) sample.push(query);
    else {
      const at = chance.below(seen);
      if (at < size) sample[at] = query;
    }
  }
  if (seen === 0) throw new LinkInputError("noQueries", `There are no queries in ${path}.`);
  return sample;
}

async function fingerprintOf(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
