import { type LinkResult, SqlSweep } from "@varde/linkage";
import type { Kysely } from "kysely";
import { type Database, notifyChange } from "../../../platform/database/index.ts";
import { type Refusal, refused } from "../../../platform/rules/refusal.ts";
import { registerVersion, streamPeople } from "../../registers/index.ts";
import type { IdentificationParts } from "../identification-parts.ts";
import { finishMatching } from "../matching/identify-alerts.ts";
import { type AlertToMatch, readToMatch } from "../matching/match.sql.ts";
import { currentQuery, MOST_CANDIDATES, nothingToWrite, recheck } from "../matching/match-alerts.ts";
import { isOtherEngine } from "../matching/recheck-alerts.ts";
import { type AskedWith, presentEngine } from "../matching/register-index.ts";
import { endSweep, takeStep } from "./follow-sweep.ts";
import { prepareSweepConnection } from "./sweep-connection.sql.ts";
import {
  areSweepsPaused,
  countMatchedAfter,
  findRunningSweep,
  insertSweep,
  listMatchedAfter,
  lockValid,
  renewSweep,
  type Sweep,
  type SweepStep,
} from "./sweeps.sql.ts";

/** The more alerts at once, the less each costs; their answers are kept in memory meanwhile. */
const ALERTS_PER_BATCH = 2000;

/** What a sweep in PostgreSQL works with. */
export interface DatabaseSweepParts extends Pick<IdentificationParts, "jobs" | "clock"> {
  readonly database: Pick<Database, "app" | "openClient">;
}

/** How a sweep in PostgreSQL is run. */
export interface DatabaseSweepOptions {
  signal?: AbortSignal;
  /** Told when the register lies in the database, and after each step. */
  onProgress?: (done: number, total: number) => void;
}

/** What a sweep in PostgreSQL came to; `ended` is false where it was stopped and can be gone on with. */
export interface DatabaseSweepEnd {
  sweep: number;
  held: number;
  differing: number;
  ended: boolean;
}

/**
 * Holds every valid alert against the whole register within PostgreSQL, whatever it was last checked with. Only answers
 * that differ are stored. Cut off at any point, the next call goes on from the last committed step. Refused while
 * sweeps are told to wait.
 */
export async function sweepInDatabase(
  parts: DatabaseSweepParts,
  options: DatabaseSweepOptions = {},
): Promise<DatabaseSweepEnd | Refusal> {
  const { database, clock } = parts;
  const db = database.app;
  if (await areSweepsPaused(db)) return refused("sweepsPaused");
  const client = await database.openClient("varde_app");
  try {
    const { version, loadId } = await registerVersion(db);
    const engine = new SqlSweep(await prepareSweepConnection(client));
    await engine.prepare(streamPeople(db));
    const asked = presentEngine(version, loadId);
    const sweep = await db.transaction().execute((tx) => beginOrdered(tx, asked, clock.now()));
    return await goThroughAlerts({ db, ...parts }, { sweep, asked, engine }, options);
  } finally {
    await client.end();
  }
}

async function beginOrdered(tx: Kysely<unknown>, asked: AskedWith, at: Date): Promise<Sweep> {
  const running = await findRunningSweep(tx, true);
  const left = await countMatchedAfter(tx, running?.lastAlert ?? 0);
  if (running) {
    await renewSweep(tx, running.id, asked, left);
    return running;
  }
  const begun = await insertSweep(tx, { cause: "operator", asked, total: left, at });
  await notifyChange(tx, "sweeps");
  return begun ?? beginOrdered(tx, asked, at);
}

interface Going {
  sweep: Sweep;
  asked: AskedWith;
  engine: SqlSweep;
}

async function goThroughAlerts(
  parts: IdentificationParts,
  { sweep, asked, engine }: Going,
  { signal, onProgress }: DatabaseSweepOptions,
): Promise<DatabaseSweepEnd> {
  const { db } = parts;
  const end: DatabaseSweepEnd = { sweep: sweep.id, held: 0, differing: 0, ended: false };
  for (let after = sweep.lastAlert; ; ) {
    const ids = await listMatchedAfter(db, after, ALERTS_PER_BATCH);
    if (ids.length === 0) break;
    const answers = await askAbout(engine, await readToMatch(db, ids));
    const step = await takeStep(parts, sweep, (tx) => store(tx, parts, { ids, asked, answers }));
    if (!step || signal?.aborted) return end;
    after = step.lastAlert;
    end.held += step.done;
    end.differing += step.differing;
    onProgress?.(step.doneSoFar, step.total);
  }
  await db.transaction().execute((tx) => endSweep(tx, sweep.id, parts.clock.now()));
  return { ...end, ended: true };
}

/** What the engine said about an alert, and about which version. */
type Answers = ReadonlyMap<number, { version: number; result: LinkResult }>;

async function askAbout(engine: SqlSweep, alerts: readonly AlertToMatch[]): Promise<Answers> {
  const results = await engine.link(alerts.map(currentQuery), { top: MOST_CANDIDATES });
  return new Map(
    alerts.map(({ id, currentVersion }, i) => [
      id,
      { version: currentVersion, result: results[i] as LinkResult },
    ]),
  );
}

/** Stores what differs. An alert that has got a new version meanwhile has been asked about with that. */
async function store(
  tx: Kysely<unknown>,
  parts: IdentificationParts,
  { ids, asked, answers }: { ids: readonly number[]; asked: AskedWith; answers: Answers },
): Promise<SweepStep> {
  const link = ({ id }: { id: string }): LinkResult => {
    const answer = answers.get(Number(id));
    if (!answer) throw new Error(`alert ${id} was not asked about`);
    return answer.result;
  };
  const [of, writes] = [{ index: { link }, asked, at: parts.clock.now() }, nothingToWrite()];
  for (const alert of await readToMatch(tx, await lockValid(tx, ids))) {
    if (answers.get(alert.id)?.version !== alert.currentVersion) continue;
    recheck(alert, isOtherEngine(alert, asked) ? "engine" : "register", of, writes);
  }
  await finishMatching(tx, parts, writes, of);
  return { done: ids.length, differing: writes.runs.length, lastAlert: ids.at(-1) ?? 0 };
}
