import type { EntryKind, QuarantineReason } from "@varde/contract";
import { type AlertValues, compatibleCountries, contradictsPerson } from "../alerts/alert-content.rules.ts";

/** An entry of a message on its way into the register of alerts. */
export interface SentEntry {
  readonly kind: EntryKind;
  readonly values: AlertValues;
  /** Its own number, as numbers are compared. */
  readonly numberKey: string | null;
  /** The number of the alert it opens, changes or ends: another one where the sender names one beside its own. */
  readonly reference: string | null;
  readonly contentHash: string;
  readonly documentHash: string;
  /** Mandatory fields that are missing; empty = complete. */
  readonly missing: readonly string[];
}

/** A version already registered, as far as the decision needs it. `sentAs` is the kind its sender gave it. */
export interface KnownVersion {
  readonly id: number;
  readonly alertId: number;
  readonly messageId: number;
  readonly headerMessageId: string | null;
  readonly numberKey: string | null;
  readonly sentAs: EntryKind;
  readonly kind: EntryKind;
  readonly contentHash: string;
  readonly documentHash: string;
  readonly values: AlertValues;
}

/** An alert already registered, with every version so far. */
export interface KnownAlert {
  readonly id: number;
  readonly sendingCountry: string | null;
  readonly versions: readonly KnownVersion[];
}

/** What has been registered before, in ledger order. */
export interface KnownAlerts {
  /** Versions with this content, oldest first. */
  withContent(contentHash: string): readonly KnownVersion[];
  /** Alerts of which some version has this number, whatever their country, oldest first. */
  numbered(numberKey: string): readonly KnownAlert[];
}

/** Where an entry comes from, as far as the decision needs it. */
export interface EntrySource {
  readonly messageId: number;
  readonly headerMessageId: string | null;
  /** An officer has read the entry and answers for it. */
  readonly completedByOfficer: boolean;
}

/** The reasons an entry, and so its message, waits for more or for an officer. */
export type WaitingReason = Extract<
  QuarantineReason,
  "missingMandatory" | "unknownReference" | "conflictingFields"
>;

/** What becomes of an entry. */
export type EntryDecision =
  | { readonly step: "repeats"; readonly version: KnownVersion }
  | { readonly step: "opens" }
  | { readonly step: "changes"; readonly alert: KnownAlert; readonly kind: "update" | "withdrawal" }
  | {
      readonly step: "waits";
      readonly reason: WaitingReason;
      readonly params: Readonly<Record<string, string>>;
    };

/**
 * Decides what an entry is, given all that was registered before it: a repetition, a new alert,
 * a change of a known alert, or something that must wait. A resent copy repeats any version it equals,
 * also one that has been changed since.
 */
export function decideEntry(entry: SentEntry, source: EntrySource, known: KnownAlerts): EntryDecision {
  const repeated = known.withContent(entry.contentHash).find((version) => repeats(entry, source, version));
  if (repeated) return { step: "repeats", version: repeated };
  if (entry.missing.length > 0)
    return { step: "waits", reason: "missingMandatory", params: { missing: entry.missing.join(",") } };
  return tie(entry, source, known);
}

/**
 * Whether an entry says nothing that a version has not said. For an alert equal content is enough; who sends
 * an update or a withdrawal in another document has acted again, unless it is the same mail (Message-ID).
 */
function repeats(entry: SentEntry, source: EntrySource, version: KnownVersion): boolean {
  if (entry.contentHash !== version.contentHash) return false;
  if (version.messageId === source.messageId && version.sentAs === entry.kind) return true;
  const sameMail = source.headerMessageId !== null && source.headerMessageId === version.headerMessageId;
  const sameDocument = entry.documentHash === version.documentHash;
  if (entry.kind === "alert") {
    if (version.sentAs === "withdrawal") return false;
    return entry.numberKey !== null || sameMail || sameDocument;
  }
  return entry.kind === version.sentAs && (sameMail || sameDocument);
}

function tie(entry: SentEntry, source: EntrySource, known: KnownAlerts): EntryDecision {
  const number = entry.reference ?? "";
  const numbered = entry.reference === null ? [] : known.numbered(entry.reference);
  const sameNumber = sameCountryFirst(entry, numbered);
  if (sameNumber.length === 0) {
    if (entry.kind === "alert") return { step: "opens" };
    return { step: "waits", reason: "unknownReference", params: { number } };
  }
  const [alert, ...others] = source.completedByOfficer
    ? sameNumber.slice(0, 1)
    : sameNumber.filter((candidate) => canBeAbout(candidate, entry));
  if (!alert || others.length > 0) return { step: "waits", reason: "conflictingFields", params: { number } };
  return { step: "changes", alert, kind: entry.kind === "withdrawal" ? "withdrawal" : "update" };
}

// Countries may number alike: the entry's own country wins over alerts whose country is not known.
function sameCountryFirst(entry: SentEntry, alerts: readonly KnownAlert[]): readonly KnownAlert[] {
  const country = entry.values.sendingCountry;
  const compatible = alerts.filter((alert) => compatibleCountries(alert.sendingCountry, country));
  const same = compatible.filter((alert) => country && alert.sendingCountry === country);
  return same.length > 0 ? same : compatible;
}

function canBeAbout(alert: KnownAlert, entry: SentEntry): boolean {
  const named = alert.versions.filter(({ values }) => values.surname && values.birthDate);
  return named.length === 0 || named.some(({ values }) => !contradictsPerson(values, entry.values));
}
