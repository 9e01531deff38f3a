import assert from "node:assert/strict";
import test, { after } from "node:test";
import { caseRoutes, type Problem, standingRoutes } from "@varde/contract";
import { sql } from "kysely";
import { type LoggedInCaller, loginAs } from "../../apps/server/src/access/testing.ts";
import { CASE_PEOPLE, loadCasePeople, openCaseAt } from "../composition/cases/seed-cases.ts";
import { openWholeServer } from "../composition/whole-server.ts";

const HASH = "a".repeat(64);
const whole = await openWholeServer({ after });
const { app, installation } = whole;
await loadCasePeople(whole);

const author = await loginAs(app, "secondLine");
const approver = await loginAs(app, "secondLine", { subject: "Elin Vik" });
const other = await loginAs(app, "secondLine", { subject: "Omar Hassan" });

let people = 0;

/** A case whose decision the author has submitted, about another person each time. */
async function submitted(): Promise<number> {
  const done = {
    by: { actor: { id: author.person.id, name: author.person.name } },
    at: new Date().toISOString(),
  };
  const content = {
    version: 1,
    contentHash: HASH,
    outcome: "noReaction",
    legalBases: [],
    conditions: [],
    effectiveFrom: null,
    authors: [done],
  };
  const state = { stage: "decision", phase: "submitted", content, submitted: done };
  return openCaseAt(whole, CASE_PEOPLE[people++]!, { state, units: ["andrelinje"] });
}

async function lastActOf(id: number): Promise<number> {
  return (await author.call(caseRoutes.getCase, { params: { id } })).case.lastAct;
}

/** Sends an approval as a page does; the status, and the code where it is refused. */
async function approve(
  by: LoggedInCaller,
  id: number,
  { lastAct, contentHash = HASH, requestId }: { lastAct: number; contentHash?: string; requestId?: string },
): Promise<string> {
  const answer = await by.fetch(`/api/cases/${id}/acts`, {
    method: "POST",
    body: JSON.stringify({ act: { act: "approveDecision", contentHash }, lastAct, requestId }),
    headers: { "content-type": "application/json" },
  });
  if (answer.ok) return String(answer.status);
  return `${answer.status} ${((await answer.json()) as Problem).code}`;
}

async function approvalsOf(id: number): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select actor ->> 'name' as name from casework.case_acts where case_id = ${id} and act = 'approveDecision'
  `.execute(installation.db.app);
  return rows.map(({ name }) => name);
}

test("nobody approves what they wrote themselves", async () => {
  const id = await submitted();
  assert.match(await approve(author, id, { lastAct: await lastActOf(id) }), /^409 /);
  assert.deepEqual(await approvalsOf(id), []);
});

test("nobody approves through their own stand-in, in whosever place the stand-in acts", async () => {
  const id = await submitted();
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const body = { standInId: other.person.id, until, reason: "Kurs i dag" };
  const standIn = await author.call(standingRoutes.appointStandIn, { body });
  const lastAct = await lastActOf(id);
  assert.match(await approve(other, id, { lastAct }), /^409 /);
  assert.deepEqual(await approvalsOf(id), []);
  await author.call(standingRoutes.endStandIn, { params: { id: standIn.id } });
  assert.equal(await approve(other, id, { lastAct }), "200");
});

test("an approval sent again is done once, and worth nothing once the case has moved on", async () => {
  const id = await submitted();
  const lastAct = await lastActOf(id);
  const requestId = crypto.randomUUID();
  assert.equal(await approve(approver, id, { lastAct, requestId }), "200");
  assert.equal(await approve(approver, id, { lastAct, requestId }), "200");
  assert.deepEqual(await approvalsOf(id), ["Elin Vik"]);
  assert.equal(await approve(approver, id, { lastAct }), "409 caseChangedMeanwhile");
  const params = { id };
  const returned = { act: "returnDecision", reason: "Vilkåret mangler hjemmel" } as const;
  await approver.call(caseRoutes.actOnCase, {
    params,
    body: { act: returned, lastAct: await lastActOf(id) },
  });
  const again = await approve(approver, id, { lastAct, requestId });
  const { rows } = await sql<{ phase: string }>`
    select facts -> 'state' ->> 'phase' as phase from casework.case_facts where case_id = ${id}
  `.execute(installation.db.app);
  assert.deepEqual(rows, [{ phase: "returned" }], `the replayed approval was answered ${again}`);
  assert.deepEqual(await approvalsOf(id), ["Elin Vik"]);
});

test("an approval of another content than was submitted is refused", async () => {
  const id = await submitted();
  const lastAct = await lastActOf(id);
  assert.equal(await approve(approver, id, { lastAct, contentHash: "b".repeat(64) }), "409 contentChanged");
});

test("of approvals at the same moment one counts, whoever sends how many", async () => {
  const id = await submitted();
  const lastAct = await lastActOf(id);
  const answers = await Promise.all(
    [approver, other, approver, other, author].map((by) => approve(by, id, { lastAct })),
  );
  assert.equal(answers.filter((answer) => answer === "200").length, 1, answers.join(", "));
  assert.equal((await approvalsOf(id)).length, 1);
});

test("a decision is approved by somebody who has just proved who they are", async () => {
  const id = await submitted();
  const stale = await loginAs(app, "secondLine", { subject: "Elin Vik", stale: true });
  assert.equal(await approve(stale, id, { lastAct: await lastActOf(id) }), "403 stepUpRequired");
  assert.deepEqual(await approvalsOf(id), []);
});
