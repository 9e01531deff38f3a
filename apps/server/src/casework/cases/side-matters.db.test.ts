import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type CaseActInput, type CaseView, caseRoutes, type Role } from "@varde/contract";
import { loginAs } from "../../access/testing.ts";
import { isRefusal } from "../../platform/rules/refusal.ts";
import { openCase, takeUpAlert } from "./index.ts";
import { buildCasesServer, casesParts, confirmAlert, loadPeople } from "./testing.ts";

const { app, db, clock } = await buildCasesServer({ after });
const parts = casesParts(db.app, clock);
const HPR = [8_100_001, 8_100_002, 8_100_003, 8_100_004];
let view: CaseView;
let caseId = 0;

before(() =>
  loadPeople(
    db.app,
    clock,
    HPR.map((hprNumber) => ({ hprNumber, basisCountry: "SE" })),
  ),
);

/** Opens a case and takes it to triage. */
async function open(hprNumber: number): Promise<void> {
  const alertIds = [await confirmAlert(db.app, hprNumber)];
  const opened = await openCase(parts, { hprNumber, alertIds, by: { robot: "test" } });
  assert.ok(!isRefusal(opened));
  caseId = opened.caseId;
  for (const register of ["population", "employer"] as const)
    await act("firstLine", { act: "recordLookUp", register, purpose: "Oppslag", answer: "found" });
}

async function act(role: Role, given: CaseActInput, subject: string = role): Promise<CaseView> {
  const { call } = await loginAs(app, role, { subject });
  const params = { id: caseId };
  const { case: seen } = await call(caseRoutes.getCase, { params });
  view = await call(caseRoutes.actOnCase, { params, body: { act: given, lastAct: seen.lastAct } });
  return view;
}

const day = (days = 0) => new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
const passDays = (days: number) => clock.move(new Date(clock.now().getTime() + days * 86_400_000));
const sent = () => ({ sentOn: day(), channel: "post", proof: "RR1" });
const reason = "Fare for pasienter";

test("an interim suspension of a case of the first line is approved, sent and reassessed by the second, with its clocks", async () => {
  await open(HPR[0]!);
  const letter = "Autorisasjonen suspenderes.";
  await act("firstLine", { act: "setPriority" });
  await act("firstLine", { act: "finishTriage" });
  await act("firstLine", { act: "requestDocuments", authority: "IVO", country: "SE", wanted: "Beslut" });
  await act("processOwner", {
    act: "imposeInterimSuspension",
    scope: "full",
    until: day(90),
    letter,
    reason,
  });
  const proposal = view.procedure.interimSuspension;
  assert.ok(proposal.status === "proposed");
  assert.equal(view.decisions[0]?.contentHash, proposal.contentHash);
  assert.equal(view.decisions[0]?.letter, letter);
  assert.ok(view.deadlines.some(({ code }) => code === "suspensionApproval"));
  await approve(proposal.contentHash);
  await act("secondLine", { act: "recordSuspensionSent", ...sent() });
  await act("secondLine", { act: "recordSuspensionReceived", receivedOn: day() });
  assert.ok(view.deadlines.some(({ code, law }) => code === "suspensionEnds" && law));
  await act("processOwner", { act: "extendInterimSuspension", until: day(200), letter, reason });
  assert.equal(view.decisions[0]?.kind, "suspensionExtension");
  await approve(view.decisions[0]!.contentHash);
  const against = "interimSuspension" as const;
  await act("firstLine", { act: "receiveAppeal", against, receivedOn: day() });
  await act("secondLine", { act: "reassessAppeal", against, result: "upheld", reason });
  await act("secondLine", { act: "forwardAppeal", against, sentOn: day() });
  assert.ok(view.deadlines.some(({ code, whose }) => code === "appealBoard" && whose === "theirs"));
  await act("processOwner", {
    act: "recordBoardOutcome",
    against,
    outcome: "upheld",
    decidedOn: day(),
    reason,
  });
  assert.equal(view.procedure.appeals.interimSuspension.status, "settled");
  await act("processOwner", { act: "liftInterimSuspension", reason: "Ikke lenger fare" });
  assert.equal(view.procedure.interimSuspension.status, "ended");
  assert.ok(view.procedure.effectuation.some(({ cause }) => cause === "suspensionEnded"));
});

const approve = (contentHash: string) => act("secondLine", { act: "approveInterimSuspension", contentHash });

test("a question to the sender is asked and answered, and its time is the sender's", async () => {
  await open(HPR[1]!);
  await act("firstLine", { act: "askSender", question: "Hvem gjelder varselet?", answerBy: day(14) });
  assert.ok(view.deadlines.some(({ code, whose }) => code === "senderAnswer" && whose === "theirs"));
  passDays(2);
  await act("firstLine", { act: "recordSenderAnswer", outcome: "answered" });
  assert.equal(view.procedure.questions[0]?.ended?.answer, "answered");
});

test("a case on hold waits, and the pause is kept when it ends", async () => {
  await act("firstLine", { act: "pause", reason: "police", until: day(20), note: "Anmeldt" });
  assert.equal(view.case.waiting?.for, "police");
  passDays(4);
  await act("firstLine", { act: "resume" });
  assert.equal(view.procedure.formerPauses[0]?.reason, "police");
  assert.ok(view.time.theirs > 0);
});

test("a case is dismissed when somebody else than the proposer agrees", async () => {
  const ground = "notRelevantInNorway" as const;
  await act("firstLine", { act: "proposeDismissal", ground, reason: "Gjelder et annet yrke" });
  await act("processOwner", { act: "dismissCase", ground });
  assert.deepEqual([view.case.stage, view.case.outcome], ["closed", ground]);
});

test("a renunciation is received and confirmed, and is told to the world like a decision", async () => {
  await open(HPR[2]!);
  await act("firstLine", { act: "receiveRenunciation", receivedOn: day() });
  assert.equal(view.procedure.renunciation.status, "received");
  await act("secondLine", { act: "confirmRenunciation", effectiveOn: day() });
  assert.equal(view.procedure.renunciation.status, "confirmed");
  assert.equal(view.procedure.effectuation[0]?.cause, "renunciation");
});

test("alerts about one person are joined in one case and taken apart again, and none is left without a case", async () => {
  await open(HPR[3]!);
  const first = caseId;
  const second = await confirmAlert(db.app, HPR[3]!);
  const takeUp = () => db.app.transaction().execute((tx) => takeUpAlert(tx, parts, second));
  assert.deepEqual((await takeUp()) && !isRefusal(await takeUp()), true);
  const { call } = await loginAs(app, "firstLine");
  view = await call(caseRoutes.getCase, { params: { id: first } });
  assert.deepEqual([view.alerts.length, view.case.alerts], [2, 2]);
  await act("firstLine", { act: "takeAlertApart", alertId: second, reason: "Gjelder et annet forhold" });
  assert.equal(view.alerts.length, 1);
  const own = await takeUp();
  assert.ok(own && !isRefusal(own) && own.caseId !== first);
  await act("firstLine", { act: "linkCases", otherCase: own.caseId, reason: "Samme person" });
  assert.deepEqual(
    view.links.map((link) => link.caseId),
    [own.caseId],
  );
  await act("firstLine", { act: "unlinkCases", otherCase: own.caseId, reason: "Feil" });
  assert.deepEqual(view.links, []);
});

test("every act that may be done says so beforehand, and every other says why not", async () => {
  for (const [name, ability] of Object.entries(view.abilities))
    assert.ok(ability.allowed || ability.reasons.every(({ code }) => code.length > 0), name);
  assert.ok(view.abilities.overridePriority?.allowed);
  assert.ok(!view.abilities.closeCase?.allowed);
});
