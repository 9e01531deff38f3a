import { CASE_FLAGS, PAUSE_REASONS, TICKED_POINTS } from "@varde/contract/cases-terms";
import type { CaseState, DecisionContent, Done, LetterReply, SentLetter } from "./case-state.ts";
import type { CaseAttachment, DocumentRequest, Translation } from "./facts/documentation.ts";
import type { CaseAlert, CasePerson, LookUp, Register } from "./facts/surroundings.ts";
import type { Dismissal, Proposable } from "./law/outcomes.ts";
import type { Track } from "./law/tracks.ts";
import type { PersonRef } from "./persons.ts";
import type { Appeal, Appealable } from "./side/appeal.ts";
import type { EffectuationRound } from "./side/effectuation.ts";
import type { InterimSuspension } from "./side/interim-suspension.ts";
import type { QuestionToSender } from "./side/question-to-sender.ts";
import type { Renunciation } from "./side/renunciation.ts";
import type { Line, Stage } from "./stages.ts";
import type { Priority } from "./triage/priority.rules.ts";

/** Marks that management looks for. `reopened` is set by reopening, never by hand. */
export const FLAGS = CASE_FLAGS;
export type Flag = (typeof FLAGS)[number];

/** Criteria that a person looks at and ticks; every other criterion the machine sees for itself. */
export { TICKED_POINTS };
export type TickedPoint = (typeof TICKED_POINTS)[number];

/** A tick with what it rests on. */
export interface Tick extends Done {
  readonly evidence: string;
}

/** Who has the case for a line. While away the stand-in has it, or the unit where nobody stands in. */
export interface Assignment {
  readonly person: PersonRef;
  /** Calendar day the person is back; nothing where the person is at work. */
  readonly awayUntil: string | null;
  readonly standIn: PersonRef | null;
}

/** Where a fact is read: an attachment, an alert or a look-up of the case, by its id, and the place in it. */
export interface FindingSource {
  readonly kind: "attachment" | "alert" | "lookUp";
  readonly id: number;
  readonly place: string | null;
}

/** A fact found, tied to the document it rests on. */
export interface Finding extends Done {
  /** Counts within the case. */
  readonly id: number;
  readonly text: string;
  readonly source: FindingSource;
}

/** What an officer proposes the case ends with. */
export interface ProposedOutcome {
  readonly outcome: Proposable;
  readonly reason: string;
  readonly proposed: Done;
}

/** A second reader's answer to the proposal that stands. */
export interface SecondReading extends Done {
  readonly agrees: boolean;
  readonly reason: string;
}

/** How the professional was heard, kept when the pre-notice is over. */
export interface Hearing {
  readonly sent: SentLetter | null;
  readonly reply: LetterReply | null;
  /** Why the pre-notice was left out (forvaltningsloven § 16 third paragraph). */
  readonly waived: (Done & { readonly reason: string }) | null;
}

/** A decision that is sent. `receivedOn` starts the appeal clock; calendar days. */
export interface SentDecision {
  readonly content: DecisionContent;
  readonly submitted: Done;
  readonly approved: Done;
  readonly sent: SentLetter;
  readonly receivedOn: string | null;
  /** What an appeal made of it: changed, or annulled so that nothing is decided against the professional. */
  readonly afterAppeal: (Done & { readonly result: "changed" | "annulled" }) | null;
}

/** A proposal to end the case without an assessment; somebody else must agree. */
export interface ProposedDismissal {
  readonly outcome: Dismissal;
  readonly reason: string;
  readonly proposed: Done;
}

/** Why a case waits, and until when at the latest. */
export { PAUSE_REASONS };
export type PauseReason = (typeof PAUSE_REASONS)[number];

export interface Pause {
  readonly reason: PauseReason;
  readonly note: string | null;
  readonly paused: Done;
  /** Calendar day somebody must look at the case again. */
  readonly reviewOn: string;
}

/** A time the case was on hold, now over. ISO instants. */
export interface EndedPause {
  readonly reason: PauseReason;
  readonly from: string;
  readonly until: string;
}

/** A task somebody wrote down, beside the next action that follows from the state. Days are calendar days. */
export interface OpenTask {
  readonly id: number;
  readonly title: string;
  readonly dueOn: string | null;
}

/**
 * Everything the rules look at about a case, as plain facts. Acts answer with the facts as they stand afterwards; what
 * lies outside the case (person, alerts' content, look-ups, absence) is gathered anew before each question.
 */
export interface CaseFacts {
  readonly caseId: number;
  /** The unit codes that own the case for each line. */
  readonly units: Readonly<Record<Line, string>>;
  readonly openedAt: string;
  /** When the case came to the stage it is in (ISO instant). */
  readonly stageSince: string;
  readonly state: CaseState;
  readonly reopenings: number;

  readonly person: CasePerson;
  readonly alerts: readonly CaseAlert[];
  readonly lookUps: Readonly<Partial<Record<Register, LookUp>>>;

  readonly flags: readonly Flag[];
  readonly priority: Priority | null;
  readonly assignments: Readonly<Partial<Record<Line, Assignment>>>;
  readonly ticks: Readonly<Partial<Record<TickedPoint, Tick>>>;
  readonly attachments: readonly CaseAttachment[];
  readonly translations: readonly Translation[];
  readonly requests: readonly DocumentRequest[];
  readonly questions: readonly QuestionToSender[];

  readonly track: (Done & { readonly track: Track; readonly reason: string }) | null;
  readonly findings: readonly Finding[];
  readonly proposal: ProposedOutcome | null;
  readonly secondReading: SecondReading | null;
  readonly hearing: Hearing | null;
  readonly decision: SentDecision | null;
  /** Decisions a reopening or an appeal set aside, oldest first. */
  readonly formerDecisions: readonly SentDecision[];
  readonly effectuation: readonly EffectuationRound[];

  readonly interimSuspension: InterimSuspension;
  readonly appeals: Readonly<Record<Appealable, Appeal>>;
  readonly renunciation: Renunciation;
  readonly dismissal: ProposedDismissal | null;
  readonly pause: Pause | null;
  /** Oldest first: what the times of ours and of others are counted from. */
  readonly formerPauses: readonly EndedPause[];
  /** Tasks of somebody's own words that are not done. */
  readonly tasks: readonly OpenTask[];
}

/** The parts of the facts that acts change; the rest is gathered from elsewhere. */
export type CaseChanges = Partial<Omit<CaseFacts, "caseId" | "units">>;

/** The stage of a case, or nothing where it is not yet opened. */
export function stageOf(facts: CaseFacts): Stage | null {
  return facts.state.stage === "unopened" ? null : facts.state.stage;
}
