import type { CaseFacts } from "../case-facts.ts";
import { EFFECTUATION_LINES } from "../side/effectuation.ts";
import { inventUnopened, OPENED_AT } from "./invented-case.ts";
import { AMINA, INGRID, JONAS, ROBOT, TURID } from "./invented-officers.ts";
import { Play } from "./play.ts";

/** The SHA-256 of an invented letter. */
export const HASH = "a".repeat(64);

/** A case at a point of its way, and the instant it is there. */
export interface Standing {
  readonly facts: CaseFacts;
  readonly at: string;
}

const start = () => new Play(inventUnopened(), OPENED_AT);

const opened = () => start().do(ROBOT, "openCase", {});
const triaged = () =>
  opened()
    .do(ROBOT, "recordLookUp", { id: 1, register: "hpr", answer: "found" })
    .do(ROBOT, "recordLookUp", { id: 2, register: "population", answer: "found" })
    .do(ROBOT, "recordLookUp", { id: 3, register: "employer", answer: "found" })
    .do(ROBOT, "setPriority", {});
const documented = () =>
  triaged()
    .do(INGRID, "finishTriage", {})
    .do(INGRID, "requestDocuments", { authority: "IVO", country: "SE", wanted: "Avgjørelsen" })
    .do(INGRID, "recordDocumentsReceived", { requestId: 1 });
const offered = () => documented().do(INGRID, "offerHandover", {});
const accepted = () => offered().do(AMINA, "acceptHandover", {});
const proposed = () =>
  accepted()
    .do(AMINA, "tickControlPoint", { point: "impartialityConsidered", evidence: "Ingen tilknytning" })
    .do(AMINA, "tickControlPoint", { point: "lapseProven", evidence: "Vedlegg 1" })
    .do(AMINA, "chooseTrack", { track: "A", reason: "Bygger på svensk legitimasjon" })
    .do(AMINA, "proposeOutcome", { outcome: "revocation", reason: "Grunnlaget er bortfalt" });
const read = () => proposed().do(JONAS, "readSecond", { agrees: true, reason: "Enig" });
const toBeHeard = () => read().do(AMINA, "concludeAssessment", {});
const heard = () => {
  const play = toBeHeard();
  return play.do(AMINA, "sendPreNotice", {
    sentOn: play.day(),
    deadline: play.day(21),
    channel: "post",
    proof: "RR1",
  });
};
const replied = () => {
  const play = heard().pass(7);
  return play.do(AMINA, "recordPreNoticeReply", { receivedOn: play.day() });
};
const toBeDecided = () => replied().do(AMINA, "concludeHearing", {});
const drafted = () => {
  const play = toBeDecided();
  return play.do(AMINA, "draftDecision", {
    outcome: "revocation",
    conditions: [],
    legalBases: ["hpl57-lapsedForeignBasis"],
    effectiveOn: play.day(),
    contentHash: HASH,
  });
};
const submitted = () => drafted().do(AMINA, "submitDecision", {});
const approved = () => submitted().do(JONAS, "approveDecision", { contentHash: HASH });
const sent = () => {
  const play = approved();
  return play.do(AMINA, "recordDecisionSent", {
    sentOn: play.day(),
    channel: "post",
    proof: "RR2",
    contentHash: HASH,
  });
};
const received = () => {
  const play = sent().pass(2);
  return play.do(INGRID, "recordDecisionReceived", { receivedOn: play.day() });
};
const effectuated = () => {
  const play = received();
  for (const line of EFFECTUATION_LINES)
    play.do(INGRID, "recordEffectuation", { line, evidence: "Kvittering" });
  return play;
};
const appealed = () => {
  const play = effectuated().pass(5);
  return play.do(INGRID, "receiveAppeal", { receivedOn: play.day() });
};
const reassessed = () =>
  appealed().do(AMINA, "reassessAppeal", { result: "upheld", reason: "Ikke noe nytt" });
const forwarded = () => {
  const play = reassessed();
  return play.do(AMINA, "forwardAppeal", { sentOn: play.day() });
};
const closable = () => effectuated().pass(30);
const closed = () => closable().do(INGRID, "closeCase", {});
const suspensionProposed = () => {
  const play = accepted();
  return play.do(AMINA, "imposeInterimSuspension", {
    scope: "full",
    until: play.day(90),
    contentHash: HASH,
    reason: "Fare for pasienter",
  });
};
const suspended = () => suspensionProposed().do(JONAS, "approveInterimSuspension", { contentHash: HASH });
const extending = () => {
  const play = suspended();
  return play.do(AMINA, "extendInterimSuspension", {
    until: play.day(180),
    contentHash: HASH,
    reason: "Venter på dokumenter",
  });
};
const lifted = () => suspended().do(AMINA, "liftInterimSuspension", { reason: "Ikke lenger til fare" });
const renounced = () => {
  const play = accepted();
  return play.do(INGRID, "receiveRenunciation", { receivedOn: play.day() });
};
const dismissing = () =>
  documented().do(INGRID, "proposeDismissal", { ground: "notRelevantInNorway", reason: "Bor ikke i Norge" });

const PLAYS = {
  unopened: start,
  intake: opened,
  triage: triaged,
  documentation: documented,
  handover: offered,
  assessment: accepted,
  "assessment, proposed": proposed,
  "assessment, read": read,
  "preNotice, to be sent": toBeHeard,
  "preNotice, sent": heard,
  "preNotice, replied": replied,
  "decision, to be drafted": toBeDecided,
  "decision, drafted": drafted,
  "decision, submitted": submitted,
  "decision, returned": () => submitted().do(JONAS, "returnDecision", { reason: "Begrunnelsen er for kort" }),
  "decision, approved": approved,
  effectuation: sent,
  "effectuation, all shown": closable,
  "appeal, received": appealed,
  "appeal, reassessed": reassessed,
  "appeal, with the board": forwarded,
  closed,
  "suspension, proposed": suspensionProposed,
  "suspension, in force": suspended,
  "suspension, extension proposed": extending,
  "suspension, ended": lifted,
  "renunciation, received": renounced,
  "dismissal, proposed": dismissing,
  reopened: () => closed().do(TURID, "reopenCase", { reason: "Nytt varsel" }),
} as const satisfies Record<string, () => Play>;

export type StandingName = keyof typeof PLAYS;
export const STANDING_NAMES = Object.keys(PLAYS) as readonly StandingName[];

/** An invented case brought to a point of its way by the acts themselves. */
export function standingOf(name: StandingName): Standing {
  const { facts, at } = PLAYS[name]();
  return { facts, at };
}

/** The same, to be played on. */
export function playFrom(name: StandingName): Play {
  return PLAYS[name]();
}
