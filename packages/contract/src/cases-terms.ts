import { z } from "zod";

/** Words somebody writes, trimmed. Signs that cannot be stored (NUL, halves of letters) are refused. */
export const words = (shortest: number, longest: number, code = "textMissing") =>
  z
    .string()
    .trim()
    .min(shortest, code)
    .max(longest)
    .refine((said) => said.isWellFormed() && !said.includes("\0"), "unstorableSigns");

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

export const CASE_LINES = ["firstLine", "secondLine"] as const;
export const caseLine = z.enum(CASE_LINES);
export type CaseLine = z.infer<typeof caseLine>;

export const CASE_PRIORITIES = ["high", "normal", "low"] as const;
export const casePriority = z.enum(CASE_PRIORITIES);
export type CasePriority = z.infer<typeof casePriority>;

/** What the portfolio marks a case by; `reopened` is set by reopening, the others by people. */
export const CASE_FLAGS = ["media", "ministry", "reopened"] as const;
export const caseFlag = z.enum(CASE_FLAGS);
export type CaseFlag = z.infer<typeof caseFlag>;

/** What a case can end with: a reaction of the authority's own, or one of the five after them. */
export const CASE_OUTCOMES = [
  "revocation",
  "suspension",
  "limitedSuspension",
  "limitation",
  "lossOfPrescribingRight",
  "order",
  "noReaction",
  "renunciation",
  "notSamePerson",
  "notRelevantInNorway",
  "notAuthorised",
] as const;
export const caseOutcome = z.enum(CASE_OUTCOMES);
export type CaseOutcome = z.infer<typeof caseOutcome>;

/** Outcomes that change what the professional may do. */
export const CASE_REACTIONS = [
  "revocation",
  "suspension",
  "limitedSuspension",
  "limitation",
  "lossOfPrescribingRight",
  "order",
] as const satisfies readonly CaseOutcome[];

/** Why a case waits for others. */
export const PAUSE_REASONS = [
  "foreignAuthority",
  "professional",
  "police",
  "court",
  "translation",
  "other",
] as const;
export const pauseReason = z.enum(PAUSE_REASONS);
export type PauseReason = z.infer<typeof pauseReason>;

/** Criteria that a person looks at and ticks; the machine sees the others for itself. */
export const TICKED_POINTS = ["documentationSufficient", "lapseProven", "impartialityConsidered"] as const;
export const tickedPoint = z.enum(TICKED_POINTS);
export type TickedPoint = z.infer<typeof tickedPoint>;

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

/** How a request to an authority abroad can end. */
export const DOCUMENT_REQUEST_OUTCOMES = ["received", "partly", "cannotShare", "noAnswer"] as const;
export const documentRequestOutcome = z.enum(DOCUMENT_REQUEST_OUTCOMES);
export type DocumentRequestOutcome = z.infer<typeof documentRequestOutcome>;

/** What must be shown to be done out in the world before a case is closed. */
export const EFFECTUATION_LINES = [
  "hprReadBack",
  "imiEntry",
  "nordicNotice",
  "employerNotice",
  "otherCountries",
  "appealInformation",
] as const;
export const effectuationLine = z.enum(EFFECTUATION_LINES);
export type EffectuationLine = z.infer<typeof effectuationLine>;

/** Lists of the work queue. `open` is mine, unassigned and overdue together: what a day begins with. */
export const CASE_LISTS = ["open", "mine", "unassigned", "overdue", "waiting", "all", "closed"] as const;
export const caseList = z.enum(CASE_LISTS);
export type CaseList = z.infer<typeof caseList>;
