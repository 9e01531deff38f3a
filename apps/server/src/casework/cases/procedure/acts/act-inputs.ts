import type { FindingSource, Flag, PauseReason, TickedPoint } from "../case-facts.ts";
import type { CaseAlert, LookUpAnswer, Register } from "../facts/surroundings.ts";
import type { Dismissal, Outcome, Proposable } from "../law/outcomes.ts";
import type { Track } from "../law/tracks.ts";
import type { PersonRef } from "../persons.ts";
import type { Appealable, BoardOutcome, Reassessment } from "../side/appeal.ts";
import type { EffectuationLine } from "../side/effectuation.ts";
import type { SuspensionScope } from "../side/interim-suspension.ts";
import type { Answer } from "../side/question-to-sender.ts";
import type { Line } from "../stages.ts";
import type { PriorityLevel } from "../triage/priority.rules.ts";
import type { ActName } from "./act-names.ts";

type Nothing = Readonly<Record<never, never>>;
interface Reason {
  readonly reason: string;
}
interface Attached {
  readonly attachmentId?: number;
}
interface Request {
  readonly requestId: number;
}

/**
 * What each act takes beside the case and the officer. Shapes are checked at the edge; what they say is judged here.
 * `…On`, `…By` and `until` are calendar days; hashes are SHA-256 in hex of what is approved, taken by the server.
 */
export interface ActInputs {
  openCase: { readonly reason?: string };
  joinAlert: { readonly alert: CaseAlert; readonly reason?: string };
  takeAlertApart: { readonly alertId: number } & Reason;
  /** `id` names the answer as kept. */
  recordLookUp: { readonly id: number; readonly register: Register; readonly answer: LookUpAnswer };
  establishBasisCountry: { readonly country: string; readonly evidence: string };
  setPriority: Nothing;
  overridePriority: { readonly priority: PriorityLevel } & Reason;
  finishTriage: Nothing;
  requestDocuments: { readonly authority: string; readonly country: string; readonly wanted: string };
  recordReminder: Request & { readonly sentOn: string };
  recordDocumentsReceived: Request & { readonly note?: string };
  recordDocumentsPartly: Request & { readonly note: string };
  recordCannotShare: Request & Reason;
  recordNoAnswer: Request & Reason;
  recordTranslation: Attached & { readonly outcome: "made" | "notNeeded"; readonly note?: string };
  offerHandover: { readonly note?: string };
  acceptHandover: Nothing;
  returnHandover: Reason;
  withdrawHandover: Reason;
  chooseTrack: { readonly track: Track } & Reason;
  recordFinding: { readonly text: string; readonly source: FindingSource };
  proposeOutcome: { readonly outcome: Proposable } & Reason;
  readSecond: { readonly agrees: boolean } & Reason;
  concludeAssessment: Nothing;
  sendPreNotice: {
    readonly sentOn: string;
    readonly deadline: string;
    readonly channel: string;
    readonly proof: string;
  };
  recordPreNoticeReply: Attached & { readonly receivedOn: string };
  waivePreNotice: Reason;
  concludeHearing: { readonly reason?: string };
  reconsider: Reason;
  draftDecision: {
    readonly outcome: Outcome;
    readonly conditions: readonly string[];
    readonly legalBases: readonly string[];
    readonly effectiveOn?: string;
    readonly contentHash: string;
  };
  submitDecision: Nothing;
  approveDecision: { readonly contentHash: string };
  returnDecision: Reason;
  recordDecisionSent: {
    readonly sentOn: string;
    readonly channel: string;
    readonly proof: string;
    readonly contentHash: string;
  };
  recordDecisionReceived: { readonly receivedOn: string };
  recordEffectuation: Attached & {
    readonly line: EffectuationLine;
    readonly notApplicable?: boolean;
    readonly evidence: string;
    /** The round it belongs to; else the oldest that lacks the line. */
    readonly round?: number;
  };
  closeCase: Nothing;
  proposeDismissal: { readonly ground: Dismissal } & Reason;
  dismissCase: { readonly ground: Dismissal };
  rejectDismissal: Reason;
  reopenCase: Reason;
  imposeInterimSuspension: {
    readonly scope: SuspensionScope;
    readonly until: string;
    readonly contentHash: string;
  } & Reason;
  approveInterimSuspension: { readonly contentHash: string };
  returnInterimSuspension: Reason;
  recordSuspensionSent: { readonly sentOn: string; readonly channel: string; readonly proof: string };
  recordSuspensionReceived: { readonly receivedOn: string };
  extendInterimSuspension: { readonly until: string; readonly contentHash: string } & Reason;
  liftInterimSuspension: Reason;
  receiveAppeal: Attached & { readonly against?: Appealable; readonly receivedOn: string };
  reassessAppeal: { readonly against?: Appealable; readonly result: Reassessment } & Reason;
  forwardAppeal: { readonly against?: Appealable; readonly sentOn: string };
  recordBoardOutcome: {
    readonly against?: Appealable;
    readonly outcome: BoardOutcome;
    readonly decidedOn: string;
  } & Reason;
  askSender: { readonly question: string; readonly alertId?: number; readonly answerBy?: string };
  recordSenderAnswer: Attached & { readonly questionId?: number; readonly outcome?: Answer };
  receiveRenunciation: Attached & { readonly receivedOn: string };
  confirmRenunciation: { readonly effectiveOn: string };
  withdrawRenunciation: Reason;
  assign: { readonly person: PersonRef; readonly line?: Line };
  take: Nothing;
  give: { readonly person: PersonRef };
  pause: { readonly reason: PauseReason; readonly note?: string; readonly until: string };
  resume: Nothing;
  setFlag: { readonly flag: Flag } & Reason;
  clearFlag: { readonly flag: Flag } & Reason;
  tickControlPoint: { readonly point: TickedPoint; readonly evidence: string };
  clearControlPoint: { readonly point: TickedPoint } & Reason;
  linkCases: { readonly otherCase: number } & Reason;
  unlinkCases: { readonly otherCase: number } & Reason;
}

/** What an act takes. */
export type InputOf<A extends ActName> = ActInputs[A];
