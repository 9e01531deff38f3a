import type { Kysely } from "kysely";
import { notifyChange } from "../../../platform/database/index.ts";
import type { IdentificationParts } from "../identification-parts.ts";
import type { AskedWith } from "../matching/register-index.ts";
import {
  areSweepsPaused,
  countOutdated,
  findRunningSweep,
  finishSweep,
  insertSweep,
  moveSweep,
  renewSweep,
  type Sweep,
  type SweepStep,
} from "./sweeps.sql.ts";

/** The topic under which open pages hear that a sweep has moved. */
const TOPIC = "sweeps";

type Parts = Pick<IdentificationParts, "db" | "clock">;

/**
 * The sweep that holds alerts against what they have not been checked with: the one under way, taken up where it was
 * left, or a new one. Nothing where every alert has been checked, or while sweeps are told to wait.
 */
export async function beginSweep({ db, clock }: Parts, asked: AskedWith): Promise<Sweep | undefined> {
  return db.transaction().execute(async (tx) => {
    if (await areSweepsPaused(tx)) return undefined;
    const { left, cause } = await countOutdated(tx, asked);
    const running = await findRunningSweep(tx, false);
    if (left === 0) {
      if (running) await endSweep(tx, running.id, clock.now());
      return undefined;
    }
    if (running) {
      await renewSweep(tx, running.id, asked, left);
      return running;
    }
    const at = clock.now();
    const begun = await insertSweep(tx, { cause, asked, total: left, at });
    await notifyChange(tx, TOPIC);
    return begun ?? findRunningSweep(tx, false);
  });
}

/**
 * Takes one step of a sweep in a transaction and records how far it came, so that a process that is killed loses and
 * repeats nothing. `undefined` when sweeps have been told to wait.
 */
export async function takeStep(
  { db, clock }: Parts,
  sweep: Sweep,
  step: (tx: Kysely<unknown>) => Promise<SweepStep>,
): Promise<(SweepStep & { total: number; doneSoFar: number }) | undefined> {
  return db.transaction().execute(async (tx) => {
    if (await areSweepsPaused(tx)) return undefined;
    const taken = await step(tx);
    const { done, total } = await moveSweep(tx, sweep.id, taken, clock.now());
    await notifyChange(tx, TOPIC);
    return { ...taken, doneSoFar: done, total };
  });
}

/** Ends a sweep where nothing is left of it; another process may still hold what is left. */
export async function endIfNothingLeft({ db, clock }: Parts, sweep: Sweep, asked: AskedWith): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { left } = await countOutdated(tx, asked);
    if (left === 0) await endSweep(tx, sweep.id, clock.now());
  });
}

/** Records that a sweep has come to its end. */
export async function endSweep(tx: Kysely<unknown>, id: number, at: Date): Promise<void> {
  await finishSweep(tx, id, at);
  await notifyChange(tx, TOPIC);
}
