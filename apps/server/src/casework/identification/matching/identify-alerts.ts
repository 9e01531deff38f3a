import type { Kysely } from "kysely";
import { jobActor } from "../../../platform/audit/index.ts";
import { notifyChange } from "../../../platform/database/index.ts";
import type { IdentificationParts, MatchingParts } from "../identification-parts.ts";
import { lockUnmatched, readToMatch } from "./match.sql.ts";
import { matchNewVersions, nothingToWrite } from "./match-alerts.ts";
import type { AskedWith } from "./register-index.ts";
import { type MatchWrites, writeMatches } from "./write-matches.sql.ts";

const VERSIONS_PER_BATCH = 200;
const ROBOT = jobActor("identification");

/**
 * Asks the engine about every alert version it has not answered about. What is to be done stands in the tables, so any
 * number of these may run at once in any processes, be killed and run again. Begins after version `after` and returns
 * the last version it came to. Returns how many versions were asked about.
 */
export async function identifyAlerts(parts: MatchingParts, signal?: AbortSignal): Promise<number> {
  let [after, identified] = [0, 0];
  for (;;) {
    const asked = await parts.index.refresh();
    const batch = await parts.db.transaction().execute((tx) => identifyBatch(tx, parts, asked, after));
    if (!batch || signal?.aborted) return identified;
    after = batch.lastVersion;
    identified += batch.identified;
  }
}

async function identifyBatch(
  tx: Kysely<unknown>,
  parts: MatchingParts,
  asked: AskedWith,
  after: number,
): Promise<{ lastVersion: number; identified: number } | undefined> {
  const locked = await lockUnmatched(tx, after, VERSIONS_PER_BATCH);
  const lastVersion = locked.at(-1)?.versionId;
  if (lastVersion === undefined) return undefined;
  // Read after the lock: another process may have answered between finding a version and holding its alert.
  const alerts = await readToMatch(tx, [...new Set(locked.map(({ alertId }) => alertId))]);
  const [of, writes] = [{ index: parts.index, asked, at: parts.clock.now() }, nothingToWrite()];
  for (const alert of alerts) matchNewVersions(alert, of, writes);
  await finishMatching(tx, parts, writes, of);
  return { lastVersion, identified: writes.runs.length };
}

/** Writes what a batch of matching found and tells the rest of the system. */
export async function finishMatching(
  tx: Kysely<unknown>,
  { jobs }: Pick<IdentificationParts, "jobs">,
  writes: MatchWrites,
  { asked, at }: { asked: AskedWith; at: Date },
): Promise<void> {
  await writeMatches(tx, writes, asked, at);
  for (const { alertId, versionId, messageId, outcome } of writes.runs)
    await jobs.publish(tx, {
      type: "alertIdentified",
      subject: `alert:${alertId}`,
      payload: { alertId, versionId, messageId, outcome },
      actor: ROBOT,
    });
  if (writes.runs.length > 0) await notifyChange(tx, "alerts");
}
