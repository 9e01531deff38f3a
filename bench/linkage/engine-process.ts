/**
 * The engine in a process of its own, so that memory and time are the engine's alone: builds the index of an invented
 * register and saves it, or opens a saved index and answers reports. Started with `fork`; the task is the first
 * argument, the outcome the last message.
 */
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import {
  createIndex,
  openIndex,
  type PersonIndex,
  type PersonRecord,
  readIndexFile,
  writeIndexFile,
} from "@varde/linkage";

export type EngineTask =
  | { do: "build"; people: number; seed: string; index: string; queries: string }
  | { do: "answer"; index: string; queries: string };

/** Seconds of processor time, except where said otherwise. */
export interface Built {
  buildSeconds: number;
  saveSeconds: number;
  fileBytes: number;
  residentBytes: number;
  /** Of the first answers, to compare with those of another process. */
  digest: string;
}

export interface Answered {
  /** By the clock: reading a file is waiting. */
  loadSeconds: number;
  loadedBytes: number;
  residentBytes: number;
  /** By the clock, for each query in order. */
  milliseconds: number[];
  perSecond: number;
  /** The first ten candidates of each query. */
  answers: { id: string; probability: number }[][];
  digest: string;
}

/** Queries asked before the clock starts, so that the code is compiled, and those that go into the digest. */
const WARM_UP = 500;
const COMPARED = 200;
const AT_ONCE = 50;

const task = JSON.parse(process.argv[2] ?? "") as EngineTask;
const outcome = task.do === "build" ? await build(task) : answer(task);
process.send?.({ outcome });

async function build(task: Extract<EngineTask, { do: "build" }>): Promise<Built> {
  const { inventPeople } = await import("@varde/linkage/invented");
  const index = createIndex();
  let buildSeconds = 0;
  let waiting: PersonRecord[] = [];
  const addWaiting = (): void => {
    buildSeconds += processorSeconds(() => {
      for (const person of waiting) index.add(person);
    });
    waiting = [];
    process.send?.({ done: index.size });
  };
  for (const person of inventPeople({ seed: task.seed, count: task.people })) {
    if (waiting.push(person) === AT_ONCE) addWaiting();
  }
  addWaiting();
  buildSeconds += processorSeconds(() => index.save());
  const saveSeconds = processorSeconds(() => writeIndexFile(task.index, index.save()));
  const residentBytes = process.memoryUsage.rss();
  return {
    buildSeconds,
    saveSeconds,
    fileBytes: statSync(task.index).size,
    residentBytes,
    digest: digestOf(index, readQueries(task.queries)),
  };
}

function answer(task: Extract<EngineTask, { do: "answer" }>): Answered {
  const queries = readQueries(task.queries);
  const started = performance.now();
  const index = openIndex(readIndexFile(task.index));
  const loadSeconds = (performance.now() - started) / 1000;
  const loadedBytes = process.memoryUsage.rss();
  for (const query of queries.slice(0, WARM_UP)) index.link(query);
  const milliseconds: number[] = [];
  const answers: Answered["answers"] = [];
  const spent = processorSeconds(() => {
    for (const query of queries) {
      const asked = performance.now();
      const { candidates } = index.link(query);
      milliseconds.push(performance.now() - asked);
      answers.push(candidates.map(({ id, probability }) => ({ id, probability })));
    }
  });
  return {
    loadSeconds,
    loadedBytes,
    residentBytes: process.memoryUsage.rss(),
    milliseconds,
    perSecond: queries.length / spent,
    answers,
    digest: digestOf(index, queries),
  };
}

function readQueries(path: string): PersonRecord[] {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as PersonRecord);
}

function digestOf(index: PersonIndex, queries: readonly PersonRecord[]): string {
  const hash = createHash("sha256");
  for (const query of queries.slice(0, COMPARED)) hash.update(JSON.stringify(index.link(query)));
  return hash.digest("hex");
}

function processorSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
