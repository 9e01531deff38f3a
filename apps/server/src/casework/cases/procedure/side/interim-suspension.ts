import type { Done, SentLetter } from "../case-state.ts";

/** Helsepersonelloven § 58: of everything, or of stated work under stated conditions. */
export const SUSPENSION_SCOPES = ["full", "limited"] as const;
export type SuspensionScope = (typeof SUSPENSION_SCOPES)[number];

/** What an officer wants imposed or extended; `contentHash` is the SHA-256 of what the approver reads. */
export interface SuspensionProposal {
  readonly scope: SuspensionScope;
  readonly reason: string;
  /** The last day it counts; calendar day. */
  readonly until: string;
  readonly contentHash: string;
  readonly proposed: Done;
}

/** What became known of a suspension's way to the professional: the appeal clock runs from the receipt. */
export interface SuspensionDelivery {
  readonly sent: SentLetter | null;
  readonly receivedOn: string | null;
}

/** A suspension that runs. Days are calendar days. */
export interface SuspensionInForce extends SuspensionDelivery {
  readonly status: "inForce";
  readonly scope: SuspensionScope;
  readonly imposed: SuspensionProposal;
  readonly approved: Done;
  readonly effectiveFrom: string;
  readonly until: string;
  /** It can be extended once: the proposal that waits for approval, or the one that was approved. */
  readonly extension: (SuspensionProposal & { readonly approved: Done | null }) | null;
}

/** Suspension while the case is handled, at any time from triage, expedited. */
export type InterimSuspension =
  | { readonly status: "none" }
  | ({ readonly status: "proposed" } & SuspensionProposal)
  | SuspensionInForce
  | ({
      readonly status: "ended";
      readonly how: "lifted" | "replacedByDecision" | "ranOut" | "appealed";
      readonly ended: Done;
    } & SuspensionDelivery);
