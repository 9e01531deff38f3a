import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type CaseActInput, type CaseView, caseRoutes, ProblemError, type Role } from "@varde/contract";
import { sql } from "kysely";
import { loginAs } from "../../access/testing.ts";
import { isRefusal } from "../../platform/rules/refusal.ts";
import { takeUpAlert } from "./index.ts";
import { buildCasesServer, casesParts, confirmAlert, loadPeople } from "./testing.ts";

const HPR = 7_654_321;
const { app, db, clock } = await buildCasesServer({ after });
let caseId = 0;
let view: CaseView;

before(async () => {
  await loadPeople(db.app, clock, [
    { hprNumber: HPR, surname: "Lindqvist", forename: "Sara", basisCountry: "SE" },
  ]);
  const alertId = await confirmAlert(db.app, HPR);
  const opened = await db.app
    .transaction()
    .execute((tx) => takeUpAlert(tx, casesParts(db.app, clock), alertId));
  assert.ok(opened && !isRefusal(opened));
  caseId = opened.caseId;
});

/** Does an act as somebody of a role who has just looked at the case. */
async function act(role: Role, given: CaseActInput, subject: string = role): Promise<CaseView> {
  const { call } = await loginAs(app, role, { subject });
  const { case: seen } = await call(caseRoutes.getCase, { params: { id: caseId } });
  view = await call(caseRoutes.actOnCase, {
    params: { id: caseId },
    body: { act: given, lastAct: seen.lastAct },
  });
  return view;
}

async function refusalOf(asked: Promise<unknown>): Promise<string> {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof ProblemError, "it was not refused");
  return error.problem.code;
}

const passDays = (days: number) => clock.move(new Date(clock.now().getTime() + days * 86_400_000));
const today = () => clock.now().toISOString().slice(0, 10);

test("takes a case from a confirmed identity to the closed case, refusing what comes too early", async (t) => {
  await t.test(
    "opens in intake with the first number of the year, looked up in HPR by the machine",
    async () => {
      const { call } = await loginAs(app, "firstLine");
      view = await call(caseRoutes.getCase, { params: { id: caseId } });
      assert.equal(view.case.number, "2026-0001");
      assert.equal(view.case.stage, "intake");
      assert.deepEqual(
        view.lookUps.map(({ register, by }) => [register, by.kind]),
        [
          ["prescribingRight", "job"],
          ["hpr", "job"],
        ],
      );
      assert.equal(view.case.next?.code, "lookUpRegisters");
    },
  );

  await t.test("goes to triage when the registers have answered", async () => {
    await act("firstLine", {
      act: "recordLookUp",
      register: "population",
      purpose: "Saksopplysning",
      answer: "found",
    });
    const evidence = { worksInNorway: "yes", worksWithPatients: "yes" };
    await act("firstLine", {
      act: "recordLookUp",
      register: "employer",
      purpose: "Arbeid",
      answer: "found",
      evidence,
    });
    assert.equal(view.case.stage, "triage");
    assert.equal(await refusalOf(act("firstLine", { act: "finishTriage" })), "prioritySet");
  });

  await t.test("is prioritised by named facts and documented", async () => {
    await act("firstLine", { act: "setPriority" });
    assert.equal(view.case.priority, "high");
    assert.ok(view.procedure.priority?.computed.facts.some(({ fact }) => fact === "worksInNorway"));
    await act("firstLine", { act: "take" });
    await act("firstLine", { act: "finishTriage" });
    await act("firstLine", { act: "requestDocuments", authority: "IVO", country: "SE", wanted: "Beslutet" });
    assert.equal(view.case.waiting?.for, "foreignAuthority");
    passDays(3);
    await act("firstLine", { act: "recordDocumentsReceived", requestId: 1 });
    const points = ["documentationSufficient", "lapseProven", "impartialityConsidered"] as const;
    for (const point of points)
      await act("firstLine", { act: "tickControlPoint", point, evidence: "Vedlegg 1" });
  });

  await t.test("is handed over, returned once, and never accepted by the sender", async () => {
    await act("firstLine", { act: "offerHandover", note: "Klar" });
    assert.deepEqual(view.case.units.toSorted(), ["andrelinje", "foerstelinje"]);
    await act("secondLine", { act: "returnHandover", reason: "Mangler oversettelse" });
    assert.equal(view.case.stage, "documentation");
    await act("processOwner", { act: "offerHandover" });
    assert.equal(await refusalOf(act("processOwner", { act: "acceptHandover" })), "receiverIsNotSender");
    await act("secondLine", { act: "acceptHandover" });
    assert.equal(view.case.stage, "assessment");
  });

  await t.test("is assessed, heard, decided and approved by another than the author", async () => {
    await act("secondLine", { act: "chooseTrack", track: "A", reason: "Bygger på svensk legitimasjon" });
    await act("secondLine", {
      act: "tickControlPoint",
      point: "impartialityConsidered",
      evidence: "Ingen bånd",
    });
    await act("secondLine", {
      act: "proposeOutcome",
      outcome: "revocation",
      reason: "Grunnlaget er bortfalt",
    });
    await act("secondLine", { act: "readSecond", agrees: true, reason: "Enig" }, "Annen Leser");
    await act("secondLine", { act: "concludeAssessment" });
    const sent = { sentOn: today(), channel: "post", proof: "RR1" };
    const deadline = new Date(clock.now().getTime() + 22 * 86_400_000).toISOString().slice(0, 10);
    await act("secondLine", { act: "sendPreNotice", deadline, ...sent });
    passDays(24);
    await act("secondLine", { act: "concludeHearing" });
    await act("secondLine", {
      act: "draftDecision",
      outcome: "revocation",
      letter: "Autorisasjonen kalles tilbake.",
      legalBases: ["hpl57-lapsedForeignBasis"],
      effectiveOn: today(),
    });
    await act("secondLine", { act: "submitDecision" });
    const { contentHash } = view.decisions[0]!;
    assert.equal(
      await refusalOf(act("secondLine", { act: "approveDecision", contentHash })),
      "approverIsNotAuthor",
    );
    await act("processOwner", { act: "recordLookUp", register: "hpr", purpose: "Før vedtak" });
    await act("processOwner", { act: "approveDecision", contentHash });
    await act("secondLine", { act: "recordDecisionSent", contentHash, ...sent, sentOn: today() });
    assert.equal(view.case.stage, "effectuation");
    assert.match(view.decisions[0]!.legalBases[0]!.text, /autorisasjon/i);
  });

  await t.test("is closed only when every line is evidenced and the appeal deadline has passed", async () => {
    await act("firstLine", { act: "recordDecisionReceived", receivedOn: today() });
    assert.equal(await refusalOf(act("firstLine", { act: "closeCase" })), "everyLineEvidenced");
    for (const line of Object.keys(view.procedure.effectuation[0]!.lines) as ["hprReadBack"])
      await act("firstLine", { act: "recordEffectuation", line, evidence: "Kvittering" });
    passDays(30);
    await act("firstLine", { act: "closeCase" });
    assert.deepEqual([view.case.stage, view.case.outcome], ["closed", "revocation"]);
    assert.equal(view.case.next, null);
  });

  await t.test("is reopened with a reason, and counts as reopened", async () => {
    await act("processOwner", { act: "reopenCase", reason: "Nye opplysninger fra Sverige" });
    assert.deepEqual(view.case.flags, ["reopened"]);
    assert.equal(view.case.closedAt, null);
  });
});

test("the facts of a case are the changes of its acts laid over each other, on every day of its life", async () => {
  const { call } = await loginAs(app, "auditor");
  const params = { id: caseId };
  const now = await call(caseRoutes.getCase, { params });
  const asOf = await call(caseRoutes.getCaseAsOf, { params, query: { at: clock.now().toISOString() } });
  assert.deepEqual(asOf.procedure, now.procedure);
  const early = await call(caseRoutes.getCaseAsOf, { params, query: { at: "2026-02-02T08:00:00Z" } });
  assert.equal(early.procedure?.state.stage, "documentation");
  const before = await call(caseRoutes.getCaseAsOf, { params, query: { at: "2026-01-01T00:00:00Z" } });
  assert.deepEqual([before.act, before.procedure], [null, null]);
});

test("the history tells every act with what it changed, newest first, page by page", async () => {
  const { call } = await loginAs(app, "auditor");
  const acts: string[] = [];
  let next: number | null | undefined;
  do {
    const query = { limit: 7, ...(next && { before: next }) };
    const page = await call(caseRoutes.getCaseHistory, { params: { id: caseId }, query });
    acts.push(...page.entries.map(({ act: name }) => name));
    next = page.next;
  } while (next);
  assert.equal(acts[0], "reopenCase");
  assert.equal(acts.at(-1), "openCase");
  const { rows } = await sql<{ count: number }>`
    select count(*)::int from casework.case_acts where case_id = ${caseId}`.execute(db.app);
  assert.equal(acts.length, rows[0]?.count);
});

test("every act stands in the audit log with how the case stood before and after, and whoever read it too", async () => {
  const { rows } = await sql<{ act: string; before: { stage?: string }; after: { stage?: string } }>`
    select act, before, after from platform.audit
    where object_type = 'case' and object_id = ${String(caseId)} and act = 'closeCase'`.execute(db.app);
  assert.deepEqual([rows[0]?.before.stage, rows[0]?.after.stage], ["effectuation", "closed"]);
  const reads = await sql`select from platform.audit where act = 'readCase'`.execute(db.app);
  assert.ok(reads.rows.length > 10);
});
