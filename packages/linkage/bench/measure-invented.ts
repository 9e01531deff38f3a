/**
 * Measures the engine on invented people: recall at a fixed share of false proposals, calibration and time. Half of the
 * queries are about people in the register, half about others. With --report it writes the page in docs/.
 *
 *   node packages/linkage/bench/measure-invented.ts --people 100000,1000000 --queries 4000 --report docs/linkage-evaluation.md
 *
 * With --certain it asks instead so many queries, without noise, with normal noise twice as often, and with hard noise,
 * and prints every `certain` answer that is wrong; the exit code is 1 if there is one.
 *
 *   node packages/linkage/bench/measure-invented.ts --people 1000000 --certain 100000
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { describeMeasurement } from "../src/evaluate/describe-measurement.ts";
import { type Judged, measure } from "../src/evaluate/measure.ts";
import { createIndex, ENGINE_VERSION, type PersonIndex, SHIPPED_MODEL } from "../src/index.ts";
import { corrupt, type InventedPerson, inventPeople, type NoiseSeverity } from "../src/invented/index.ts";
import type { PersonRecord } from "../src/person-record.ts";

const ALL_COMPARED = 200;

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "1000000" },
    queries: { type: "string", default: "2000" },
    seed: { type: "string", default: "measure" },
    report: { type: "string" },
    certain: { type: "string" },
  },
});
const sizes = values.people.split(",").map(Number);
/** Queries about people in the register, and as many about others. */
const half = Math.ceil(Number(values.certain ?? values.queries) / 2);
const { seed } = values;

function build(people: number): { index: PersonIndex; members: InventedPerson[] } {
  const index = createIndex();
  const members: InventedPerson[] = [];
  const every = Math.max(1, Math.floor(people / half));
  let count = 0;
  for (const person of inventPeople({ seed, count: people })) {
    if (count++ % every === 0 && members.length < half) members.push(person);
    index.add(person);
  }
  return { index, members };
}

/** What an alert tells: name, birth date and profession; neither sex nor nationality. */
function reported(person: InventedPerson, severity: NoiseSeverity, noiseSeed: string = seed): PersonRecord {
  const { person: told } = corrupt(person, { seed: noiseSeed, severity });
  const { sex: _sex, nationality: _nationality, ...rest } = told;
  return rest;
}

const SEVERITIES: readonly NoiseSeverity[] = ["exact", "normal", "normal", "hard"];

/** Asks about members and outsiders in turn and says of `certain` answers how many there are and which are wrong. */
function tryCertain(index: PersonIndex, members: InventedPerson[]): void {
  let [asked, certain, wrong] = [0, 0, 0];
  const ask = (person: InventedPerson, right: string | undefined): void => {
    const severity = SEVERITIES[asked++ % SEVERITIES.length] as NoiseSeverity;
    const query = reported(person, severity, `${seed} certain ${asked}`);
    const [best] = index.link(query, { top: 1 }).candidates;
    if (best?.outcome !== "certain") return;
    certain++;
    if (best.id === right) return;
    wrong++;
    console.log(`wrong, ${severity} noise: ${JSON.stringify(query)}\n  ${JSON.stringify(best)}`);
  };
  while (asked < half) for (const person of members.slice(0, half - asked)) ask(person, person.id);
  for (const person of inventPeople({ seed: `${seed} outsiders`, count: half })) ask(person, undefined);
  console.log(
    `${index.size} people, ${asked} queries, half of them about others: ${certain} certain, ${wrong} of them wrong`,
  );
  if (wrong > 0) process.exitCode = 1;
}

/** Measures one kind of noise and says how it went, time first. */
function judge(index: PersonIndex, members: InventedPerson[], severity: NoiseSeverity): string {
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
  return [
    `${severity} noise`,
    `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, ${Math.round((queries.length * 1e6) / (user + system))} queries a processor second`,
    describeMeasurement({ ...measure(judged), misses: [] }).replace(/\nmisses \(0\):\s*$/, ""),
  ].join("\n");
}

const command = `node packages/linkage/bench/measure-invented.ts --people ${values.people} --queries ${values.queries} --seed ${seed}`;
const page = [
  "# How well the linkage engine does",
  `Made with \`${command} --report docs/linkage-evaluation.md\`: engine ${ENGINE_VERSION}, model ${SHIPPED_MODEL.version}, invented
people only. The generator and its noise have the same author as the engine. Times are of a machine that may have been
busy with other work; \`npm run bench linkage\` measures speed and memory. The package's README has the goals, the figures
on data made by others, and what was looked at while choosing the model.`,
];
for (const people of sizes) {
  const { index, members } = build(people);
  if (values.certain) {
    tryCertain(index, members);
    continue;
  }
  page.push(`## ${people.toLocaleString("en")} people, ${values.queries} queries a kind of noise`);
  for (const severity of ["normal", "hard"] as const) {
    const said = judge(index, members, severity);
    console.log(`${people} people, ${said}\n`);
    page.push(["```", said, "```"].join("\n"));
  }
}
if (values.report && !values.certain) writeFileSync(values.report, `${page.join("\n\n")}\n`);
