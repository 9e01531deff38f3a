import assert from "node:assert/strict";
import test from "node:test";
import type { InputOf } from "./acts/act-inputs.ts";
import type { ActName } from "./acts/act-names.ts";
import type { CaseFacts } from "./case-facts.ts";
import type { ActingOfficer } from "./circumstances.ts";
import { clocksOf } from "./clocks/deadlines.rules.ts";
import { timeSpent } from "./clocks/waiting.rules.ts";
import { isStep, judgeAct, type Step } from "./judge-act.ts";
import { nextActionsOf } from "./next-action/next-action.rules.ts";
import { inventUnopened, OPENED_AT } from "./testing/invented-case.ts";
import { AMINA, INGRID, inPlaceOf, JONAS, KARI, OLA, TURID } from "./testing/invented-officers.ts";
import { Play } from "./testing/play.ts";
import { HASH, playFrom, type StandingName } from "./testing/standings.ts";

function codes<A extends ActName>(
  play: Play,
  by: ActingOfficer,
  act: A,
  input: InputOf<A>,
): readonly string[] {
  const verdict = judgeAct(play.facts, act, by, input, play.at);
  return isStep(verdict)
    ? []
    : verdict.map(({ code, params }) => [code, params?.reason].filter(Boolean).join(":"));
}
function step<A extends ActName>(play: Play, by: ActingOfficer, act: A, input: InputOf<A>): Step {
  const verdict = judgeAct(play.facts, act, by, input, play.at);
  assert.ok(isStep(verdict), JSON.stringify(verdict));
  return verdict;
}
const from = (name: StandingName) => playFrom(name);

test("the case goes from intake to triage of itself when the registers have answered", () => {
  const play = from("intake");
  for (const [id, register] of (["hpr", "population"] as const).entries())
    play.do(INGRID, "recordLookUp", { id, register, answer: "found" });
  assert.equal(play.facts.state.stage, "intake");
  play.do(INGRID, "recordLookUp", { id: 3, register: "employer", answer: "unavailable" });
  assert.equal(play.facts.state.stage, "intake", "a register that is down has not answered");
  play.do(INGRID, "recordLookUp", { id: 4, register: "employer", answer: "notFound" });
  assert.equal(play.facts.state.stage, "triage");
});

test("refuses to open a case whose identity only the machine has settled", () => {
  const alerts = [
    { ...inventUnopened().alerts[0]!, identity: { state: "confirmed", byPerson: false } as const },
  ];
  const play = new Play(inventUnopened({ alerts }), OPENED_AT);
  assert.deepEqual(codes(play, INGRID, "openCase", {}), ["identityConfirmedByPerson:notConfirmed"]);
});

test("a refused handover names every criterion that lacks, why, and where it is mended", () => {
  const play = from("triage").do(INGRID, "finishTriage", {}).pass(40);
  const { person } = play.facts;
  const authorisations = person.authorisations.map((one) => ({ ...one, basisCountry: null }));
  play.given({ person: { ...person, authorisations }, attachments: [{ attachmentId: 1, language: "pl" }] });
  const verdict = judgeAct(play.facts, "offerHandover", INGRID, {}, play.at);
  assert.ok(!isStep(verdict));
  assert.deepEqual(
    verdict.map(({ code, params, where }) => [code, params?.reason, where]),
    [
      ["hprLookedUpRecently", "stale", "lookUps"],
      ["basisCountryKnown", "unknown", "person"],
      ["documentationSettled", "notAsked", "requests"],
      ["translationAtHand", "missing", "documents"],
    ],
  );
  assert.deepEqual(verdict[0]?.params, { reason: "stale", on: "2026-03-02", days: 40, limit: 30 });
});

test("the sender of a handover never accepts it, nor the one in whose place it was sent, nor their stand-in", () => {
  const own = from("handover");
  const double = { ...INGRID, permissions: new Set(["prepareCases", "assessCases"]) };
  assert.deepEqual(codes(own, double, "acceptHandover", {}), ["receiverIsNotSender:samePerson"]);
  const inPlace = from("documentation").do(inPlaceOf(OLA, INGRID), "offerHandover", {});
  assert.deepEqual(codes(inPlace, double, "acceptHandover", {}), ["receiverIsNotSender:samePerson"]);
  const standIn = { ...AMINA, standsInFor: [INGRID.person] };
  assert.deepEqual(codes(own, standIn, "acceptHandover", {}), ["receiverIsNotSender:standsIn"]);
  assert.equal(step(own, AMINA, "acceptHandover", {}).after, "assessment");
});

test("a returned handover goes back to documentation and says why", () => {
  const { state } = step(from("handover"), AMINA, "returnHandover", { reason: "Mangler vedlegg" }).facts;
  assert.ok(state.stage === "documentation" && state.returned?.reason === "Mangler vedlegg");
});

test("the author never approves, in whosever place, and nobody approves in the author's place", () => {
  const play = from("decision, submitted");
  const approve = (by: ActingOfficer) => codes(play, by, "approveDecision", { contentHash: HASH });
  assert.deepEqual(approve(AMINA), ["approverIsNotAuthor:samePerson"]);
  assert.deepEqual(approve(inPlaceOf(AMINA, KARI)), ["approverIsNotAuthor:samePerson"]);
  assert.deepEqual(approve(inPlaceOf(KARI, AMINA)), ["approverIsNotAuthor:samePerson"]);
  assert.deepEqual(approve({ ...KARI, standsInFor: [AMINA.person] }), ["approverIsNotAuthor:standsIn"]);
  assert.deepEqual(approve(KARI), []);
});

test("everybody who has written on the decision is its author", () => {
  const play = from("decision, returned");
  const draft = {
    outcome: "revocation",
    conditions: [],
    legalBases: ["hpl57-lapsedForeignBasis"],
    effectiveOn: play.day(),
    contentHash: HASH,
  } as const;
  play.do(KARI, "draftDecision", draft).do(KARI, "submitDecision", {});
  assert.deepEqual(codes(play, AMINA, "approveDecision", { contentHash: HASH }), [
    "approverIsNotAuthor:samePerson",
  ]);
  assert.deepEqual(codes(play, KARI, "approveDecision", { contentHash: HASH }), [
    "approverIsNotAuthor:samePerson",
  ]);
  assert.deepEqual(codes(play, JONAS, "approveDecision", { contentHash: HASH }), []);
});

test("an approval holds for the very content that was read, and only that is sent", () => {
  const other = "b".repeat(64);
  assert.deepEqual(codes(from("decision, submitted"), JONAS, "approveDecision", { contentHash: other }), [
    "contentChanged",
  ]);
  const approved = from("decision, approved");
  const letter = { sentOn: approved.day(), channel: "post", proof: "RR", contentHash: other };
  assert.deepEqual(codes(approved, AMINA, "recordDecisionSent", letter), ["otherContentThanApproved"]);
});

test("a decision rests on legal bases of its track that are in force", () => {
  const play = from("decision, to be drafted");
  const draft = (legalBases: readonly string[], effectiveOn?: string) =>
    codes(play, AMINA, "draftDecision", {
      outcome: "revocation",
      conditions: [],
      legalBases,
      effectiveOn,
      contentHash: HASH,
    });
  assert.deepEqual(draft([], play.day()), ["legalBasisMissing"]);
  assert.deepEqual(draft(["hpl59a-limitation"], play.day()), ["legalBasisNotInForce"]);
  assert.deepEqual(draft(["hpl57-unfit"], play.day()), ["legalBasisOfOtherTrack"]);
  assert.deepEqual(draft(["hpl57-lapsedForeignBasis"]), ["effectiveDayMissing"]);
});

test("track A holds only where the lapse is in the basis country, and is proven", () => {
  const play = from("assessment").do(AMINA, "chooseTrack", { track: "A", reason: "Svensk grunnlag" });
  const propose = () => codes(play, AMINA, "proposeOutcome", { outcome: "revocation", reason: "Bortfalt" });
  assert.deepEqual(propose(), ["trackDemandsMet:lapseNotProven"]);
  play.given({ alerts: play.facts.alerts.map((alert) => ({ ...alert, sendingCountry: "PL" })) });
  assert.deepEqual(propose(), ["trackDemandsMet:otherCountry"]);
});

test("going on without an answer waits for the last reminder and takes the process owner", () => {
  const play = from("triage").do(INGRID, "finishTriage", {});
  play.do(INGRID, "requestDocuments", { authority: "IVO", country: "SE", wanted: "Avgjørelsen" });
  const given = { requestId: 1, reason: "Ingen svarer" };
  assert.deepEqual(codes(play, INGRID, "recordNoAnswer", given), ["permissionMissing"]);
  assert.deepEqual(codes(play, TURID, "recordNoAnswer", given), ["remindersLeft"]);
  for (let reminder = 0; reminder < 3; reminder += 1)
    play.pass(14).do(INGRID, "recordReminder", { requestId: 1, sentOn: play.day() });
  assert.deepEqual(codes(play, TURID, "recordNoAnswer", given), ["lastReminderRuns"]);
  assert.equal(nextActionsOf(play.facts, play.at)[0]?.code, "awaitDocuments");
  play.pass(14);
  assert.deepEqual(
    nextActionsOf(play.facts, play.at).map(({ code, owner }) => [code, owner.role]),
    [["decideWithoutAnswer", "processOwner"]],
  );
  play.do(TURID, "recordNoAnswer", given);
  assert.deepEqual(codes(play, INGRID, "offerHandover", {}), ["hprLookedUpRecently:stale"]);
});

test("our time and the foreign authority's time are counted apart, and no target runs out while we wait", () => {
  const play = from("triage").do(INGRID, "finishTriage", {});
  play.do(INGRID, "requestDocuments", { authority: "IVO", country: "SE", wanted: "Avgjørelsen" }).pass(28);
  assert.deepEqual(timeSpent(play.facts, play.facts.stageSince, play.at), { ours: 0, theirs: 20 });
  const target = (facts: CaseFacts) => clocksOf(facts, play.at).find(({ name }) => name === "stageTarget");
  assert.equal(target(play.facts)?.status, "waiting");
  play.do(INGRID, "recordDocumentsReceived", { requestId: 1 }).pass(7);
  assert.deepEqual(timeSpent(play.facts, play.facts.stageSince, play.at), { ours: 2, theirs: 20 });
});

test("the time for appeal runs three weeks from receipt, to the next working day, and holds the closing", () => {
  const play = from("effectuation").pass(1);
  assert.deepEqual(codes(play, INGRID, "closeCase", {}), [
    "everyLineEvidenced:missing",
    "appealPeriodOver:notReceived",
  ]);
  play.do(INGRID, "recordDecisionReceived", { receivedOn: "2026-03-10" });
  const clock = clocksOf(play.facts, play.at).find(({ name }) => name === "appealDeadline");
  assert.deepEqual([clock?.dueOn, clock?.whose], ["2026-03-31", "theirs"]);
});

test("an appeal in a closed case brings it back to effectuation; sent back by the board it is assessed anew", () => {
  const play = from("closed");
  play.do(INGRID, "receiveAppeal", { receivedOn: play.day() });
  assert.equal(play.facts.state.stage, "effectuation");
  const { decision } = play.facts.appeals;
  assert.ok(decision.status === "received" && decision.late);
  play.do(AMINA, "reassessAppeal", { result: "upheld", reason: "Intet nytt" });
  play.do(AMINA, "forwardAppeal", { sentOn: play.day() });
  const after = step(play, AMINA, "recordBoardOutcome", {
    outcome: "returned",
    decidedOn: play.day(),
    reason: "Ikke godt nok opplyst",
  }).facts;
  assert.equal(after.state.stage, "assessment");
  assert.equal(after.decision, null);
  assert.equal(after.formerDecisions.length, 1);
  assert.equal(after.effectuation.at(-1)?.cause, "appealOutcome");
});

test("a suspension has an end within six months, is approved by another, and is replaced by the decision", () => {
  const play = from("assessment, read");
  const impose = (days: number) =>
    ({ scope: "full", until: play.day(days), contentHash: HASH, reason: "Fare" }) as const;
  assert.deepEqual(codes(play, AMINA, "imposeInterimSuspension", impose(200)), ["suspensionTooLong"]);
  play.do(AMINA, "imposeInterimSuspension", impose(90));
  assert.deepEqual(codes(play, AMINA, "approveInterimSuspension", { contentHash: HASH }), [
    "suspensionApproverIsNotAuthor:samePerson",
  ]);
  play.do(JONAS, "approveInterimSuspension", { contentHash: HASH });
  assert.deepEqual(
    play.facts.effectuation.map(({ cause }) => cause),
    ["interimSuspension"],
  );
  play.pass(100);
  assert.equal(
    clocksOf(play.facts, play.at).find(({ name }) => name === "suspensionEnds")?.status,
    "overdue",
  );
  assert.ok(nextActionsOf(play.facts, play.at).some(({ code }) => code === "endSuspension"));
});

test("a dismissal takes two people and a ground that holds", () => {
  const play = from("documentation");
  play.do(INGRID, "proposeDismissal", { ground: "notAuthorised", reason: "Ikke autorisert" });
  assert.deepEqual(codes(play, TURID, "dismissCase", { ground: "notAuthorised" }), [
    "groundHolds:authorised",
  ]);
  const other = from("dismissal, proposed");
  assert.deepEqual(codes(other, TURID, "dismissCase", { ground: "notAuthorised" }), [
    "otherGroundThanProposed",
  ]);
  assert.equal(step(other, TURID, "dismissCase", { ground: "notRelevantInNorway" }).after, "closed");
});

test("a case falls to the stand-in while its officer is away, and to the unit where nobody stands in", () => {
  const play = from("handover").do(AMINA, "acceptHandover", {});
  const owner = (more: Partial<CaseFacts>) => nextActionsOf({ ...play.facts, ...more }, play.at)[0]?.owner;
  const away = { person: AMINA.person, awayUntil: play.day(5) };
  assert.equal(owner({})?.person?.id, "amina");
  assert.equal(
    owner({ assignments: { secondLine: { ...away, standIn: JONAS.person } } })?.person?.id,
    "jonas",
  );
  const unowned = owner({ assignments: { secondLine: { ...away, standIn: null } } });
  assert.deepEqual([unowned?.person, unowned?.unit], [null, "andrelinje"]);
});

test("a pause stops no clock of the law, and ends where the case moves on", () => {
  const play = from("suspension, in force");
  play.do(AMINA, "pause", { reason: "police", until: play.day(14) });
  const names = clocksOf(play.facts, play.at).map(({ name, status }) => `${name} ${status}`);
  assert.ok(names.includes("stageTarget waiting") && names.includes("suspensionEnds running"), names.join());
  play.pass(3).do(AMINA, "resume", {});
  assert.deepEqual(
    play.facts.formerPauses.map(({ reason }) => reason),
    ["police"],
  );
});
