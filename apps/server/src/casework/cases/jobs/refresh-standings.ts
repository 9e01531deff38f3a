import { insertStanding, replaceDeadlines, updateStanding } from "../acting/acts.sql.ts";
import { deadlinesOf, standingOf } from "../acting/case-standing.rules.ts";
import type { CasesParts } from "../cases-parts.ts";
import { lockCase } from "../facts/facts.sql.ts";
import { findGatheredCase } from "../facts/gather-facts.ts";
import { listOpenCases } from "./case-jobs.sql.ts";

const AT_ONCE = 200;

/**
 * Lets every open case stand in the queue as it does today: a day that has passed can end a wait or make something
 * due without anybody having acted. Returns how many cases were looked at; stops between two when asked to.
 */
export async function refreshStandings(parts: CasesParts, signal?: AbortSignal): Promise<number> {
  let seen = 0;
  for (let after = 0; ; ) {
    const ids = await listOpenCases(parts.db, after, AT_ONCE);
    for (const id of ids) {
      if (signal?.aborted) return seen;
      await refreshStanding(parts, id);
      seen += 1;
    }
    const last = ids.at(-1);
    if (last === undefined) return seen;
    after = last;
  }
}

async function refreshStanding({ db, clock }: CasesParts, caseId: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const at = clock.now();
    await lockCase(tx, caseId);
    const gathered = await findGatheredCase(tx, caseId, at);
    if (!gathered || gathered.facts.state.stage === "closed") return;
    const { facts, record } = gathered;
    const standing = standingOf(facts, at);
    await updateStanding(tx, caseId, standing);
    await insertStanding(tx, caseId, { actId: record.lastAct, at, standing });
    await replaceDeadlines(tx, caseId, deadlinesOf(facts, at));
  });
}
