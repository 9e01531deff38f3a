/**
 * The linkage engine at several sizes of register: time to build, save and load, memory, queries per second of
 * processor time, and by the clock, as for the peer, queries per second, waiting times and recall on normal and hard noise;
 * beside it, in the same run, the same queries in PostgreSQL with pg_trgm and birth dates, one at a time on either side.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Judged, measure } from "@varde/linkage";
import { inventPeople } from "@varde/linkage/invented";
import { startProgress } from "../../apps/server/src/platform/cli/progress.ts";
import { openDatabase } from "../../apps/server/src/platform/database/index.ts";
import { inventReports, type Report } from "./reports.ts";
import { runEngine } from "./run-engine.ts";
import { TrigramPeer } from "./trigram-peer.sql.ts";

interface Plan {
  people: number;
  reports: number;
  peerReports: number;
  seed: string;
  folder: string;
  peer: TrigramPeer | undefined;
  stop: AbortSignal;
}

const NOISES = ["normal", "hard"] as const;

/**
 * Options: --sizes 10000,100000,1000000 --queries 4000 --peer-queries 400 --seed bench --no-peer.
 * The peer runs on the embedded server, or on the one at DATABASE_URL. Ctrl-C ends it and leaves nothing behind.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      sizes: { type: "string", default: "10000,100000,1000000" },
      queries: { type: "string", default: "4000" },
      "peer-queries": { type: "string", default: "400" },
      seed: { type: "string", default: "bench" },
      peer: { type: "boolean", default: true },
    },
  });
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once("SIGINT", stop);
  const folder = mkdtempSync(join(tmpdir(), "varde-linkage-"));
  const db = values.peer ? await openDatabase({ dataDir: folder, url: process.env.DATABASE_URL }) : undefined;
  try {
    for (const size of values.sizes.split(",").map(Number)) {
      await measureSize({
        people: size,
        reports: Number(values.queries),
        peerReports: Number(values["peer-queries"]),
        seed: values.seed,
        folder,
        peer: db && new TrigramPeer(db.login),
        stop: stopping.signal,
      });
    }
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    console.log("Stopped.");
  } finally {
    process.off("SIGINT", stop);
    await db?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureSize(plan: Plan): Promise<void> {
  const { people, folder, seed, stop } = plan;
  const reports = inventReports(plan);
  const files = { index: join(folder, "index"), normal: join(folder, "normal"), hard: join(folder, "hard") };
  for (const noise of NOISES)
    writeFileSync(files[noise], reports[noise].map(({ query }) => `${JSON.stringify(query)}\n`).join(""));
  const progress = startProgress(`register of ${people}`, people);
  const built = await runEngine(
    { do: "build", people, seed, index: files.index, queries: files.normal },
    stop,
    (done) => progress.show(done),
  );
  progress.stop();
  const answered = {
    normal: await runEngine({ do: "answer", index: files.index, queries: files.normal }, stop),
    hard: await runEngine({ do: "answer", index: files.index, queries: files.hard }, stop),
  };
  const { loadSeconds, loadedBytes, residentBytes, digest } = answered.normal;
  console.table([
    {
      people,
      "build s": rounded(built.buildSeconds),
      "save s": rounded(built.saveSeconds),
      "load s": rounded(loadSeconds),
      "index MB": megabytes(built.fileBytes),
      "MB built": megabytes(built.residentBytes),
      "MB loaded": megabytes(loadedBytes),
      "MB answering": megabytes(residentBytes),
      "queries/processor s, normal": Math.round(answered.normal.perSecond),
      hard: Math.round(answered.hard.perSecond),
      "same answers": digest === built.digest,
    },
  ]);
  await plan.peer?.fill(inventPeople({ seed, count: people }), stop);
  for (const noise of NOISES) {
    const rows = { varde: rowOf(reports[noise], answered[noise].answers, answered[noise].milliseconds) };
    if (!plan.peer) console.table(label(rows, noise));
    else {
      const peer = await peerRow(plan.peer, reports[noise].slice(0, plan.peerReports), noise, stop);
      console.table(label({ ...rows, "PostgreSQL with pg_trgm": peer }, noise));
      console.log(
        `Varde against PostgreSQL, ${noise}: p50 ${ratio(peer["p50 ms"], rows.varde["p50 ms"])}, ` +
          `p99 ${ratio(peer["p99 ms"], rows.varde["p99 ms"])}, throughput ${ratio(rows.varde["queries/s"], peer["queries/s"])} times as good`,
      );
    }
  }
}

interface Row {
  queries: number;
  "queries/s": number;
  "p50 ms": number;
  "p95 ms": number;
  "p99 ms": number;
  "among ten": number;
  "R@1 %": number;
  "R@5 %": number;
}

type Scored = readonly { id: string; probability: number }[];

async function peerRow(
  peer: TrigramPeer,
  reports: readonly Report[],
  noise: string,
  stop: AbortSignal,
): Promise<Row> {
  const progress = startProgress(`PostgreSQL, ${noise}`, reports.length);
  const answers: Scored[] = [];
  const milliseconds: number[] = [];
  for (const { query } of reports) {
    stop.throwIfAborted();
    const asked = performance.now();
    const found = await peer.find(query);
    milliseconds.push(performance.now() - asked);
    answers.push(found.map(({ id, score }) => ({ id, probability: Number(score) })));
    progress.show(answers.length);
  }
  progress.stop();
  return rowOf(reports, answers, milliseconds);
}

function rowOf(reports: readonly Report[], answers: readonly Scored[], milliseconds: readonly number[]): Row {
  const total = milliseconds.reduce((sum, one) => sum + one, 0);
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number): number => rounded(sorted[Math.floor(sorted.length * share)] ?? 0);
  const { amongTen, recallAt1, recallAt5 } = measure(
    reports.map((report, i) => judged(report, answers[i] ?? [])),
  );
  return {
    queries: reports.length,
    "queries/s": Math.round((1000 * milliseconds.length) / total),
    "p50 ms": at(0.5),
    "p95 ms": at(0.95),
    "p99 ms": at(0.99),
    "among ten": thousandths(amongTen),
    "R@1 %": thousandths(recallAt1),
    "R@5 %": thousandths(recallAt5),
  };
}

/** An answer as the engine's own measure takes it; a peer's score stands for its probability, since only order counts. */
const judged = ({ query, about }: Report, answer: Scored): Judged => ({
  queryId: query.id,
  truth: about === null ? null : new Set([about]),
  result: {
    outcome: "noMatch",
    engineVersion: "",
    modelVersion: "",
    candidates: answer.map(({ id, probability }) => ({
      id,
      probability,
      bits: 0,
      keys: [],
      outcome: "noMatch",
      explanation: [],
    })),
  },
});

const label = (rows: Record<string, Row>, noise: string): Record<string, Row> =>
  Object.fromEntries(Object.entries(rows).map(([name, row]) => [`${name}, ${noise} noise`, row]));

const ratio = (one: number, other: number): number => Math.round((10 * one) / Math.max(other, 0.001)) / 10;
const rounded = (value: number): number => Math.round(value * 100) / 100;
const thousandths = (value: number): number => Math.round(value * 1000) / 1000;
const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
