/**
 * Measures the engine on invented people: recall at a fixed share of false proposals, calibration, time, memory,
 * build and load. Half of the queries are about people in the register, half about others.
 *
 *   node packages/linkage/bench/measure-invented.ts --people 1000000 --queries 5000
 */
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describeMeasurement } from "../src/evaluate/describe-measurement.ts";
import { type Judged, measure } from "../src/evaluate/measure.ts";
import { createIndex, openIndex, type PersonIndex, readIndexFile, writeIndexFile } from "../src/index.ts";
import { corrupt, type InventedPerson, inventPeople, type NoiseSeverity } from "../src/invented/index.ts";
import type { PersonRecord } from "../src/person-record.ts";

const ALL_COMPARED = 200;

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "1000000" },
    queries: { type: "string", default: "2000" },
    seed: { type: "string", default: "measure" },
  },
});
const people = Number(values.people);
const half = Math.ceil(Number(values.queries) / 2);
const { seed } = values;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
const seconds = (from: number): string => `${((performance.now() - from) / 1000).toFixed(1)} s`;

function build(): { index: PersonIndex; members: InventedPerson[] } {
  const index = createIndex();
  const members: InventedPerson[] = [];
  const every = Math.max(1, Math.floor(people / half));
  let spent = 0;
  let count = 0;
  for (const person of inventPeople({ seed, count: people })) {
    if (count++ % every === 0 && members.length < half) members.push(person);
    const start = performance.now();
    index.add(person);
    spent += performance.now() - start;
  }
  const start = performance.now();
  index.save();
  console.log(
    `add ${(spent / 1000).toFixed(1)} s, pack ${seconds(start)}, resident ${megabytes(process.memoryUsage().rss)}`,
  );
  return { index, members };
}

/** What an alert tells: name, birth date and profession; neither sex nor nationality. */
function reported(person: InventedPerson, severity: NoiseSeverity): PersonRecord {
  const { sex: _sex, nationality: _nationality, ...told } = corrupt(person, { seed, severity }).person;
  return told;
}

function judge(index: PersonIndex, members: InventedPerson[], severity: NoiseSeverity): void {
  const outsiders = [...inventPeople({ seed: `${seed} outsiders`, count: half })];
  const queries = [
    ...members.map((person) => ({ query: reported(person, severity), truth: new Set([person.id]) })),
    ...outsiders.map((person) => ({ query: reported(person, severity), truth: null })),
  ];
  const times: number[] = [];
  const cpu = process.cpuUsage();
  for (const { query } of queries) {
    const start = performance.now();
    index.link(query);
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(cpu);
  const judged = queries.map(({ query, truth }): Judged => {
    const result = index.link(query, { top: ALL_COMPARED });
    const compared = truth === null ? undefined : result.candidates.some(({ id }) => truth.has(id));
    return { queryId: query.id, truth, result, compared };
  });
  times.sort((a, b) => a - b);
  const at = (share: number): string => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(2)} ms`;
  console.log(`\n${severity} noise`);
  console.log(
    `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, ${Math.round((queries.length * 1e6) / (user + system))} queries a processor second`,
  );
  console.log(describeMeasurement({ ...measure(judged), misses: [] }));
}

function load(index: PersonIndex): void {
  const path = join(tmpdir(), `linkage-${process.pid}.index`);
  try {
    writeIndexFile(path, index.save());
    const start = performance.now();
    const opened = openIndex(readIndexFile(path));
    console.log(`\nready from a saved file of ${opened.size} people in ${seconds(start)}`);
  } finally {
    rmSync(path, { force: true });
  }
}

const { index, members } = build();
for (const severity of ["normal", "hard"] as const) judge(index, members, severity);
load(index);
