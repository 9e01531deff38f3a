import type { DecisionVersionView } from "@varde/contract";
import type { Actor } from "../../../platform/audit/index.ts";

/** Who did something, in whose place and when (ISO instant). */
export interface RecordedDoing {
  readonly actor: Actor;
  readonly onBehalfOf: Actor | null;
  readonly at: string;
}

/** Everything kept about a case that an archive is told of, as of one instant. Lists are oldest first. */
export interface ArchiveRecord {
  readonly number: string;
  readonly year: number;
  readonly ordinal: number;
  readonly hprNumber: number;
  readonly surname: string | null;
  readonly forename: string | null;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly acts: readonly RecordedAct[];
  readonly versions: readonly RecordedVersion[];
  readonly attachments: readonly RecordedAttachment[];
  readonly lookUps: readonly RecordedLookUp[];
  readonly decisions: readonly RecordedDecision[];
  readonly notes: readonly (RecordedDoing & { readonly id: number; readonly text: string })[];
  readonly standings: readonly RecordedStanding[];
}

export interface RecordedAct extends RecordedDoing {
  readonly id: number;
  readonly act: string;
  readonly stageBefore: string | null;
  readonly stageAfter: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** A version of an alert in the case, with the message that brought it. Days are calendar days. */
export interface RecordedVersion {
  readonly id: number;
  readonly alertId: number;
  readonly kind: "alert" | "update" | "withdrawal";
  readonly at: string;
  readonly alertNumber: string | null;
  readonly country: string | null;
  readonly authority: string | null;
  /** What was understood, by the names of the fields. */
  readonly fields: Readonly<Record<string, string | null>>;
  readonly original: { readonly sha256: string; readonly size: number; readonly fileName: string | null };
  /** How many entries the message has: others than this one may be about other people. */
  readonly entries: number;
}

export interface RecordedAttachment extends RecordedDoing {
  readonly id: number;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly fileName: string;
  readonly title: string | null;
}

export interface RecordedLookUp extends RecordedDoing {
  readonly id: number;
  readonly register: string;
  readonly purpose: string;
  readonly answer: string;
  readonly evidence: Readonly<Record<string, unknown>>;
}

export type RecordedDecision = RecordedDoing &
  Pick<
    DecisionVersionView,
    "kind" | "version" | "outcome" | "letter" | "conditions" | "legalBases" | "effectiveFrom" | "contentHash"
  > & { readonly actId: number };

/** How the case stood in the figures after an act. `unit` is the name of the unit in bokmål. */
export interface RecordedStanding {
  readonly actId: number;
  readonly closed: boolean;
  readonly unit: string;
  readonly assignee: string | null;
}
