import { createIndex, type PersonIndex } from "@varde/linkage";
import type { Kysely } from "kysely";
import { streamChanges } from "../../registers/index.ts";
import type { MatchingParts } from "../identification-parts.ts";
import { beginSweep, endIfNothingLeft, takeStep } from "../sweeps/follow-sweep.ts";
import type { SweepStep } from "../sweeps/sweeps.sql.ts";
import { finishMatching } from "./identify-alerts.ts";
import { type AlertToMatch, lockOutdated, oldestCheckedRegister, readToMatch } from "./match.sql.ts";
import { currentQuery, nothingToWrite, recheck, renewCheck } from "./match-alerts.ts";
import type { AskedWith } from "./register-index.ts";

const ALERTS_PER_STEP = 500;

/** Above this many changed people, asking about every alert anew is cheaper than finding out which are concerned. */
const MOST_PEOPLE_SIFTED = 20_000;

/**
 * Holds every valid alert that was last checked with an older register, engine or model against the present ones.
 * Only answers that differ are stored and shown. Like `identifyAlerts`, it can run anywhere, at once, be killed and run
 * again. Does nothing while sweeps are told to wait. Returns how many alerts were held against.
 */
export async function recheckAlerts(
  parts: MatchingParts,
  signal?: AbortSignal,
  { alertsPerStep = ALERTS_PER_STEP } = {},
): Promise<number> {
  const asked = await parts.index.refresh();
  const sweep = await beginSweep(parts, asked);
  if (!sweep) return 0;
  const oldest = (await oldestCheckedRegister(parts.db)) ?? asked.registerVersion;
  const changed = await collectChanged(parts.db, oldest);
  let [after, rechecked] = [0, 0];
  for (;;) {
    const step = await takeStep(parts, sweep, (tx) =>
      recheckBatch(tx, parts, { asked, changed, after, limit: alertsPerStep }),
    );
    if (!step) return rechecked;
    after = step.lastAlert;
    rechecked += step.done;
    if (step.done === 0) break;
    if (signal?.aborted) return rechecked;
  }
  await endIfNothingLeft(parts, sweep, asked);
  return rechecked;
}

/** The people who have changed after a version of the register; `everybody` where they are too many to sift. */
type Changed = { index: PersonIndex; ids: Set<number> } | "everybody";

async function collectChanged(db: Kysely<unknown>, after: number): Promise<Changed> {
  const [index, ids] = [createIndex(), new Set<number>()];
  for await (const { id, person } of streamChanges(db, after)) {
    ids.add(Number(id));
    if (person) index.change(person);
    if (ids.size > MOST_PEOPLE_SIFTED) return "everybody";
  }
  return { index, ids };
}

async function recheckBatch(
  tx: Kysely<unknown>,
  parts: MatchingParts,
  { asked, changed, after, limit }: { asked: AskedWith; changed: Changed; after: number; limit: number },
): Promise<SweepStep> {
  const ids = await lockOutdated(tx, asked, after, limit);
  const [of, writes] = [{ index: parts.index, asked, at: parts.clock.now() }, nothingToWrite()];
  for (const alert of ids.length === 0 ? [] : await readToMatch(tx, ids)) {
    if (isOtherEngine(alert, asked)) recheck(alert, "engine", of, writes);
    else if (mayConcern(alert, changed)) recheck(alert, "register", of, writes);
    else renewCheck(alert, asked, writes);
  }
  await finishMatching(tx, parts, writes, of);
  return { done: ids.length, differing: writes.runs.length, lastAlert: ids.at(-1) ?? after };
}

/** Whether an alert was last checked by another engine or model. */
export function isOtherEngine(
  { identity }: AlertToMatch,
  { engineVersion, modelVersion }: AskedWith,
): boolean {
  return identity?.checkedEngine !== engineVersion || identity.checkedModel !== modelVersion;
}

/** Whether somebody who has changed was a candidate, or shares any blocking key with what the alert says. */
function mayConcern(alert: AlertToMatch, changed: Changed): boolean {
  if (changed === "everybody") return true;
  if (alert.identity?.candidates.some(({ hprNumber }) => changed.ids.has(hprNumber))) return true;
  return changed.index.link(currentQuery(alert), { top: 1 }).candidates.length > 0;
}
