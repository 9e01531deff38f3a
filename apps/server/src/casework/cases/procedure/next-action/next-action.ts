import type { RefusalParams } from "../../../../platform/rules/refusal.ts";
import type { ActName } from "../acts/act-names.ts";
import type { PersonRef } from "../persons.ts";
import type { Line } from "../stages.ts";

/** Who is to do something: the officer of a line, somebody else in it, an approver, or the process owner. */
export const OWNER_ROLES = ["officer", "anotherOfficer", "approver", "processOwner"] as const;
export type OwnerRole = (typeof OWNER_ROLES)[number];

/** Who owns an action: always a unit, and a person where one has the case. */
export interface ActionOwner {
  readonly role: OwnerRole;
  readonly line: Line;
  readonly unit: string;
  readonly person: PersonRef | null;
}

/** What is to be done next in a case, by whom, and by when. */
export interface NextAction {
  /** What it is; translated by the page. */
  readonly code: ActionCode;
  /** The act that does it, or that answers what is waited for; nothing where something is only to be looked at. */
  readonly act: ActName | null;
  readonly owner: ActionOwner;
  /** Calendar day, where a clock runs for it. */
  readonly dueOn: string | null;
  /** The move is somebody else's until the day has passed. */
  readonly waiting: boolean;
  readonly params?: RefusalParams;
}

/** Everything that can be next. */
export const ACTION_CODES = [
  "lookUpRegisters",
  "confirmIdentity",
  "decideDismissal",
  "setPriority",
  "finishTriage",
  "requestDocuments",
  "remindAuthority",
  "awaitDocuments",
  "decideWithoutAnswer",
  "settleDocumentation",
  "offerHandover",
  "answerHandover",
  "chooseTrack",
  "meetTrackDemands",
  "proposeOutcome",
  "readSecond",
  "proposeAnew",
  "concludeAssessment",
  "sendPreNotice",
  "awaitReply",
  "concludeHearing",
  "draftDecision",
  "submitDecision",
  "reviseDecision",
  "approveDecision",
  "sendDecision",
  "effectuate",
  "recordReceipt",
  "awaitAppealDeadline",
  "closeCase",
  "approveSuspension",
  "sendSuspension",
  "recordSuspensionReceipt",
  "reviewSuspension",
  "endSuspension",
  "reassessAppeal",
  "forwardAppeal",
  "awaitBoard",
  "recordSenderAnswer",
  "awaitSender",
  "answerRenunciation",
  "lookAgain",
  "meetCriterion",
  "doTask",
] as const;
export type ActionCode = (typeof ACTION_CODES)[number];

/** An action before its owner is named. */
export interface WantedAction extends Omit<NextAction, "owner" | "waiting"> {
  readonly role?: OwnerRole;
  readonly line: Line;
  readonly waiting?: true;
}

/** Something that is to be done now. */
export function wanted<A extends ActName | null>(
  code: ActionCode,
  act: A,
  line: Line,
  more: Partial<Omit<WantedAction, "code" | "act" | "line">> = {},
): WantedAction & { readonly act: A } {
  return { code, act, line, dueOn: null, ...more };
}
