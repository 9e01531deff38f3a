import type { Done } from "../case-state.ts";

/** The professional gives up the authorisation in writing (helsepersonelloven § 61). */
export type Renunciation =
  | { readonly status: "none" }
  | {
      readonly status: "received";
      readonly received: Done;
      readonly attachmentId: number | null;
      readonly receivedOn: string;
    }
  | {
      readonly status: "confirmed";
      readonly attachmentId: number | null;
      readonly receivedOn: string;
      readonly confirmed: Done;
      /** Calendar day from which the authorisation is given up. */
      readonly effectiveFrom: string;
    }
  | { readonly status: "withdrawn"; readonly withdrawn: Done; readonly reason: string };
