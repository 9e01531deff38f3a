import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { ActName } from "./acts/act-names.ts";
import { appealDeadlineOf } from "./clocks/appeal-deadline.ts";
import { dayOf } from "./clocks/calendar.ts";
import { type ClockName, clocksOf } from "./clocks/deadlines.rules.ts";
import type { Step } from "./judge-act.ts";
import { isReaction } from "./law/outcomes.ts";
import { nextActionsOf } from "./next-action/next-action.rules.ts";
import { personsBehind } from "./persons.ts";
import { isPending } from "./side/appeal.ts";
import { STAGE } from "./stages.ts";
import { ACTS } from "./table/index.ts";
import { type Move, playAtRandom } from "./testing/random-play.ts";
import { STANDING_NAMES } from "./testing/standings.ts";

/** Without bias: small numbers would mean the same first act over and over. */
const choices = fc.noBias(fc.array(fc.nat(1_000_000), { minLength: 400, maxLength: 400 }));
const seed = Math.floor(Math.random() * 2 ** 31);

/** Every step of many random plays; each rule is checked on all of them. */
const moves: readonly Move[] = fc
  .sample(fc.tuple(fc.constantFrom(...STANDING_NAMES), choices), { numRuns: 400, seed })
  .flatMap(([from, chosen]) => playAtRandom(from, chosen));

/** Checks a rule after every step, and that the plays came where the rule matters. A failure names the seed. */
function everyStep(rule: (move: Move) => void, cameThere: (move: Move) => boolean, times: number): void {
  try {
    moves.forEach(rule);
  } catch (cause) {
    throw new Error(`With seed ${seed}: ${String(cause)}`, { cause });
  }
  const seen = moves.filter(cameThere).length;
  assert.ok(seen >= times, `the plays came there ${seen} times (seed ${seed})`);
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
