import type { CaseActName } from "@varde/contract/cases";

/** The parts of the case page; each is the place of these acts. Names are those refusals point to. */
export const PART_ACTS = {
  handover: ["offerHandover", "acceptHandover", "returnHandover", "withdrawHandover"],
  assessment: [
    "chooseTrack",
    "recordFinding",
    "proposeOutcome",
    "readSecond",
    "concludeAssessment",
    "reconsider",
  ],
  hearing: ["sendPreNotice", "recordPreNoticeReply", "waivePreNotice", "concludeHearing"],
  decision: [
    "draftDecision",
    "submitDecision",
    "approveDecision",
    "returnDecision",
    "recordDecisionSent",
    "recordDecisionReceived",
  ],
  effectuation: ["recordEffectuation", "closeCase", "reopenCase"],
  documents: [
    "requestDocuments",
    "recordReminder",
    "recordDocumentsReceived",
    "recordDocumentsPartly",
    "recordCannotShare",
    "recordNoAnswer",
    "recordTranslation",
  ],
  lookUps: ["recordLookUp"],
  person: ["establishBasisCountry"],
  alerts: ["joinAlert", "takeAlertApart"],
  priority: ["setPriority", "overridePriority", "finishTriage", "setFlag", "clearFlag"],
  suspension: [
    "imposeInterimSuspension",
    "approveInterimSuspension",
    "returnInterimSuspension",
    "recordSuspensionSent",
    "recordSuspensionReceived",
    "extendInterimSuspension",
    "liftInterimSuspension",
  ],
  appeal: ["receiveAppeal", "reassessAppeal", "forwardAppeal", "recordBoardOutcome"],
  questions: ["askSender", "recordSenderAnswer"],
  renunciation: ["receiveRenunciation", "confirmRenunciation", "withdrawRenunciation"],
  dismissal: ["proposeDismissal", "dismissCase", "rejectDismissal"],
  controlPoints: ["tickControlPoint", "clearControlPoint"],
  tasks: ["take", "give", "assign", "pause", "resume"],
  links: ["linkCases", "unlinkCases"],
} as const satisfies Record<string, readonly CaseActName[]>;

export type CasePart = keyof typeof PART_ACTS;

const isPart = (name: string): name is CasePart => Object.hasOwn(PART_ACTS, name);

/** The part of the page a refusal points to; nothing where it names no place of the page. */
export function partOf(where: string | undefined): CasePart | undefined {
  if (where === "requests") return "documents";
  return where !== undefined && isPart(where) ? where : undefined;
}

/** The id a part has in the page. */
export const anchorOf = (part: CasePart): string => `case-${part}`;
