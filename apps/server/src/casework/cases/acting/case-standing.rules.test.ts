import assert from "node:assert/strict";
import test from "node:test";
import { factsOf } from "../facts/gather-facts.ts";
import { unopenedFacts } from "../opening/unopened-facts.ts";
import type { CaseFacts } from "../procedure/case-facts.ts";
import { codesOf, deadlinesOf, owningUnitsOf, standingOf, unitsOf } from "./case-standing.rules.ts";
import { endOfDay, startOfDay } from "./days.ts";

const AT = new Date("2026-02-02T08:00:00Z");
const DONE = { by: { actor: { id: "ingrid", name: "Ingrid Solbakken" } }, at: AT.toISOString() };

function invent(more: Partial<CaseFacts>): CaseFacts {
  const facts = unopenedFacts(AT.toISOString());
  const none = { alerts: [], lookUps: [], attachments: [], tasks: [], away: [] };
  return { ...factsOf({ id: 1, number: "", hprNumber: 1, lastAct: 0, facts, ...none }, undefined), ...more };
}

test("a day ends when it does in Norway, summer and winter", () => {
  assert.equal(endOfDay("2026-02-02").toISOString(), "2026-02-02T23:00:00.000Z");
  assert.equal(endOfDay("2026-07-02").toISOString(), "2026-07-02T22:00:00.000Z");
  assert.equal(endOfDay("2026-03-28").toISOString(), "2026-03-28T23:00:00.000Z");
  assert.equal(endOfDay("2026-03-29").toISOString(), "2026-03-29T22:00:00.000Z");
  assert.equal(startOfDay("2026-10-26").toISOString(), "2026-10-25T23:00:00.000Z");
});

test("a case belongs to the line of its stage, to both while handed over, and to both when closed", () => {
  const offered = { stage: "handover", offered: DONE, note: "" } as const;
  assert.deepEqual(unitsOf(invent({ state: { stage: "triage" } }), AT), ["foerstelinje"]);
  assert.deepEqual(unitsOf(invent({ state: offered }), AT).toSorted(), ["andrelinje", "foerstelinje"]);
  const closed = invent({ state: { stage: "closed", outcome: "noReaction", ...DONE } });
  assert.deepEqual(unitsOf(closed, AT).toSorted(), ["andrelinje", "foerstelinje"]);
});

test("whoever something in a case waits for has the case too, until it is done", () => {
  const renounced = (status: "received" | "withdrawn") => {
    const renunciation = { status, receivedOn: "2026-02-02", attachmentId: null } as never;
    return invent({ state: { stage: "triage" }, renunciation });
  };
  assert.deepEqual(unitsOf(renounced("received"), AT), ["foerstelinje", "andrelinje"]);
  assert.deepEqual(unitsOf(renounced("withdrawn"), AT), ["foerstelinje"]);
  assert.deepEqual(owningUnitsOf(renounced("received")), ["foerstelinje"]);
});

test("an open case is due when the first of its clocks is, and never without a next action", () => {
  const standing = standingOf(invent({ state: { stage: "intake" } }), AT);
  assert.ok(standing.nextAction);
  assert.equal(standing.dueAt?.toISOString(), "2026-02-04T23:00:00.000Z");
  assert.equal(deadlinesOf(invent({ state: { stage: "intake" } }), AT)[0]?.code, "stageTarget");
});

test("a high priority stands before, and a low one after, what is due the same day", () => {
  const computed = { level: "high", score: 90, facts: [] } as const;
  const urgency = (level: "high" | "normal" | "low") =>
    standingOf(
      invent({ state: { stage: "intake" }, priority: { ...DONE, level, computed, override: null } }),
      AT,
    ).urgentAt.getTime();
  assert.ok(urgency("high") < urgency("normal"));
  assert.ok(urgency("normal") < urgency("low"));
});

test("a closed case has an outcome and nothing next, due or waited for", () => {
  const closed = standingOf(invent({ state: { stage: "closed", outcome: "noReaction", ...DONE } }), AT);
  const { outcome, nextAction, dueAt, waitingFor, closedAt } = closed;
  assert.deepEqual([outcome, nextAction, dueAt, waitingFor], ["noReaction", null, null, null]);
  assert.equal(closedAt?.toISOString(), DONE.at);
});

test("the audit log is told codes alone", () => {
  const codes = codesOf(invent({ state: { stage: "triage" } }), AT);
  assert.deepEqual(Object.keys(codes), [
    "stage",
    "priority",
    "flags",
    "outcome",
    "units",
    "assigneeId",
    "reopened",
  ]);
  assert.deepEqual(codesOf(invent({}), AT), {});
});
