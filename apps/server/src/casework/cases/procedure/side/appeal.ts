import type { Done } from "../case-state.ts";

/** What can be appealed in a case. */
export const APPEALABLE = ["decision", "interimSuspension"] as const;
export type Appealable = (typeof APPEALABLE)[number];

/** What the authority can do with an appeal itself (forvaltningsloven § 33). */
export const REASSESSMENTS = ["upheld", "changed", "annulled", "rejected"] as const;
export type Reassessment = (typeof REASSESSMENTS)[number];

/** What the appeals board can do: keep it, change it, annul it, or annul it and send it back. */
export const BOARD_OUTCOMES = ["upheld", "changed", "annulled", "returned"] as const;
export type BoardOutcome = (typeof BOARD_OUTCOMES)[number];

export interface ReceivedAppeal {
  readonly received: Done;
  readonly attachmentId: number | null;
  /** Calendar day the appeal came. */
  readonly receivedOn: string;
  /** Came after the deadline, and is handled all the same (forvaltningsloven § 31). */
  readonly late: boolean;
}

/** One appeal, from its arrival to the end of it. */
export type Appeal =
  | { readonly status: "none" }
  | ({ readonly status: "received" } & ReceivedAppeal)
  | ({
      readonly status: "reassessed";
      readonly reassessed: Done & { readonly result: "upheld" };
    } & ReceivedAppeal)
  | ({
      readonly status: "withBoard";
      readonly forwarded: Done & { readonly sentOn: string };
    } & ReceivedAppeal)
  | ({
      readonly status: "settled";
      readonly by: "authority" | "board";
      readonly result: Reassessment | BoardOutcome;
      /** When it went to the board, where it did. */
      readonly forwarded: (Done & { readonly sentOn: string }) | null;
      readonly settled: Done;
    } & ReceivedAppeal);

/** Whether an appeal waits for an answer. */
export function isPending(appeal: Appeal): boolean {
  return appeal.status === "received" || appeal.status === "reassessed" || appeal.status === "withBoard";
}
