import type { EntryKind } from "@varde/contract";
import type { AlertValues } from "../alerts/alert-content.rules.ts";
import type { AlertStatus } from "../alerts/alert-status.rules.ts";
import type { Entry, Reading } from "../reading/reading.ts";
import type { AlertCollection } from "./known-alerts.ts";
import type { MessageOutcome } from "./message-outcome.rules.ts";

/** A message that has been read and awaits registration, or is examined again. */
export interface ReadMessage {
  readonly id: number;
  readonly headerMessageId: string | null;
  readonly original: string;
  readonly size: number;
  readonly verdict: Reading["verdict"];
  /** Ordinals of entries that have become a version, or repeat one. */
  readonly settled: number[];
  /** Whether the message has given versions. */
  gaveAlerts: boolean;
}

/** An alert opened or changed by this registration, as it stands afterwards. */
export interface AlertState {
  readonly id: number;
  readonly opened: boolean;
  readonly sendingCountry: string | null;
  readonly alertNumber: string | null;
  readonly numberKey: string | null;
  status: AlertStatus;
  currentVersion: number;
}

/** A version to be written. */
export interface VersionToWrite {
  readonly id: number;
  readonly alertId: number;
  readonly messageId: number;
  readonly ordinal: number;
  readonly kind: EntryKind;
  readonly sentAs: EntryKind;
  readonly numberKey: string | null;
  readonly values: AlertValues;
  readonly fields: Entry["fields"];
  readonly contentHash: string;
  readonly documentHash: string;
}

/** Everything a registration is going to write, in the order it was decided. */
export interface RegistrationWrites {
  readonly alerts: Map<number, AlertState>;
  readonly versions: VersionToWrite[];
  readonly statuses: { alertId: number; status: AlertStatus }[];
  readonly repeats: { messageId: number; ordinal: number; versionId: number }[];
  /** Every outcome of every message; one that waited and was examined again has two. */
  readonly outcomes: { messageId: number; outcome: MessageOutcome }[];
  /** Numbers each decided message waits for; none = waits for none any more. */
  readonly awaited: Map<number, readonly string[]>;
}

/** What a registration starts from: all that is known about the alerts and originals its messages touch. */
export interface RegistrationStart {
  readonly known: AlertCollection;
  /** How the alerts in `known` stand. */
  readonly alerts: ReadonlyMap<number, AlertState>;
  /** By original: the message that came first with those bytes, or the one that it repeats. */
  readonly firsts: Map<string, number>;
  /** By number: messages that wait for an alert with it. */
  readonly waiting: Map<string, Map<number, ReadMessage>>;
  readonly nextAlertId: () => number;
  readonly nextVersionId: () => number;
  /** Calendar date in Norway. */
  readonly today: string;
}
