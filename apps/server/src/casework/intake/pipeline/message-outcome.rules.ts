import type { MessageState } from "@varde/contract";
import type { EntryDecision, WaitingReason } from "./registration.rules.ts";

/** The state a message ends in, and why; `duplicateOf` is the message it repeats. */
export interface MessageOutcome {
  readonly state: Extract<MessageState, "registered" | "duplicate" | "irrelevant" | "quarantined">;
  readonly reason: string | null;
  readonly reasonParams: Readonly<Record<string, string | number>>;
  readonly duplicateOf: number | null;
}

// What only an officer can mend comes before what may mend itself.
const GRAVEST_FIRST: readonly WaitingReason[] = ["conflictingFields", "missingMandatory", "unknownReference"];

/**
 * The state of a message from what became of its entries. One entry that waits keeps the whole message in
 * quarantine; a message is a duplicate only when everything it says was said before by others.
 * `gaveAlerts` tells whether the message has given versions at an earlier time.
 */
export function outcomeOf(
  messageId: number,
  decisions: readonly EntryDecision[],
  gaveAlerts: boolean,
): MessageOutcome {
  for (const reason of GRAVEST_FIRST) {
    const waiting = decisions.find((decision) => decision.step === "waits" && decision.reason === reason);
    if (waiting?.step === "waits")
      return { state: "quarantined", reason, reasonParams: waiting.params, duplicateOf: null };
  }
  const repeated = decisions.find((one) => one.step === "repeats" && one.version.messageId !== messageId);
  const registered = gaveAlerts || decisions.some(({ step }) => step === "opens" || step === "changes");
  return registered || repeated?.step !== "repeats" ? REGISTERED : duplicateOf(repeated.version.messageId);
}

/** The outcome of a message all of which has become alerts. */
export const REGISTERED: MessageOutcome = {
  state: "registered",
  reason: null,
  reasonParams: {},
  duplicateOf: null,
};

/** The outcome of a message that repeats another one. */
export function duplicateOf(first: number): MessageOutcome {
  return { state: "duplicate", reason: null, reasonParams: {}, duplicateOf: first };
}

/** A state that needs no look at other messages: irrelevant, or quarantined until an officer has seen to it. */
export function putAside(
  state: "irrelevant" | "quarantined",
  reason: string,
  reasonParams: MessageOutcome["reasonParams"],
): MessageOutcome {
  return { state, reason, reasonParams, duplicateOf: null };
}
