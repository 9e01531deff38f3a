import type { Done } from "../case-state.ts";

/** How a question about an identity ended. */
export const ANSWERS = ["answered", "cannotSay", "noAnswer"] as const;
export type Answer = (typeof ANSWERS)[number];

/** A question to the sender of an alert about whom it concerns. */
export interface QuestionToSender {
  /** Counts within the case. */
  readonly id: number;
  readonly alertId: number | null;
  readonly asked: Done;
  readonly question: string;
  /** Calendar day the sender is asked to answer by. */
  readonly answerBy: string;
  readonly ended: (Done & { readonly answer: Answer; readonly attachmentId: number | null }) | null;
}
