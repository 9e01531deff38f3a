import { type AlertStatus, statusAfter } from "../alerts/alert-status.rules.ts";
import type { Entry } from "../reading/reading.ts";
import { duplicateOf, type MessageOutcome, outcomeOf, putAside } from "./message-outcome.rules.ts";
import { decideEntry, type EntryDecision, type EntrySource, type SentEntry } from "./registration.rules.ts";
import type { ReadMessage, RegistrationStart, RegistrationWrites } from "./registration-state.ts";
import { sentEntry } from "./sent-entry.ts";

/** An entry with its place in the message. */
export interface NumberedEntry {
  readonly ordinal: number;
  readonly entry: Entry;
}

/** The decisions of one batch, made one message after another without any I/O. */
export interface Registration {
  readonly writes: RegistrationWrites;
  /** Decides a message as it was read. */
  decide(message: ReadMessage): MessageOutcome;
  /** Decides a message as an officer has completed it. */
  decideCompleted(message: ReadMessage, entries: readonly NumberedEntry[]): MessageOutcome;
}

/** A registration that writes nothing yet. */
export function emptyWrites(): RegistrationWrites {
  return {
    alerts: new Map(),
    versions: [],
    statuses: [],
    repeats: [],
    outcomes: [],
    awaited: new Map(),
  };
}

/** Begins a registration. Messages must be decided in ledger order. */
export function startRegistration(start: RegistrationStart): Registration {
  const writes = emptyWrites();

  function decide(message: ReadMessage): MessageOutcome {
    const first = message.size > 0 ? start.firsts.get(message.original) : undefined;
    const outcome =
      first === undefined || first === message.id
        ? decideContent(message)
        : settle(message, duplicateOf(first));
    if (first === undefined) start.firsts.set(message.original, outcome.duplicateOf ?? message.id);
    return outcome;
  }

  function decideContent(message: ReadMessage): MessageOutcome {
    const { verdict } = message;
    if (verdict.outcome === "irrelevant")
      return settle(message, putAside("irrelevant", verdict.reason, verdict.params));
    const partly = verdict.outcome === "quarantined" && verdict.reason === "missingMandatory";
    if (verdict.outcome === "quarantined" && (!partly || verdict.entries.length === 0))
      return settle(message, putAside("quarantined", verdict.reason, verdict.params));
    if (verdict.entries.length === 0) return settle(message, putAside("quarantined", "noAlertFound", {}));
    return decideEntries(message, openEntries(message), false);
  }

  function decideEntries(
    message: ReadMessage,
    entries: readonly NumberedEntry[],
    completedByOfficer: boolean,
  ): MessageOutcome {
    const decisions: EntryDecision[] = [];
    const numbers: string[] = [];
    const awaited: string[] = [];
    for (const { ordinal, entry } of entries) {
      const sent = sentEntry(entry);
      const decision = decideEntry(sent, sourceOf(message, completedByOfficer), start.known);
      decisions.push(decision);
      if (decision.step === "waits") {
        if (decision.reason === "unknownReference" && sent.reference) awaited.push(sent.reference);
        continue;
      }
      message.settled.push(ordinal);
      if (decision.step === "repeats")
        writes.repeats.push({ messageId: message.id, ordinal, versionId: decision.version.id });
      else {
        register(message, { ordinal, entry }, sent, decision);
        if (sent.numberKey) numbers.push(sent.numberKey);
      }
    }
    const outcome = settle(message, outcomeOf(message.id, decisions, message.gaveAlerts), awaited);
    for (const key of numbers) examineWaiting(key);
    return outcome;
  }

  function register(
    message: ReadMessage,
    { ordinal, entry }: NumberedEntry,
    sent: SentEntry,
    decision: Extract<EntryDecision, { step: "opens" | "changes" }>,
  ): void {
    const { kind: sentAs, values, numberKey, contentHash, documentHash } = sent;
    const id = start.nextVersionId();
    const kind = decision.step === "opens" ? "alert" : decision.kind;
    const alertId = decision.step === "opens" ? openAlert(sent) : decision.alert.id;
    const { id: messageId, headerMessageId } = message;
    start.known.addVersion({
      id,
      alertId,
      messageId,
      headerMessageId,
      numberKey,
      kind,
      sentAs,
      values,
      contentHash,
      documentHash,
    });
    writes.versions.push({
      id,
      alertId,
      messageId,
      ordinal,
      numberKey,
      kind,
      sentAs,
      values,
      fields: entry.fields,
      contentHash,
      documentHash,
    });
    moveAlert(alertId, id, statusAfter(kind, values.effectiveUntil, start.today));
    message.gaveAlerts = true;
  }

  function openAlert({ values, numberKey }: SentEntry): number {
    const id = start.nextAlertId();
    const sendingCountry = values.sendingCountry ?? null;
    const alertNumber = values.alertNumber ?? null;
    start.known.addAlert({ id, sendingCountry });
    writes.alerts.set(id, {
      id,
      opened: true,
      sendingCountry,
      alertNumber,
      numberKey,
      status: "valid",
      currentVersion: 0,
    });
    writes.statuses.push({ alertId: id, status: "valid" });
    return id;
  }

  function moveAlert(alertId: number, currentVersion: number, status: AlertStatus): void {
    const before = writes.alerts.get(alertId) ?? start.alerts.get(alertId);
    if (!before) throw new Error(`alert ${alertId} is changed but was not loaded`);
    if (before.status !== status) writes.statuses.push({ alertId, status });
    writes.alerts.set(alertId, { ...before, status, currentVersion });
  }

  // The number has come: what waited for it is decided as if it had come after the alert.
  function examineWaiting(key: string): void {
    const waiting = [...(start.waiting.get(key)?.values() ?? [])].sort((a, b) => a.id - b.id);
    start.waiting.delete(key);
    for (const message of waiting) decideContent(message);
  }

  function settle(
    message: ReadMessage,
    outcome: MessageOutcome,
    awaited: readonly string[] = [],
  ): MessageOutcome {
    for (const key of awaited) {
      const waiting = start.waiting.get(key) ?? new Map<number, ReadMessage>();
      start.waiting.set(key, waiting.set(message.id, message));
    }
    writes.awaited.set(message.id, awaited);
    writes.outcomes.push({ messageId: message.id, outcome });
    return outcome;
  }

  return {
    writes,
    decide,
    decideCompleted: (message, entries) => decideEntries(message, entries, true),
  };
}

/** Entries of a reading that have become nothing yet, in order. */
export function openEntries({ verdict, settled }: ReadMessage): NumberedEntry[] {
  if (verdict.outcome === "irrelevant") return [];
  return verdict.entries
    .map((entry, index) => ({ ordinal: index + 1, entry }))
    .filter(({ ordinal }) => !settled.includes(ordinal));
}

function sourceOf(message: ReadMessage, completedByOfficer: boolean): EntrySource {
  return { messageId: message.id, headerMessageId: message.headerMessageId, completedByOfficer };
}
