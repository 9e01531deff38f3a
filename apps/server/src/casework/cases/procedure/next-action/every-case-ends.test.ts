import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { ActName } from "../acts/act-names.ts";
import type { CaseFacts } from "../case-facts.ts";
import type { ActingOfficer } from "../circumstances.ts";
import { addDays, dayOf, daysBetween } from "../clocks/calendar.ts";
import { isStep, judgeAct } from "../judge-act.ts";
import { EFFECTUATION_LINES, outstandingLines } from "../side/effectuation.ts";
import { AMINA, INGRID, JONAS, KARI, OLA, officer, ROBOT, TURID } from "../testing/invented-officers.ts";
import { playAtRandom } from "../testing/random-play.ts";
import { HASH, STANDING_NAMES, standingOf } from "../testing/standings.ts";
import { nextActionsOf } from "./next-action.rules.ts";
import type { ActionCode, NextAction } from "./next-action.ts";

/** Somebody who has had no part in any case: where all have written on a decision, another must approve it. */
const SIRI = officer("siri", "Siri Lund", ["assessCases", "approveDecisions", "steerCases"]);
const EVERYBODY: readonly ActingOfficer[] = [INGRID, OLA, AMINA, JONAS, KARI, TURID, SIRI, ROBOT];
const REASON = { reason: "Oppdiktet begrunnelse" };

interface Deed {
  readonly act: ActName;
  readonly input: object;
}
type Diligence = (facts: CaseFacts, today: string, action: NextAction) => readonly Deed[];

/** What a diligent officer does for each next action. Where none is named, the act the action itself names. */
const DILIGENT: Partial<Record<ActionCode, Diligence>> = {
  decideDismissal: () => [{ act: "rejectDismissal", input: REASON }],
  requestDocuments: () => [
    { act: "tickControlPoint", input: { point: "documentationSufficient", evidence: "Varselet" } },
  ],
  settleDocumentation: () => [
    { act: "tickControlPoint", input: { point: "documentationSufficient", evidence: "Varselet" } },
  ],
  remindAuthority: (_facts, today, { params }) => [
    { act: "recordReminder", input: { requestId: params?.request, sentOn: today } },
  ],
  awaitDocuments: (_facts, _today, { params }) => [
    { act: "recordDocumentsReceived", input: { requestId: params?.request } },
  ],
  decideWithoutAnswer: (_facts, _today, { params }) => [
    { act: "recordNoAnswer", input: { requestId: params?.request, ...REASON } },
  ],
  chooseTrack: () => [{ act: "chooseTrack", input: { track: "B", ...REASON } }],
  meetTrackDemands: ({ alerts }) => [
    { act: "chooseTrack", input: { track: "B", ...REASON } },
    {
      act: "recordFinding",
      input: { text: "Forhold", source: { kind: "alert", id: alerts[0]?.alertId, place: null } },
    },
  ],
  proposeOutcome: () => [{ act: "proposeOutcome", input: { outcome: "limitation", ...REASON } }],
  proposeAnew: () => [{ act: "proposeOutcome", input: { outcome: "noReaction", ...REASON } }],
  readSecond: () => [{ act: "readSecond", input: { agrees: true, ...REASON } }],
  meetCriterion: (_facts, _today, { params }) =>
    params?.criterion === "impartialityConsidered"
      ? [{ act: "tickControlPoint", input: { point: "impartialityConsidered", evidence: "Ingen" } }]
      : params?.criterion === "translationAtHand"
        ? [{ act: "recordTranslation", input: { outcome: "notNeeded" } }]
        : [],
  sendPreNotice: (_facts, today) => [
    {
      act: "sendPreNotice",
      input: { sentOn: today, deadline: addDays(today, 21), channel: "post", proof: "RR" },
    },
  ],
  awaitReply: (_facts, today) => [{ act: "recordPreNoticeReply", input: { receivedOn: today } }],
  draftDecision: draft,
  reviseDecision: draft,
  approveDecision: ({ state }) => [
    {
      act: "approveDecision",
      input: {
        contentHash: state.stage === "decision" && "content" in state ? state.content.contentHash : HASH,
      },
    },
  ],
  sendDecision: ({ state }, today) => [
    {
      act: "recordDecisionSent",
      input: {
        sentOn: today,
        channel: "post",
        proof: "RR",
        contentHash: state.stage === "decision" && "content" in state ? state.content.contentHash : HASH,
      },
    },
  ],
  effectuate: ({ effectuation }) =>
    effectuation.flatMap((round) =>
      EFFECTUATION_LINES.filter((line) => outstandingLines(round).includes(line)).map((line) => ({
        act: "recordEffectuation" as const,
        input: { line, evidence: "Kvittering", round: round.id },
      })),
    ),
  recordReceipt: (_facts, today) => [{ act: "recordDecisionReceived", input: { receivedOn: today } }],
  approveSuspension: () => [{ act: "returnInterimSuspension", input: REASON }],
  sendSuspension: (_facts, today) => [
    { act: "recordSuspensionSent", input: { sentOn: today, channel: "post", proof: "RR" } },
  ],
  recordSuspensionReceipt: (_facts, today) => [
    { act: "recordSuspensionReceived", input: { receivedOn: today } },
  ],
  reviewSuspension: () => [{ act: "liftInterimSuspension", input: REASON }],
  endSuspension: () => [{ act: "liftInterimSuspension", input: REASON }],
  reassessAppeal: (_facts, _today, { params }) => [
    { act: "reassessAppeal", input: { against: params?.against, result: "upheld", ...REASON } },
  ],
  forwardAppeal: (_facts, today, { params }) => [
    { act: "forwardAppeal", input: { against: params?.against, sentOn: today } },
  ],
  awaitBoard: (_facts, today, { params }) => [
    {
      act: "recordBoardOutcome",
      input: { against: params?.against, outcome: "upheld", decidedOn: today, ...REASON },
    },
  ],
  recordSenderAnswer: (_facts, _today, { params }) => [
    { act: "recordSenderAnswer", input: { questionId: params?.question, outcome: "noAnswer" } },
  ],
  awaitSender: (_facts, _today, { params }) => [
    { act: "recordSenderAnswer", input: { questionId: params?.question, outcome: "answered" } },
  ],
  answerRenunciation: () => [{ act: "withdrawRenunciation", input: REASON }],
};

function draft({ proposal, track }: CaseFacts, today: string): readonly Deed[] {
  const legalBases = [track?.track === "A" ? "hpl57-lapsedForeignBasis" : "hpl59-limitation"];
  const input = {
    outcome: proposal?.outcome,
    conditions: [],
    legalBases,
    effectiveOn: today,
    contentHash: HASH,
  };
  return [{ act: "draftDecision", input }];
}

/** Does an act as whoever is let; registers have just been looked up and the priority is set anew. */
function doAs(facts: CaseFacts, { act, input }: Deed, at: string): CaseFacts | undefined {
  for (const officer of EVERYBODY) {
    const verdict = judgeAct(facts, act, officer, input as never, at);
    if (isStep(verdict)) return verdict.facts;
  }
  return undefined;
}

function refreshed(facts: CaseFacts, at: string): CaseFacts {
  const asked = (["hpr", "population", "employer"] as const).reduce(
    (so, register) =>
      doAs(so, { act: "recordLookUp", input: { id: 1, register, answer: "found" } }, at) ?? so,
    facts,
  );
  return doAs(asked, { act: "setPriority", input: {} }, at) ?? asked;
}

/** Identities are decided outside the procedure: an officer confirms them on the alert. */
function identified(facts: CaseFacts): CaseFacts {
  const identity = { state: "confirmed", byPerson: true } as const;
  return { ...facts, alerts: facts.alerts.map((alert) => ({ ...alert, identity })) };
}

/** Follows the next actions until the case is closed; gives what was done, and where it stood still. */
function follow(start: CaseFacts, from: string): { facts: CaseFacts; told: readonly string[] } {
  let facts = start;
  let at = from;
  const told: string[] = [];
  for (let turn = 0; turn < 150 && facts.state.stage !== "closed"; turn += 1) {
    facts = refreshed(facts, at);
    const [action] = nextActionsOf(facts, at);
    assert.ok(action, `${facts.state.stage} has a next action`);
    told.push(action.code);
    if (action.waiting && action.dueOn !== null) {
      const days = Math.max(daysBetween(dayOf(at), action.dueOn) + 1, 1);
      at = new Date(Date.parse(at) + days * 86_400_000).toISOString();
      const [now] = nextActionsOf(facts, at);
      if (now?.code !== action.code || !now.waiting) continue;
    }
    if (action.code === "confirmIdentity") facts = identified(facts);
    const deeds = DILIGENT[action.code]?.(facts, dayOf(at), action) ?? [{ act: action.act!, input: {} }];
    for (const deed of deeds) facts = doAs(facts, deed, at) ?? facts;
  }
  return { facts, told };
}

test("following the next actions brings every case to its end, wherever it stands", () => {
  for (const name of STANDING_NAMES.filter((one) => one !== "unopened")) {
    const { facts, at } = standingOf(name);
    const { facts: end, told } = follow(facts, at);
    assert.equal(end.state.stage, "closed", `${name}: ${told.join(", ")}`);
  }
});

test("whatever was done to a case, following the next actions still brings it to its end", () => {
  const choices = fc.noBias(fc.array(fc.nat(1_000_000), { minLength: 400, maxLength: 400 }));
  fc.assert(
    fc.property(fc.constantFrom(...STANDING_NAMES), choices, (from, chosen) => {
      const last = playAtRandom(from, chosen).at(-1);
      if (!last || last.step.facts.state.stage === "unopened") return;
      const { facts, told } = follow(last.step.facts, last.step.at);
      assert.equal(facts.state.stage, "closed", told.join(", "));
    }),
    { numRuns: 60, endOnFailure: true },
  );
});
