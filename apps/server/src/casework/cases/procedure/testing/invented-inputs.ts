import type { ActInputs } from "../acts/act-inputs.ts";
import type { ActName } from "../acts/act-names.ts";
import { type CaseFacts, FLAGS, PAUSE_REASONS, TICKED_POINTS } from "../case-facts.ts";
import { addDays } from "../clocks/calendar.ts";
import { LOOK_UP_ANSWERS, REGISTERS } from "../facts/surroundings.ts";
import { DISMISSALS, OUTCOMES, PROPOSABLE } from "../law/outcomes.ts";
import { TRACK, TRACKS } from "../law/tracks.ts";
import { APPEALABLE, BOARD_OUTCOMES, REASSESSMENTS } from "../side/appeal.ts";
import { EFFECTUATION_LINES } from "../side/effectuation.ts";
import { SUSPENSION_SCOPES } from "../side/interim-suspension.ts";
import { ANSWERS } from "../side/question-to-sender.ts";
import { PRIORITIES } from "../triage/priority.rules.ts";
import { inventAlert } from "./invented-case.ts";
import { AMINA, INGRID, JONAS } from "./invented-officers.ts";

/** Chooses one of a list: how the choices fall is the test's own affair. */
export type Pick = <T>(from: readonly T[]) => T;

const HASHES = ["a".repeat(64), "b".repeat(64)];
const REASON = { reason: "Oppdiktet begrunnelse" };

/** Something to give with an act on an invented case: mostly fitting, now and then wrong. `today` is a calendar day. */
export function inventInput<A extends ActName>(
  act: A,
  facts: CaseFacts,
  today: string,
  pick: Pick,
): ActInputs[A] {
  return INPUTS[act](facts, today, pick);
}

type Inventor<A extends ActName> = (facts: CaseFacts, today: string, pick: Pick) => ActInputs[A];

const nothing = () => ({});
const reason = () => REASON;
const recent = (today: string, pick: Pick) => addDays(today, pick([0, 0, 0, -1, -3, 1]));
const letter = (today: string, pick: Pick) => ({ sentOn: recent(today, pick), channel: "post", proof: "RR" });
const request = ({ requests }: CaseFacts, _today: string, pick: Pick) => ({
  requestId: pick([...requests.map(({ id }) => id), 99]),
  note: "Oppdiktet",
  ...REASON,
});
const colleague = (pick: Pick) => ({ person: pick([INGRID, AMINA, JONAS]).person });
const flagged = (_facts: CaseFacts, _today: string, pick: Pick) => ({ flag: pick(FLAGS), ...REASON });
const point = (_facts: CaseFacts, _today: string, pick: Pick) => ({
  point: pick(TICKED_POINTS),
  evidence: "Vedlegg 1",
  ...REASON,
});
const otherCase = () => ({ otherCase: 2, ...REASON });
const currentHash = ({ state, interimSuspension }: CaseFacts, _today: string, pick: Pick) => {
  const decided =
    state.stage === "decision" && state.phase !== "toBeDrafted" ? [state.content.contentHash] : [];
  const suspended =
    interimSuspension.status === "proposed"
      ? [interimSuspension.contentHash]
      : interimSuspension.status === "inForce" && interimSuspension.extension
        ? [interimSuspension.extension.contentHash]
        : [];
  return { contentHash: pick([...decided, ...suspended, ...decided, ...suspended, ...HASHES]) };
};

const INPUTS: { readonly [A in ActName]: Inventor<A> } = {
  openCase: nothing,
  joinAlert: (_facts, _today, pick) => ({
    alert: inventAlert({
      alertId: pick([1, 2, 3]),
      sendingCountry: pick(["SE", "DK"]),
      identity: {
        state: pick(["confirmed", "confirmed", "open"] as const),
        byPerson: pick([true, true, false]),
      },
    }),
  }),
  takeAlertApart: ({ alerts }, _today, pick) => ({
    alertId: pick([...alerts.map(({ alertId }) => alertId), 99]),
    ...REASON,
  }),
  recordLookUp: (_facts, _today, pick) => ({
    id: pick([1, 2, 3]),
    register: pick(["hpr", "hpr", "hpr", ...REGISTERS] as const),
    answer: pick(["found", "found", "found", ...LOOK_UP_ANSWERS] as const),
  }),
  establishBasisCountry: (_facts, _today, pick) => ({ country: pick(["SE", "NO"]), evidence: "Vedlegg 1" }),
  setPriority: nothing,
  overridePriority: (_facts, _today, pick) => ({ priority: pick(PRIORITIES), ...REASON }),
  finishTriage: nothing,
  requestDocuments: () => ({ authority: "IVO", country: "SE", wanted: "Avgjørelsen" }),
  recordReminder: (facts, today, pick) => ({ ...request(facts, today, pick), sentOn: recent(today, pick) }),
  recordDocumentsReceived: request,
  recordDocumentsPartly: request,
  recordCannotShare: request,
  recordNoAnswer: request,
  recordTranslation: () => ({ outcome: "notNeeded" }),
  offerHandover: nothing,
  acceptHandover: nothing,
  returnHandover: reason,
  withdrawHandover: reason,
  chooseTrack: (_facts, _today, pick) => ({ track: pick(TRACKS), ...REASON }),
  recordFinding: (_facts, _today, pick) => ({
    text: "Oppdiktet forhold",
    source: { kind: "alert", id: pick([1, 1, 99]), place: null },
  }),
  proposeOutcome: (_facts, _today, pick) => ({ outcome: pick(PROPOSABLE), ...REASON }),
  readSecond: (_facts, _today, pick) => ({ agrees: pick([true, true, true, false]), ...REASON }),
  concludeAssessment: nothing,
  sendPreNotice: (_facts, today, pick) => ({
    ...letter(today, pick),
    deadline: addDays(today, pick([21, 28, 7])),
  }),
  recordPreNoticeReply: (_facts, today, pick) => ({ receivedOn: recent(today, pick) }),
  waivePreNotice: reason,
  concludeHearing: nothing,
  reconsider: reason,
  draftDecision: ({ proposal, track }, today, pick) => ({
    outcome: proposal && pick([true, true, true, false]) ? proposal.outcome : pick(OUTCOMES),
    conditions: [],
    legalBases: [pick(TRACK[track?.track ?? pick(TRACKS)].provisions)],
    effectiveOn: addDays(today, pick([0, 7])),
    contentHash: pick(HASHES),
  }),
  submitDecision: nothing,
  approveDecision: currentHash,
  returnDecision: reason,
  recordDecisionSent: (facts, today, pick) => ({
    ...letter(today, pick),
    ...currentHash(facts, today, pick),
  }),
  recordDecisionReceived: (_facts, today, pick) => ({ receivedOn: recent(today, pick) }),
  recordEffectuation: ({ effectuation }, _today, pick) => ({
    line: pick(EFFECTUATION_LINES),
    notApplicable: pick([false, false, true]),
    evidence: "Kvittering",
    ...(effectuation.length > 0 && pick([true, false]) && { round: pick(effectuation.map(({ id }) => id)) }),
  }),
  closeCase: nothing,
  proposeDismissal: (_facts, _today, pick) => ({ ground: pick(DISMISSALS), ...REASON }),
  dismissCase: ({ dismissal }, _today, pick) => ({ ground: dismissal?.outcome ?? pick(DISMISSALS) }),
  rejectDismissal: reason,
  reopenCase: reason,
  imposeInterimSuspension: (_facts, today, pick) => ({
    scope: pick(SUSPENSION_SCOPES),
    until: addDays(today, pick([30, 90, 400])),
    contentHash: pick(HASHES),
    ...REASON,
  }),
  approveInterimSuspension: currentHash,
  returnInterimSuspension: reason,
  recordSuspensionSent: (_facts, today, pick) => letter(today, pick),
  recordSuspensionReceived: (_facts, today, pick) => ({ receivedOn: recent(today, pick) }),
  extendInterimSuspension: (_facts, today, pick) => ({
    until: addDays(today, pick([100, 150, 400])),
    contentHash: pick(HASHES),
    ...REASON,
  }),
  liftInterimSuspension: reason,
  receiveAppeal: (_facts, today, pick) => ({ against: pick(APPEALABLE), receivedOn: recent(today, pick) }),
  reassessAppeal: (_facts, _today, pick) => ({
    against: pick(APPEALABLE),
    result: pick([...REASSESSMENTS, "upheld" as const]),
    ...REASON,
  }),
  forwardAppeal: (_facts, today, pick) => ({ against: pick(APPEALABLE), sentOn: recent(today, pick) }),
  recordBoardOutcome: (_facts, today, pick) => ({
    against: pick(APPEALABLE),
    outcome: pick(BOARD_OUTCOMES),
    decidedOn: recent(today, pick),
    ...REASON,
  }),
  askSender: () => ({ question: "Hvem gjelder varselet?" }),
  recordSenderAnswer: (_facts, _today, pick) => ({ outcome: pick(ANSWERS) }),
  receiveRenunciation: (_facts, today, pick) => ({ receivedOn: recent(today, pick) }),
  confirmRenunciation: (_facts, today) => ({ effectiveOn: today }),
  withdrawRenunciation: reason,
  assign: (_facts, _today, pick) => colleague(pick),
  take: nothing,
  give: (_facts, _today, pick) => colleague(pick),
  pause: (_facts, today, pick) => ({ reason: pick(PAUSE_REASONS), until: addDays(today, pick([3, 14])) }),
  resume: nothing,
  setFlag: flagged,
  clearFlag: flagged,
  tickControlPoint: point,
  clearControlPoint: point,
  linkCases: otherCase,
  unlinkCases: otherCase,
};
