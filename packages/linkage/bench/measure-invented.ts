/**
 * Measures the engine on invented people: recall at a fixed share of false proposals, calibration and time. Half of the
 * queries are about people in the register, half about others. With --report it writes the page in docs/.
 *
 *   node packages/linkage/bench/measure-invented.ts --people 100000,1000000 --queries 4000 --report docs/linkage-evaluation.md
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
  },
});
const sizes = values.people.split(",").map(Number);
const half = Math.ceil(Number(values.queries) / 2);
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
function reported(person: InventedPerson, severity: NoiseSeverity): PersonRecord {
  const { sex: _sex, nationality: _nationality, ...told } = corrupt(person, { seed, severity }).person;
  return told;
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
  page.push(`## ${people.toLocaleString("en")} people, ${values.queries} queries a kind of noise`);
  for (const severity of ["normal", "hard"] as const) {
    const said = judge(index, members, severity);
    console.log(`${people} people, ${said}\n`);
    page.push(["```", said, "```"].join("\n"));
  }
}
if (values.report) writeFileSync(values.report, `${page.join("\n\n")}\n`);
