import type { MessageRow } from "@varde/contract/intake";

/** What in a message could not be read, as far as the reader could tell. */
export interface Fault {
  /** Path of the part, where it was one part of the message. */
  readonly part?: string;
  readonly fileName?: string;
  readonly line?: number;
  /** Code of why. */
  readonly cause?: string;
}

/** The fault behind a quarantine; nothing where the message could be read and something else is wrong. */
export function faultOf({
  state,
  reasonParams: { part, fileName, line, cause },
}: Pick<MessageRow, "state" | "reasonParams">): Fault | undefined {
  if (state !== "quarantined" || (part === undefined && cause === undefined)) return undefined;
  return {
    ...(typeof part === "string" && { part }),
    ...(typeof fileName === "string" && fileName !== "" && { fileName }),
    ...(typeof line === "number" && { line }),
    ...(typeof cause === "string" && { cause }),
  };
}
