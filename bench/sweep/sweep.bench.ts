/**
 * A whole sweep, every alert against the whole register, in PostgreSQL and in memory in the same run: alerts per second,
 * their ratio, disk used, and how many answers differ. Alerts are asked in batches; `--seconds` ends either side after
 * that long and reports what it came to.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createIndex, type LinkResult, type PersonRecord, SqlSweep } from "@varde/linkage";
import { corrupt, inventPeople } from "@varde/linkage/invented";
import { prepareSweepConnection } from "../../apps/server/src/casework/identification/sweeps/sweep-connection.sql.ts";
import { startProgress } from "../../apps/server/src/platform/cli/progress.ts";
import { migrate, openDatabase } from "../../apps/server/src/platform/database/index.ts";

interface Size {
  people: number;
  alerts: number;
  batch: number;
  seed: string;
  /** The longest either side may take. */
  seconds: number;
}

/** Options: --people 1000000 --alerts 170000 --batch 4000 --seconds 3600 --seed 1 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      people: { type: "string", default: "1000000" },
      alerts: { type: "string", default: "170000" },
      batch: { type: "string", default: "4000" },
      seconds: { type: "string", default: "3600" },
      seed: { type: "string", default: "1" },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), "varde-sweep-"));
  const db = await openDatabase({ dataDir: folder });
  try {
    await migrate(db);
    const client = await db.openClient("varde_app");
    const sweep = new SqlSweep(await prepareSweepConnection(client));
    await compare(sweep, {
      people: Number(values.people),
      alerts: Number(values.alerts),
      batch: Number(values.batch),
      seconds: Number(values.seconds),
      seed: values.seed,
    });
    await client.end();
  } finally {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(sweep: SqlSweep, size: Size): Promise<void> {
  const [prepared] = await timed(() => sweep.prepare(inventPeople({ seed: size.seed, count: size.people })));
  const index = createIndex();
  const [built] = await timed(async () => {
    for (const person of inventPeople({ seed: size.seed, count: size.people })) index.add(person);
    index.save();
  });
  let differing = 0;
  let [done, sqlSeconds, memorySeconds] = [0, 0, 0];
  const progress = startProgress("sweep in PostgreSQL and in memory", size.alerts);
  for (const batch of batchesOf(inventAlerts(size), size.batch)) {
    const [inSql, answers] = await timed(() => sweep.link(batch, { top: TOP }));
    const [inMemory, expected] = await timed(async () =>
      batch.map((alert) => index.link(alert, { top: TOP })),
    );
    differing += expected.filter((one, i) => !isSame(one, answers[i])).length;
    done += batch.length;
    sqlSeconds += inSql;
    memorySeconds += inMemory;
    progress.show(done);
    if (sqlSeconds > size.seconds) break;
  }
  progress.stop();
  const rate = (seconds: number): number => Math.round(done / seconds);
  console.table([
    {
      where: "PostgreSQL",
      "ready s": round(prepared),
      "sweep s": round(sqlSeconds),
      "alerts/s": rate(sqlSeconds),
    },
    {
      where: "memory",
      "ready s": round(built),
      "sweep s": round(memorySeconds),
      "alerts/s": rate(memorySeconds),
    },
  ]);
  console.log(
    `${done} of ${size.alerts} alerts against ${sweep.people} people, ${index.size} in memory; throughput ratio ${round(memorySeconds / sqlSeconds)}; ` +
      `${Math.round((await sweep.diskUsed()) / 1e6)} MB in PostgreSQL; ${differing} answers differ`,
  );
}

/** As many candidates as an officer is shown. */
const TOP = 5;

/** Half about people of the register, half about others, with normal and hard noise in turn. */
function* inventAlerts({ people, alerts, seed }: Size): Generator<PersonRecord> {
  const every = Math.max(1, Math.floor(people / (alerts / 2)));
  const outsiders = inventPeople({ seed: `${seed} outsiders`, count: alerts });
  let [told, position] = [0, 0];
  for (const person of inventPeople({ seed, count: people })) {
    if (position++ % every !== 0) continue;
    for (const about of [person, outsiders.next().value]) {
      if (!about || told >= alerts) return;
      const severity = told++ % 4 < 2 ? "normal" : "hard";
      yield corrupt(about, { seed, severity }).person;
    }
  }
}

function* batchesOf<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const isSame = (one: LinkResult, other: LinkResult | undefined): boolean =>
  JSON.stringify(said(one)) === JSON.stringify(other && said(other));

/** The whole answer, its evidence included, whatever order the fields of an object come in. */
const said = ({ outcome, candidates }: LinkResult) => [
  outcome,
  candidates.map(({ id, probability, bits, keys, outcome: each, explanation }) => [
    id,
    probability,
    bits,
    keys,
    each,
    explanation.map(({ field, asked, found, level, bits: weight }) => [field, asked, found, level, weight]),
  ]),
];

async function timed<T>(work: () => Promise<T>): Promise<[seconds: number, result: T]> {
  const started = performance.now();
  const result = await work();
  return [(performance.now() - started) / 1000, result];
}

const round = (value: number): number => Math.round(value * 100) / 100;
