import assert from "node:assert/strict";
import test from "node:test";
import {
  ALERT_STATUSES,
  IDENTITY_DECISIONS,
  IDENTITY_STATES,
  type IdentityDecision,
  MATCH_OUTCOMES,
} from "@varde/contract";
import fc from "fast-check";
import { isRefusal } from "../../../platform/rules/refusal.ts";
import {
  judgeDecision,
  type RecordedDecision,
  refuseToDecide,
  type Situation,
  standingsOf,
  type WantedDecision,
} from "./identification.rules.ts";

const OFFICER: ReadonlySet<string> = new Set(["readAlerts", "decideIdentity"]);
const AUDITOR: ReadonlySet<string> = new Set(["readAlerts"]);
const AT = "2026-11-22T08:00:00.000Z";
const PROBABLE = { hprNumber: 7, probability: 0.8, outcome: "probable" } as const;
const UNLIKELY = { hprNumber: 9, probability: 0.49, outcome: "probable" } as const;
const EVEN = { hprNumber: 10, probability: 0.5, outcome: "probable" } as const;
const CERTAIN = { hprNumber: 7, probability: 0.999, outcome: "certain" } as const;
const FAINT = { hprNumber: 8, probability: 0.02, outcome: "noMatch" } as const;

const situation = (more: Partial<Situation> = {}): Situation => ({
  status: "valid",
  version: { id: 3, recordedAt: AT },
  state: "awaitingDecision",
  match: { versionId: 3, outcome: "probable", candidates: [PROBABLE, FAINT] },
  confirmedHpr: null,
  decisions: [],
  proposal: undefined,
  ...more,
});
const wanted = (more: Partial<WantedDecision> = {}): WantedDecision => ({
  decision: "confirm",
  hprNumber: 7,
  countsAs: new Set(["ingrid"]),
  permissions: OFFICER,
  seenVersionId: 3,
  seenDecisionId: null,
  ...more,
});
const recorded = (more: Partial<RecordedDecision> = {}): RecordedDecision => ({
  id: 11,
  decision: "confirm",
  hprNumber: 8,
  versionId: 3,
  needsSecond: true,
  seconds: null,
  officerId: "ingrid",
  inPlaceOf: null,
  officer: "Ingrid",
  at: AT,
  ...more,
});
const codeOf = (s: Situation, w: WantedDecision): string | undefined => {
  const outcome = judgeDecision(s, w);
  return isRefusal(outcome) ? outcome.code : undefined;
};
const certain = situation({ match: { versionId: 3, outcome: "certain", candidates: [CERTAIN] } });

test("which decisions may be taken in which state, status by status", () => {
  const table = ALERT_STATUSES.flatMap((status) =>
    IDENTITY_STATES.map((state) => {
      const match = state === "unmatched" ? undefined : situation().match;
      const confirmedHpr = state === "confirmed" ? 8 : null;
      const stands = situation({ status, state, match, confirmedHpr });
      return `${status} ${state}: ${IDENTITY_DECISIONS.map((one) => refuseToDecide(stands, one, OFFICER)?.code ?? one).join(" ")}`;
    }),
  );
  assert.deepEqual(table, [
    "valid unmatched: notMatchedYet notMatchedYet notMatchedYet",
    "valid awaitingDecision: confirm reject ask",
    "valid confirmed: confirm reject ask",
    "valid rejected: confirm alreadyDecidedSo ask",
    "valid asked: confirm reject alreadyDecidedSo",
    "valid noMatch: confirm reject ask",
    ...IDENTITY_STATES.map((state) => `withdrawn ${state}: alertWithdrawn alertWithdrawn alertWithdrawn`),
    ...IDENTITY_STATES.map((state) => `expired ${state}: alertExpired alertExpired alertExpired`),
  ]);
});

test("who may only read may take no decision, and is told so before anything else", () => {
  for (const status of ALERT_STATUSES)
    for (const decision of IDENTITY_DECISIONS) {
      const refusal = refuseToDecide(situation({ status }), decision, AUDITOR);
      assert.deepEqual([refusal?.refusal, refusal?.code], ["forbidden", "permissionMissing"]);
    }
  assert.equal(codeOf(situation(), wanted({ permissions: AUDITOR })), "permissionMissing");
});

test("decides only about the version the engine has answered about, and the officer has seen", () => {
  const unmatched = situation({ match: { versionId: 2, outcome: "probable", candidates: [PROBABLE] } });
  assert.equal(codeOf(unmatched, wanted()), "notMatchedYet");
  assert.equal(codeOf(situation(), wanted({ seenVersionId: 2 })), "newerVersion");
});

test("refuses a decision by someone who has not seen a colleague's, naming the colleague", () => {
  const decided = situation({ decisions: [recorded({ officer: "Jonas" })] });
  const outcome = judgeDecision(decided, wanted());
  assert.deepEqual(isRefusal(outcome) && outcome.params, { by: "Jonas", at: AT, decision: "confirm" });
  assert.equal(codeOf(decided, wanted({ seenDecisionId: 11 })), undefined);
});

test("a confirmation needs a person, and another than the one confirmed", () => {
  assert.equal(codeOf(situation(), wanted({ hprNumber: null })), "hprNumberMissing");
  assert.equal(codeOf(situation({ state: "confirmed", confirmedHpr: 7 }), wanted()), "alreadyDecidedSo");
});

test("there is nothing to reject where the engine found nobody", () => {
  const nobody = situation({ state: "noMatch", match: { versionId: 3, outcome: "noMatch", candidates: [] } });
  assert.equal(codeOf(nobody, wanted({ decision: "reject", hprNumber: null })), "nothingToReject");
});

test("a second officer is needed exactly where the decision goes against the engine", () => {
  const needsSecond = (s: Situation, decision: IdentityDecision, hprNumber: number | null = null) => {
    const outcome = judgeDecision(s, wanted({ decision, hprNumber }));
    assert.ok(!isRefusal(outcome));
    return outcome.needsSecond;
  };
  assert.equal(needsSecond(certain, "confirm", 7), false);
  assert.equal(needsSecond(situation(), "confirm", 7), false);
  assert.equal(needsSecond(situation(), "reject"), false);
  assert.equal(needsSecond(certain, "ask"), false);
  assert.equal(needsSecond(certain, "reject"), true);
  assert.equal(needsSecond(situation(), "confirm", 8), true);
  const doubtful = situation({ match: { versionId: 3, outcome: "probable", candidates: [EVEN, UNLIKELY] } });
  assert.equal(needsSecond(doubtful, "confirm", EVEN.hprNumber), false);
  assert.equal(needsSecond(doubtful, "confirm", UNLIKELY.hprNumber), true);
  assert.equal(needsSecond(doubtful, "reject"), false);
  assert.equal(needsSecond(situation(), "confirm", 12345), true);
});

test("whom one officer alone may confirm, the engine holds for the person rather than not", () => {
  const candidate = fc.record({
    hprNumber: fc.constant(7),
    probability: fc.double({ min: 0, max: 1, noNaN: true }),
    outcome: fc.constantFrom(...MATCH_OUTCOMES),
  });
  fc.assert(
    fc.property(candidate, (one) => {
      const match = { versionId: 3, outcome: one.outcome, candidates: [one] };
      const verdict = judgeDecision(situation({ match }), wanted());
      assert.ok(!isRefusal(verdict));
      assert.equal(verdict.effective, one.outcome !== "noMatch" && one.probability >= 0.5);
      assert.equal(verdict.needsSecond, !verdict.effective);
    }),
  );
});

test("the same officer cannot be both, another decision replaces the first one's, and the same by another counts", () => {
  const first = recorded();
  const waiting = situation({ decisions: [first], proposal: first });
  const next = (officerId: string, hprNumber: number) =>
    judgeDecision(waiting, wanted({ countsAs: new Set([officerId]), hprNumber, seenDecisionId: 11 }));
  const same = next("ingrid", 8);
  assert.deepEqual(isRefusal(same) && [same.code, same.params], [
    "secondOfficerMustBeAnother",
    { by: "Ingrid", at: AT },
  ]);
  assert.deepEqual(next("jonas", 8), { needsSecond: true, seconds: 11, effective: true, state: "confirmed" });
  assert.deepEqual(next("jonas", 9), {
    needsSecond: true,
    seconds: null,
    effective: false,
    state: "awaitingDecision",
  });
  assert.deepEqual(next("ingrid", 7), {
    needsSecond: false,
    seconds: null,
    effective: true,
    state: "confirmed",
  });
});

test("neither a stand-in of the first officer nor the one in whose place it was decided counts as another", () => {
  const second = (first: RecordedDecision, ...countsAs: string[]) =>
    judgeDecision(
      situation({ decisions: [first], proposal: first }),
      wanted({ countsAs: new Set(countsAs), hprNumber: 8, seenDecisionId: 11 }),
    );
  const byStandIn = recorded({ officerId: "jonas", inPlaceOf: "amina" });
  for (const refused of [
    second(recorded(), "turid", "ingrid"),
    second(byStandIn, "amina"),
    second(byStandIn, "jonas"),
  ])
    assert.ok(isRefusal(refused) && refused.code === "secondOfficerMustBeAnother");
  assert.ok(!isRefusal(second(byStandIn, "turid")));
});

test("shows both decisions of two officers as standing, and those before as replaced", () => {
  const decisions = [
    recorded({ id: 1 }),
    recorded({ id: 2 }),
    recorded({ id: 3, seconds: 2, officerId: "jonas" }),
    recorded({ id: 4 }),
  ];
  const standings = standingsOf(decisions, { effectiveId: 3, proposalId: 4 });
  assert.deepEqual([...standings.values()], ["replaced", "effective", "effective", "awaitingSecond"]);
});

test("no one person ever settles an identity against the engine, whatever is tried in whatever order", () => {
  const act = fc.record({
    decision: fc.constantFrom(...IDENTITY_DECISIONS),
    hprNumber: fc.constantFrom(7, 8, 9),
    officerId: fc.constantFrom("ingrid", "jonas"),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), fc.constantFrom(certain, situation()), (acts, start) => {
      let stands = start;
      for (const [id, one] of acts.entries()) {
        const hprNumber = one.decision === "confirm" ? one.hprNumber : null;
        const verdict = judgeDecision(
          stands,
          wanted({
            ...one,
            countsAs: new Set([one.officerId]),
            hprNumber,
            seenDecisionId: stands.decisions.at(-1)?.id ?? null,
          }),
        );
        if (isRefusal(verdict)) continue;
        const decision = recorded({ ...one, ...verdict, hprNumber, id });
        const first = stands.decisions.find((before) => before.id === verdict.seconds);
        if (verdict.needsSecond && verdict.effective) {
          assert.ok(first && first.officerId !== one.officerId);
          assert.deepEqual([first.decision, first.hprNumber], [one.decision, hprNumber]);
        }
        stands = {
          ...stands,
          state: verdict.state,
          confirmedHpr: verdict.state === "confirmed" ? hprNumber : null,
          decisions: [...stands.decisions, decision],
          proposal: verdict.effective ? undefined : decision,
        };
      }
    }),
  );
});
