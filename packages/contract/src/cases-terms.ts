import { z } from "zod";

/** The stages of a case in order; entering and leaving them is decided by the procedure alone. */
export const CASE_STAGES = [
  "intake",
  "triage",
  "documentation",
  "handover",
  "assessment",
  "preNotice",
  "decision",
  "effectuation",
  "closed",
] as const;
export const caseStage = z.enum(CASE_STAGES);
export type CaseStage = z.infer<typeof caseStage>;

export const CASE_PRIORITIES = ["high", "normal", "low"] as const;
export const casePriority = z.enum(CASE_PRIORITIES);
export type CasePriority = z.infer<typeof casePriority>;

/** What the portfolio marks a case by; `reopened` is set by reopening, the others by people. */
export const CASE_FLAGS = ["media", "ministry", "reopened"] as const;
export const caseFlag = z.enum(CASE_FLAGS);
export type CaseFlag = z.infer<typeof caseFlag>;

/** A: the Norwegian authorisation rests on the foreign one that has lapsed. B: own assessment under chapter 11. */
export const LEGAL_TRACKS = ["A", "B"] as const;
export const legalTrack = z.enum(LEGAL_TRACKS);
export type LegalTrack = z.infer<typeof legalTrack>;

/** Registers a case looks its person up in. */
export const LOOK_UP_REGISTERS = ["hpr", "population", "employer", "business", "prescribingRight"] as const;
export const lookUpRegister = z.enum(LOOK_UP_REGISTERS);
export type LookUpRegister = z.infer<typeof lookUpRegister>;

/** Answers of a look-up; not finding somebody is an answer. */
export const LOOK_UP_ANSWERS = ["found", "notFound", "ambiguous", "unavailable"] as const;
export const lookUpAnswer = z.enum(LOOK_UP_ANSWERS);
export type LookUpAnswer = z.infer<typeof lookUpAnswer>;

/** How a request for documents stands. */
export const DOCUMENT_REQUEST_STATES = ["awaiting", "received", "partly", "cannotShare", "noAnswer"] as const;
export const documentRequestState = z.enum(DOCUMENT_REQUEST_STATES);
export type DocumentRequestState = z.infer<typeof documentRequestState>;

/** How a decision stands on its way to the one it concerns. */
export const DECISION_STATES = ["draft", "submitted", "approved", "sent", "received"] as const;
export const decisionState = z.enum(DECISION_STATES);
export type DecisionState = z.infer<typeof decisionState>;

/** Lists of the work queue. `open` is mine, unassigned and overdue together: what a day begins with. */
export const CASE_LISTS = ["open", "mine", "unassigned", "overdue", "waiting", "all", "closed"] as const;
export const caseList = z.enum(CASE_LISTS);
export type CaseList = z.infer<typeof caseList>;
