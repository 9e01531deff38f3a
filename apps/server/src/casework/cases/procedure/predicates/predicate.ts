import type { RefusalParams } from "../../../../platform/rules/refusal.ts";
import type { ActName } from "../acts/act-names.ts";
import type { CaseFacts } from "../case-facts.ts";
import type { Circumstances } from "../circumstances.ts";
import type { Sentence } from "../sentence.ts";

/** Parts of the case where something can be mended; the page goes there. */
export const PLACES = [
  "alerts",
  "lookUps",
  "person",
  "priority",
  "requests",
  "documents",
  "controlPoints",
  "handover",
  "assessment",
  "hearing",
  "decision",
  "effectuation",
  "suspension",
  "appeal",
  "questions",
  "renunciation",
  "dismissal",
  "tasks",
] as const;
export type Place = (typeof PLACES)[number];

/** Why a predicate does not hold: which of its reasons, and what fills the sentence. */
export interface Lack {
  readonly reason: string;
  readonly params?: RefusalParams;
}

/** A criterion of the procedure: a sentence that holds for a case or does not, and what to do about it. */
export interface Predicate {
  /** What must hold. */
  readonly sentence: Sentence;
  /** Why it does not, in as many ways as there are. */
  readonly whyNot: Readonly<Record<string, Sentence>>;
  /** Who sees to it: a person by ticking, the robot by looking up, or whoever does the act that mends it. */
  readonly settledBy: "tick" | "robot" | "act";
  readonly where: Place;
  readonly mendedBy: readonly ActName[];
  readonly law?: string;
  /** Nothing where it holds. */
  readonly lacks: (facts: CaseFacts, circumstances: Circumstances) => Lack | undefined;
}

/** The lack with a reason where a condition does not hold. */
export function lackUnless(holds: boolean, reason: string, params?: RefusalParams): Lack | undefined {
  return holds ? undefined : { reason, ...(params && { params }) };
}
