import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Entry } from "../reading/reading.ts";
import { inventEntry } from "../testing.ts";
import { collectAlerts } from "./known-alerts.ts";
import type { MessageOutcome } from "./message-outcome.rules.ts";
import { type Registration, startRegistration } from "./registration.ts";
import type { ReadMessage } from "./registration-state.ts";

/** A registration that begins with nothing known. */
function fromNothing(): Registration {
  let [alerts, versions] = [0, 100];
  return startRegistration({
    known: collectAlerts(),
    alerts: new Map(),
    firsts: new Map(),
    waiting: new Map(),
    nextAlertId: () => (alerts += 1),
    nextVersionId: () => (versions += 1),
    today: "2026-06-01",
  });
}

function message(id: number, entries: readonly Entry[], original = `original ${id}`): ReadMessage {
  const verdict = { outcome: "alerts" as const, entries: [...entries] };
  return { id, headerMessageId: null, original, size: 1, verdict, settled: [], gaveAlerts: false };
}

/** The last outcome of each message, and what each version says of which alert (by the message that opened it). */
function result({ writes }: Registration) {
  const outcomes = new Map<number, MessageOutcome>(
    writes.outcomes.map(({ messageId, outcome }) => [messageId, outcome]),
  );
  const openedBy = new Map<number, number>();
  for (const { alertId, messageId } of writes.versions)
    if (!openedBy.has(alertId)) openedBy.set(alertId, messageId);
  return {
    outcomes: [...outcomes].sort(([a], [b]) => a - b),
    versions: writes.versions.map((one) => [one.messageId, one.ordinal, one.kind, openedBy.get(one.alertId)]),
    statuses: [...writes.alerts.values()].map((alert) => [openedBy.get(alert.id), alert.status]),
  };
}

const kinds = fc.constantFrom("alert" as const, "update" as const, "withdrawal" as const);
const anEntry = fc
  .record({
    kind: kinds,
    number: fc.integer({ min: 1, max: 4 }),
    measure: fc.integer({ min: 1, max: 3 }),
    lacking: fc.nat(9),
  })
  .map(({ kind, number, measure, lacking }) =>
    inventEntry({
      kind,
      alertNumber: `SE-${number}`,
      measure: `measure ${measure}`,
      missing: lacking === 0 ? ["name"] : [],
    }),
  );
const someMessages = fc
  .array(fc.array(anEntry, { minLength: 1, maxLength: 3 }), { maxLength: 14 })
  .map((all) => all.map((entries, index) => ({ id: index + 1, entries })));

describe("registering messages", () => {
  test("gives the same, however the ledger is cut into batches", () => {
    fc.assert(
      fc.property(someMessages, fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 14 }), (all, cuts) => {
        const whole = fromNothing();
        for (const { id, entries } of all) whole.decide(message(id, entries));
        assert.deepEqual(result(inBatches(all, cuts)), result(whole));
      }),
    );
  });

  test("gives every message one outcome, and registers no entry twice", () => {
    fc.assert(
      fc.property(someMessages, (all) => {
        const registration = fromNothing();
        for (const { id, entries } of all) registration.decide(message(id, entries));
        const { outcomes, versions } = result(registration);
        assert.equal(outcomes.length, all.length);
        assert.equal(new Set(versions.map(([id, ordinal]) => `${id}/${ordinal}`)).size, versions.length);
      }),
    );
  });

  test("leaves nothing that waits for an alert that has come", () => {
    fc.assert(
      fc.property(someMessages, (all) => {
        const registration = fromNothing();
        for (const { id, entries } of all) registration.decide(message(id, entries));
        const known = new Set(registration.writes.versions.flatMap(({ numberKey }) => numberKey ?? []));
        for (const numbers of registration.writes.awaited.values())
          for (const number of numbers)
            assert.ok(!known.has(number), `${number} is known and still waited for`);
      }),
    );
  });

  test("registers nothing more when every message comes once more as new mail", () => {
    fc.assert(
      fc.property(someMessages, (all) => {
        const registration = fromNothing();
        for (const { id, entries } of all) registration.decide(message(id, entries));
        const before = registration.writes.versions.length;
        for (const { id, entries } of all) registration.decide(message(id + 100, entries));
        assert.equal(registration.writes.versions.length, before);
      }),
    );
  });

  test("takes the same bytes for a copy of the first message, also when the first was put aside", () => {
    const registration = fromNothing();
    registration.decide({
      ...message(1, [], "same"),
      verdict: { outcome: "irrelevant", reason: "noise", params: {} },
    });
    assert.deepEqual(registration.decide(message(2, [inventEntry()], "same")), {
      state: "duplicate",
      reason: null,
      reasonParams: {},
      duplicateOf: 1,
    });
  });

  test("ends an alert by its date at once when it comes too late", () => {
    const registration = fromNothing();
    registration.decide(message(1, [inventEntry({ effectiveUntil: "2026-05-31" })]));
    registration.decide(message(2, [inventEntry({ alertNumber: "SE-2", effectiveUntil: "2026-06-01" })]));
    assert.deepEqual(
      [...registration.writes.alerts.values()].map(({ status }) => status),
      ["expired", "valid"],
    );
  });
});

/** Registers in batches, each starting anew from what those before have written, as the database would give it. */
function inBatches(all: readonly { id: number; entries: Entry[] }[], cuts: readonly number[]): Registration {
  let registration = fromNothing();
  const messages = new Map(all.map(({ id, entries }) => [id, message(id, entries)]));
  let left = [...messages.values()];
  for (const cut of [...cuts, all.length]) {
    for (const one of left.slice(0, cut)) registration.decide(one);
    left = left.slice(cut);
    registration = continued(registration, messages);
  }
  return registration;
}

function continued({ writes }: Registration, messages: ReadonlyMap<number, ReadMessage>): Registration {
  const known = collectAlerts();
  for (const { id, sendingCountry } of writes.alerts.values()) known.addAlert({ id, sendingCountry });
  for (const version of writes.versions) known.addVersion({ ...version, headerMessageId: null });
  const waiting = new Map<string, Map<number, ReadMessage>>();
  for (const [id, numbers] of writes.awaited)
    for (const number of numbers) {
      const one = messages.get(id);
      if (one) waiting.set(number, (waiting.get(number) ?? new Map<number, ReadMessage>()).set(id, one));
    }
  let [alerts, versions] = [writes.alerts.size, 100 + writes.versions.length];
  const next = startRegistration({
    known,
    alerts: writes.alerts,
    firsts: new Map([...messages.values()].map(({ original, id }) => [original, id])),
    waiting,
    nextAlertId: () => (alerts += 1),
    nextVersionId: () => (versions += 1),
    today: "2026-06-01",
  });
  // What was written stays written.
  for (const [id, alert] of writes.alerts) next.writes.alerts.set(id, alert);
  for (const [id, numbers] of writes.awaited) next.writes.awaited.set(id, numbers);
  next.writes.versions.push(...writes.versions);
  next.writes.statuses.push(...writes.statuses);
  next.writes.outcomes.push(...writes.outcomes);
  return next;
}
