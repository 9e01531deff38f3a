import type { Kysely } from "kysely";
import type { Actor } from "../../../platform/audit/index.ts";
import { DatabaseUnavailable, notifyChange } from "../../../platform/database/index.ts";
import { norwegianDate } from "../alerts/alert-status.rules.ts";
import type { IntakeParts } from "../intake-parts.ts";
import { ROBOT } from "../robot.ts";
import { collectAlerts } from "./known-alerts.ts";
import { putAside } from "./message-outcome.rules.ts";
import {
  firstsByOriginal,
  type KnownVersionRow,
  knownVersions,
  lockRegistrar,
  messagesWaitingFor,
  nextReadMessages,
  readMessages,
  reserveIds,
} from "./register.sql.ts";
import type { SentEntry } from "./registration.rules.ts";
import { emptyWrites, type Registration, startRegistration } from "./registration.ts";
import type { AlertState, ReadMessage, RegistrationWrites } from "./registration-state.ts";
import { sentEntry } from "./sent-entry.ts";
import { writeRegistration } from "./write-registration.sql.ts";

type Tx = Kysely<unknown>;

const BATCH = 300;

/**
 * Registers the next messages that have been read: one registrar at a time, in ledger order, never past a message
 * that is still to be read, so that the result does not depend on who reads fastest. A message that cannot be
 * registered is put into quarantine and holds nobody up. Returns how many messages were decided.
 */
export async function registerNextMessages(parts: IntakeParts): Promise<number> {
  for (const limit of [BATCH, 1]) {
    try {
      return await registerBatch(parts, limit);
    } catch (error) {
      if (!isFaultOfMessage(error)) throw error;
    }
  }
  return setFirstAside(parts);
}

async function registerBatch(parts: IntakeParts, limit: number): Promise<number> {
  return parts.db.transaction().execute(async (tx) => {
    await lockRegistrar(tx);
    const batch = await nextReadMessages(tx, limit);
    if (batch.length === 0) return 0;
    const registration = await openRegistration(tx, batch, parts.clock.now());
    for (const message of batch) registration.decide(message);
    await finishRegistration(parts, tx, registration.writes, { actor: ROBOT });
    return batch.length;
  });
}

async function setFirstAside(parts: IntakeParts): Promise<number> {
  return parts.db.transaction().execute(async (tx) => {
    await lockRegistrar(tx);
    const [first] = await nextReadMessages(tx, 1);
    if (!first) return 0;
    const writes = emptyWrites();
    const outcome = putAside("quarantined", "readerFailed", { step: "registering" });
    writes.outcomes.push({ messageId: first.id, outcome });
    await finishRegistration(parts, tx, writes, { actor: ROBOT });
    return 1;
  });
}

// Values or constraints refused (SQLSTATE 22, 23), or our own error; not a database that is away, full or busy.
function isFaultOfMessage(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return false;
  const code = (error as { code?: unknown }).code;
  return code === undefined || (typeof code === "string" && /^2[23]...$/.test(code));
}

/**
 * Loads all that decisions about these messages depend on. The registrar's lock must be held.
 * `entries` is an upper bound for entries that are not in the messages' readings.
 */
export async function openRegistration(
  tx: Tx,
  messages: readonly ReadMessage[],
  now: Date,
  added: readonly SentEntry[] = [],
): Promise<Registration> {
  const own = [...messages.flatMap(entriesOf), ...added];
  const waiting = await loadWaiting(tx, numbersOf(own));
  const all = [...own, ...[...waiting.values()].flatMap((list) => [...list.values()]).flatMap(entriesOf)];
  const rows = await knownVersions(tx, numbersOf(all), [...new Set(all.map((one) => one.contentHash))]);
  const firsts = await firstsByOriginal(
    tx,
    messages.map(({ original }) => original),
  );
  const alertIds = await reserveIds(tx, "casework.alerts_id_seq", all.length);
  const versionIds = await reserveIds(tx, "casework.alert_versions_id_seq", all.length);
  return startRegistration({
    ...collectKnown(rows),
    firsts,
    waiting,
    nextAlertId: () => take(alertIds),
    nextVersionId: () => take(versionIds),
    today: norwegianDate(now),
  });
}

/** Writes what was decided and tells the rest of the system. */
export async function finishRegistration(
  parts: IntakeParts,
  tx: Tx,
  writes: RegistrationWrites,
  by: { actor: Actor; note?: string },
): Promise<void> {
  await writeRegistration(tx, writes, { at: parts.clock.now(), ...by });
  for (const { id, alertId, kind } of writes.versions)
    await parts.jobs.publish(tx, {
      type: "alertVersionRegistered",
      subject: String(alertId),
      payload: { alertId, versionId: id, kind },
      actor: by.actor,
    });
  await notifyChange(tx, "messages");
}

async function loadWaiting(tx: Tx, numberKeys: string[]): Promise<Map<string, Map<number, ReadMessage>>> {
  const awaited = await messagesWaitingFor(tx, numberKeys);
  const messages = await readMessages(tx, [...new Set(awaited.map(({ id }) => id))]);
  const byId = new Map(messages.map((message) => [message.id, message]));
  const waiting = new Map<string, Map<number, ReadMessage>>();
  for (const { id, numberKey } of awaited) {
    const message = byId.get(id);
    if (message) waiting.set(numberKey, (waiting.get(numberKey) ?? new Map()).set(id, message));
  }
  return waiting;
}

function collectKnown(rows: readonly KnownVersionRow[]) {
  const known = collectAlerts();
  const alerts = new Map<number, AlertState>();
  for (const row of rows) {
    const { alertId, numberKey, alertCountry: sendingCountry, alertStatus: status } = row;
    known.addAlert({ id: alertId, sendingCountry });
    known.addVersion({ ...row, values: valuesOf(row) });
    alerts.set(alertId, {
      id: alertId,
      opened: false,
      sendingCountry,
      alertNumber: null,
      numberKey,
      status,
      currentVersion: row.id,
    });
  }
  return { known, alerts };
}

function valuesOf({ surname, forename, earlierNames, birthDate }: KnownVersionRow) {
  return {
    ...(surname !== null && { surname }),
    ...(forename !== null && { forename }),
    ...(earlierNames !== null && { earlierNames }),
    ...(birthDate !== null && { birthDate }),
  };
}

function entriesOf({ verdict }: ReadMessage) {
  return verdict.outcome === "irrelevant" ? [] : verdict.entries.map(sentEntry);
}

function numbersOf(entries: readonly SentEntry[]): string[] {
  return [
    ...new Set(entries.flatMap(({ numberKey, reference }) => [numberKey ?? [], reference ?? []].flat())),
  ];
}

function take(ids: number[]): number {
  const id = ids.shift();
  if (id === undefined) throw new Error("more ids were needed than reserved");
  return id;
}
