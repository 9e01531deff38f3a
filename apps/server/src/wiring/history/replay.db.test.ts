import assert from "node:assert/strict";
import test, { after } from "node:test";
import { sql } from "kysely";
import { actOnCase } from "../../casework/cases/index.ts";
import { createPortfolioReader, instantOf } from "../../casework/portfolio/index.ts";
import { joinSlices } from "../../main.ts";
import { fixedClock } from "../../platform/clock/clock.ts";
import { isRefusal } from "../../platform/rules/refusal.ts";
import { readSettings } from "../../platform/settings/settings.ts";
import { createTestDatabase } from "../../platform/testing/index.ts";
import { employStaff, getOfficer } from "../demo/demo-staff.ts";
import { findAlertProgress } from "./history.sql.ts";
import { readHistory } from "./read-history.ts";
import { replayHistory } from "./replay-history.ts";

const db = await createTestDatabase({ after });
const installation = await joinSlices({ settings: readSettings({}), db, mailboxes: [] });
after(() => installation.close());
const { parts } = installation;
const history = await readHistory("review-2026");

/** The figures a review would ask for on a day, as somebody who asks at `now` gets them. */
async function figuresOn(day: string, now: string) {
  const reader = createPortfolioReader(db.app, fixedClock(now));
  const { cases, open, closed, closedWithReaction, mediaCases, mediaCasesClosed, reopened } =
    await reader.asOf(await instantOf(db.app, day));
  return { cases, open, closed, closedWithReaction, mediaCases, mediaCasesClosed, reopened };
}

const AUTUMN = { cases: 109 };
const NOVEMBER = { cases: 127, reopened: 18, closed: 57, open: 70 };
const FEBRUARY = {
  cases: 166,
  closed: 113,
  open: 53,
  closedWithReaction: 71,
  mediaCases: 28,
  mediaCasesClosed: 25,
};

async function holds(now: string): Promise<void> {
  assert.partialDeepStrictEqual(await figuresOn("2025-10-31", now), AUTUMN);
  assert.partialDeepStrictEqual(await figuresOn("2025-11-30", now), NOVEMBER);
  assert.partialDeepStrictEqual(await figuresOn("2026-02-01", now), FEBRUARY);
}

test("a replayed history gives the counts of the review", async (t) => {
  await t.test("is stopped, and goes on where it was", async () => {
    const stop = new AbortController();
    const progress = (done: number) => done >= 700 && stop.abort();
    const stopped = await replayHistory({ parts, signal: stop.signal, progress }, history);
    assert.ok(!isRefusal(stopped));
    assert.ok(stopped.done < stopped.total);
    const { signal } = new AbortController();
    const ended = await replayHistory({ parts, signal, progress: () => {} }, history);
    assert.ok(!isRefusal(ended));
    assert.equal(ended.done, ended.total);
  });

  await t.test("has the counts of the three days", () => holds("2026-02-02T08:00:00Z"));

  await t.test("every case stands now as its history says last", async () => {
    const { rows } = await sql<{ number: string }>`
      select c.number from casework.cases c cross join lateral (
        select * from casework.case_standings where case_id = c.id order by at desc, id desc limit 1
      ) s
      where (c.stage, c.outcome, c.reopened, c.flags, c.priority, c.units, c.assignee_id, c.waiting_for, c.waiting_since,
          c.due_at, c.closed_at, c.countries, c.professions, c.days_ours, c.days_theirs)
        is distinct from (s.stage, s.outcome, s.reopened, s.flags, s.priority, s.units, s.assignee_id, s.waiting_for,
          s.waiting_since, s.due_at, s.closed_at, s.countries, s.professions, s.days_ours, s.days_theirs)`.execute(
      db.app,
    );
    assert.deepEqual(rows, []);
  });

  await t.test("has the same counts whatever is done later, and whenever somebody asks", async () => {
    const later = { ...parts, clock: fixedClock("2026-03-10T09:00:00Z") };
    const owner = getOfficer(await employStaff(db.app, later.clock.now()), "turid");
    const first = await findAlertProgress(db.app, "INVENTED-0001");
    const caseId = first?.caseId ?? 0;
    for (const act of [
      { act: "clearFlag", flag: "media", reason: "Ikke lenger omtalt" },
      { act: "reopenCase", reason: "Nye opplysninger" },
    ] as const) {
      const done = await actOnCase(later, { caseId, act, by: { personId: owner.id } });
      assert.ok(!isRefusal(done), act.act);
    }
    assert.equal((await figuresOn("2026-03-10", "2026-03-11T08:00:00Z")).closed, FEBRUARY.closed - 1);
    await holds("2026-03-11T08:00:00Z");
    await holds("2031-01-01T08:00:00Z");
  });

  await t.test("refuses to mix with what is there already", async () => {
    const { signal } = new AbortController();
    const refused = await replayHistory(
      { parts, signal, progress: () => {} },
      { ...history, name: "another" },
    );
    assert.ok(isRefusal(refused));
    assert.equal(refused.code, "databaseNotEmpty");
  });
});
