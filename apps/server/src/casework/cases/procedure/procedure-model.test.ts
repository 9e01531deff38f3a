import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { ACT_NAMES, type ActName } from "./acts/act-names.ts";
import type { CaseFacts } from "./case-facts.ts";
import type { ActingOfficer } from "./circumstances.ts";
import { appealDeadlineOf } from "./clocks/appeal-deadline.ts";
import { dayOf } from "./clocks/calendar.ts";
import { type ClockName, clocksOf } from "./clocks/deadlines.rules.ts";
import { abilitiesOf, isStep, judgeAct, type Step } from "./judge-act.ts";
import { isReaction } from "./law/outcomes.ts";
import { nextActionsOf } from "./next-action/next-action.rules.ts";
import { personsBehind } from "./persons.ts";
import { isPending } from "./side/appeal.ts";
import { STAGE } from "./stages.ts";
import { ACTS } from "./table/index.ts";
import { inventInput, type Pick } from "./testing/invented-inputs.ts";
import { AMINA, INGRID, inPlaceOf, JONAS, KARI, OLA, ROBOT, TURID } from "./testing/invented-officers.ts";
import { STANDING_NAMES, type StandingName, standingOf } from "./testing/standings.ts";

const OFFICERS: readonly ActingOfficer[] = [
  INGRID,
  OLA,
  AMINA,
  JONAS,
  KARI,
  TURID,
  ROBOT,
  inPlaceOf(JONAS, AMINA),
  inPlaceOf(KARI, JONAS),
  inPlaceOf(OLA, INGRID),
  { ...KARI, standsInFor: [AMINA.person] },
];
/** Acts that lead a case onwards: random play that never chose them would seldom leave the assessment. */
const ONWARDS: readonly ActName[] = [
  "recordLookUp",
  "finishTriage",
  "offerHandover",
  "acceptHandover",
  "concludeAssessment",
  "concludeHearing",
  "submitDecision",
  "approveDecision",
  "recordDecisionSent",
  "recordDecisionReceived",
  "recordEffectuation",
  "closeCase",
  "dismissCase",
  "approveInterimSuspension",
];

interface Move {
  readonly before: CaseFacts;
  readonly step: Step;
}

/** Plays a case at random from a point of its way and gives every step that was allowed. */
function play(start: StandingName, choices: readonly number[]): readonly Move[] {
  let { facts, at } = standingOf(start);
  const moves: Move[] = [];
  let taken = 0;
  const pick: Pick = (from) => from[(choices[taken++ % choices.length] ?? 0) % from.length]!;
  for (let turn = 0; turn < TURNS; turn += 1) {
    at = new Date(Date.parse(at) + pick([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 25]) * 86_400_000).toISOString();
    const officer = pick(OFFICERS);
    const abilities = abilitiesOf(facts, officer, at);
    const open = ACT_NAMES.filter((act) => abilities[act].allowed);
    const onwards = open.filter((act) => ONWARDS.includes(act));
    const act = pick(onwards.length > 0 && pick([true, false]) ? onwards : [...open, pick(ACT_NAMES)]);
    const verdict = judgeAct(
      deepFreeze(facts),
      act,
      officer,
      inventInput(act, facts, dayOf(at), pick) as never,
      at,
    );
    if (!isStep(verdict)) continue;
    moves.push({ before: facts, step: verdict });
    facts = verdict.facts;
  }
  return moves;
}

const TURNS = 60;
const start = fc.constantFrom(...STANDING_NAMES);
/** Without bias: small numbers would mean the same first act over and over. */
const choices = fc.noBias(fc.array(fc.nat(1_000_000), { minLength: 400, maxLength: 400 }));

/** Checks a rule after every step of many random plays, and that the plays came where the rule matters. */
function everyStep(rule: (move: Move) => void, cameThere: (move: Move) => boolean, times: number): void {
  let seen = 0;
  fc.assert(
    fc.property(start, choices, (from, chosen) => {
      for (const move of play(from, chosen)) {
        rule(move);
        if (cameThere(move)) seen += 1;
      }
    }),
    { numRuns: 300 },
  );
  assert.ok(seen >= times, `the plays came there ${seen} times`);
}

test("no sequence of acts closes a case without the closing criteria", () => {
  everyStep(
    ({ before, step }) => {
      if (step.after !== "closed" || step.before === "closed") return;
      assert.ok(step.act === "closeCase" || step.act === "dismissCase", step.act);
      for (const { lines } of before.effectuation) {
        assert.ok(!Object.values(lines).includes(null), "every line is shown");
        assert.notEqual(lines.hprReadBack?.applicable, false, "HPR is read back");
      }
      assert.ok(!["proposed", "inForce"].includes(before.interimSuspension.status), "no suspension runs");
      assert.ok(!isPending(before.appeals.decision) && !isPending(before.appeals.interimSuspension));
      assert.notEqual(before.renunciation.status, "received");
      if (step.act === "dismissCase") return assertTwoPeople([before.dismissal!.proposed], step);
      const { decision, renunciation } = before;
      assert.ok(decision || renunciation.status === "confirmed", "something is decided or given up");
      if (!decision || !isReaction(decision.content.outcome)) return;
      assert.ok(decision.approved, "approved");
      const settled = before.appeals.decision.status === "settled";
      assert.ok(
        settled || appealDeadlineOf(before, "decision")! < dayOf(step.at),
        "the time for appeal is over",
      );
    },
    ({ step }) => step.act === "closeCase" || step.act === "dismissCase",
    5,
  );
});

test("no sequence of acts leaves an open case without an owner and a next action", () => {
  everyStep(
    ({ step: { facts, at } }) => {
      const { stage } = facts.state;
      if (stage === "closed" || stage === "unopened") return assert.deepEqual(nextActionsOf(facts, at), []);
      assert.ok(STAGE[stage].owners.length > 0);
      const actions = nextActionsOf(facts, at);
      assert.ok(actions.length > 0, `${stage} has a next action`);
      for (const { owner } of actions) assert.ok(owner.unit, "each is owned");
    },
    () => true,
    1_000,
  );
});

test("what is approved, accepted, read or dismissed is so by others than those behind it, stand-ins counted", () => {
  everyStep(
    ({ before, step }) => {
      const { state } = before;
      if (step.act === "approveDecision" && state.stage === "decision" && state.phase === "submitted")
        assertTwoPeople([...state.content.authors, state.submitted], step);
      if (step.act === "acceptHandover" && state.stage === "handover") assertTwoPeople([state.offered], step);
      if (step.act === "readSecond") assertTwoPeople([before.proposal!.proposed], step);
      const suspension = before.interimSuspension;
      if (step.act === "approveInterimSuspension" && suspension.status === "proposed")
        assertTwoPeople([suspension.proposed], step);
    },
    ({ step }) =>
      ["approveDecision", "acceptHandover", "readSecond", "approveInterimSuspension"].includes(step.act),
    20,
  );
});

test("a case moves only from where and to where the table says", () => {
  everyStep(
    ({ step: { act, before, after } }) => {
      if (before === after || before === null || after === null) return;
      const { to, from, movesFrom } = ACTS[act];
      assert.ok(to.includes(after) && (movesFrom ?? from).includes(before), `${act}: ${before} → ${after}`);
    },
    ({ step: { before, after } }) => before !== after,
    100,
  );
});

test("a decision that is sent has the very content that was approved", () => {
  everyStep(
    ({ before: { state }, step }) => {
      if (step.act !== "recordDecisionSent") return;
      assert.ok(state.stage === "decision" && state.phase === "approved");
      assert.deepEqual(step.facts.decision?.content, state.content);
    },
    ({ step }) => step.act === "recordDecisionSent",
    3,
  );
});

test("suspension, appeal and telling others never lose their clocks", () => {
  everyStep(
    ({ step: { facts, at } }) => {
      if (facts.state.stage === "closed") return;
      const names = new Set<ClockName>(clocksOf(facts, at).map(({ name }) => name));
      const has = (name: ClockName) => assert.ok(names.has(name), `${name} runs`);
      const { interimSuspension, appeals, decision, effectuation } = facts;
      if (interimSuspension.status === "inForce") has("suspensionEnds");
      if (interimSuspension.status === "proposed") has("suspensionApproval");
      for (const { status } of Object.values(appeals)) {
        if (status === "received" || status === "reassessed") has("appealReassessment");
        if (status === "withBoard") has("appealBoard");
      }
      if (decision && isReaction(decision.content.outcome) && appeals.decision.status === "none")
        has(decision.receivedOn ? "appealDeadline" : "decisionReceipt");
      if (effectuation.some(({ lines }) => lines.imiEntry === null)) has("imiEntry");
      if (facts.pause) has("pauseReview");
      has("stageTarget");
    },
    ({ step: { facts } }) =>
      facts.interimSuspension.status === "inForce" || isPending(facts.appeals.decision),
    200,
  );
});

test("a suspension in force ends only by being lifted, replaced or appealed, and a pending appeal only by an answer", () => {
  everyStep(
    ({ before, step }) => {
      if (before.interimSuspension.status === "inForce" && step.facts.interimSuspension.status !== "inForce")
        assert.ok(ENDS_SUSPENSION.includes(step.act), step.act);
      for (const against of ["decision", "interimSuspension"] as const)
        if (isPending(before.appeals[against]) && !isPending(step.facts.appeals[against]))
          assert.ok(ENDS_APPEAL.includes(step.act), step.act);
    },
    ({ before }) => before.interimSuspension.status === "inForce" || isPending(before.appeals.decision),
    200,
  );
});

const ENDS_SUSPENSION: readonly ActName[] = [
  "liftInterimSuspension",
  "recordDecisionSent",
  "confirmRenunciation",
  "reassessAppeal",
  "recordBoardOutcome",
];
const ENDS_APPEAL: readonly ActName[] = ["reassessAppeal", "recordBoardOutcome"];

function assertTwoPeople(authors: readonly { readonly by: Step["doer"] }[], { doer, act }: Step): void {
  const behind = personsBehind(...authors.map(({ by }) => by));
  assert.ok(
    behind.isDisjointFrom(personsBehind(doer)),
    `${act}: ${[...behind].join(", ")} / ${doer.actor.id}`,
  );
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
