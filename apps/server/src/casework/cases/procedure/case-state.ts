import type { Outcome } from "./law/outcomes.ts";
import type { Doer } from "./persons.ts";
import type { Stage } from "./stages.ts";

/** Something done, and by whom. `at` is an ISO instant. */
export interface Done {
  readonly by: Doer;
  readonly at: string;
}

/** Facts gathered before the case exists: only `openCase` can be done with them. */
export interface Unopened {
  readonly stage: "unopened";
}

export interface Intake {
  readonly stage: "intake";
}

export interface Triage {
  readonly stage: "triage";
}

export interface Documentation {
  readonly stage: "documentation";
  /** Why the second line sent the case back, where it did. */
  readonly returned: (Done & { readonly reason: string }) | null;
}

/** Offered, and not yet accepted: both lines own the case. */
export interface Handover {
  readonly stage: "handover";
  readonly offered: Done;
  readonly note: string;
}

export interface AssessmentStage {
  readonly stage: "assessment";
  readonly accepted: Done;
  /** Why the case came back from a later stage, where it did. */
  readonly reconsidered: (Done & { readonly reason: string }) | null;
}

/** Forvaltningsloven § 16: the professional is told beforehand and may reply. Dates are calendar days. */
export type PreNotice = { readonly stage: "preNotice" } & (
  | { readonly phase: "toBeSent" }
  | { readonly phase: "sent"; readonly sent: SentLetter; readonly replyBy: string }
  | {
      readonly phase: "replied";
      readonly sent: SentLetter;
      readonly replyBy: string;
      readonly reply: LetterReply;
    }
);

/** A letter a transport has answered for; `proof` is its receipt or the note of who posted it. */
export interface SentLetter extends Done {
  readonly sentOn: string;
  readonly channel: string;
  readonly proof: string;
}

export interface LetterReply extends Done {
  readonly attachmentId: number | null;
  readonly receivedOn: string;
}

/** What a decision says. `contentHash` is the SHA-256 of the letter and everything that is decided. */
export interface DecisionContent {
  readonly version: number;
  readonly contentHash: string;
  readonly outcome: Outcome;
  readonly legalBases: readonly string[];
  readonly conditions: readonly string[];
  /** Calendar day; nothing where there is nothing to take effect. */
  readonly effectiveFrom: string | null;
  /** Everybody who has written on any version of it, newest last. */
  readonly authors: readonly Done[];
}

export type DecisionStage = { readonly stage: "decision" } & (
  | { readonly phase: "toBeDrafted" }
  | { readonly phase: "drafted"; readonly content: DecisionContent }
  | { readonly phase: "submitted"; readonly content: DecisionContent; readonly submitted: Done }
  | {
      readonly phase: "returned";
      readonly content: DecisionContent;
      readonly returned: Done & { readonly reason: string };
    }
  | {
      readonly phase: "approved";
      readonly content: DecisionContent;
      readonly submitted: Done;
      readonly approved: Done;
    }
);

export interface EffectuationStage {
  readonly stage: "effectuation";
}

export interface Closed extends Done {
  readonly stage: "closed";
  readonly outcome: Outcome;
}

/** Where a case stands: each stage with what it holds, and nothing it does not. */
export type CaseState =
  | Intake
  | Triage
  | Documentation
  | Handover
  | AssessmentStage
  | PreNotice
  | DecisionStage
  | EffectuationStage
  | Closed
  | Unopened;

/** The state of a given stage. */
export type StateOf<S extends Stage | "unopened"> = Extract<CaseState, { stage: S }>;
