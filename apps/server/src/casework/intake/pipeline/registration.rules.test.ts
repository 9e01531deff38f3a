import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inventEntry } from "../testing.ts";
import { collectAlerts } from "./known-alerts.ts";
import { decideEntry, type EntryDecision, type EntrySource, type SentEntry } from "./registration.rules.ts";
import { sentEntry } from "./sent-entry.ts";

const source: EntrySource = {
  messageId: 99,
  headerMessageId: "<99@sender.example>",
  completedByOfficer: false,
};

const original = inventEntry({ alertNumber: "SE-2026-1", sendingCountry: "SE" });

/** Known versions of one alert, in order; each came in a message of its own, numbered from 1. */
function known(...entries: ReturnType<typeof inventEntry>[]) {
  const alerts = collectAlerts();
  const first = sentEntry(entries[0] ?? original);
  alerts.addAlert({ id: 1, sendingCountry: first.values.sendingCountry ?? null });
  for (const [index, entry] of entries.entries()) {
    const { kind, ...sent } = sentEntry(entry);
    alerts.addVersion({
      ...sent,
      id: 11 + index,
      alertId: 1,
      messageId: index + 1,
      headerMessageId: `<${index + 1}@sender.example>`,
      sentAs: kind,
      kind: index === 0 ? "alert" : kind === "withdrawal" ? "withdrawal" : "update",
    });
  }
  return alerts;
}

const said = (decision: EntryDecision): string =>
  decision.step === "waits"
    ? decision.reason
    : decision.step === "repeats"
      ? `repeats ${decision.version.id}`
      : decision.step;

const decide = (
  entry: Parameters<typeof sentEntry>[0],
  before = known(original),
  from: Partial<EntrySource> = {},
): string => said(decideEntry(sentEntry(entry) satisfies SentEntry, { ...source, ...from }, before));

describe("an alert", () => {
  test("with an unknown number opens a new alert", () => {
    assert.equal(decide(inventEntry({ alertNumber: "SE-2026-2" })), "opens");
  });
  test("without a number opens a new alert", () => {
    assert.equal(decide(inventEntry({ alertNumber: undefined })), "opens");
  });
  test("with the same number and content is a duplicate, whatever the container", () => {
    assert.equal(decide({ ...original, documentHash: "another container" }), "repeats 11");
  });
  test("with the number written otherwise and in capitals is a duplicate all the same", () => {
    const shouted = inventEntry({ alertNumber: "se 2026/1", sendingCountry: "SE", surname: "LINDQVIST" });
    assert.equal(
      decide(
        shouted,
        known(inventEntry({ alertNumber: "SE-2026-1", sendingCountry: "SE", surname: "Lindqvist" })),
      ),
      "repeats 11",
    );
  });
  test("that equals an old version after an update is a duplicate of the old version", () => {
    const update = inventEntry({ kind: "update", alertNumber: "SE-2026-1", effectiveUntil: "2029-01-01" });
    assert.equal(decide(original, known(original, update)), "repeats 11");
  });
  test("with a known number and other content is an update", () => {
    assert.equal(decide(inventEntry({ alertNumber: "SE-2026-1", measure: "Suspension" })), "changes");
  });
  test("with a number that another country uses opens a new alert", () => {
    assert.equal(decide(inventEntry({ alertNumber: "SE-2026-1", sendingCountry: "NO" })), "opens");
  });
  test("without a number repeats only the same document or the same mail", () => {
    const unnumbered = inventEntry({ alertNumber: undefined });
    const again = { ...unnumbered, documentHash: "another document" };
    assert.equal(decide(unnumbered, known(unnumbered)), "repeats 11");
    assert.equal(decide(again, known(unnumbered)), "opens");
    assert.equal(decide(again, known(unnumbered), { headerMessageId: "<1@sender.example>" }), "repeats 11");
  });
  test("that says what a withdrawal said brings the alert back", () => {
    const withdrawal = inventEntry({
      kind: "withdrawal",
      alertNumber: "SE-2026-1",
      effectiveUntil: "2026-09-01",
    });
    const again = inventEntry({ alertNumber: "SE-2026-1", effectiveUntil: "2026-09-01" });
    assert.equal(decide(again, known(original, withdrawal)), "changes");
  });
});

describe("an update or a withdrawal", () => {
  const update = inventEntry({ kind: "update", alertNumber: "SE-2026-1", effectiveUntil: "2029-01-01" });

  test("is tied to the alert with its number", () => {
    assert.equal(decide(update), "changes");
    assert.equal(decide({ ...update, kind: "withdrawal" }), "changes");
  });
  test("is tied by the number it names beside its own, and can itself be named", () => {
    const named = (number: string) => ({
      value: number,
      raw: number,
      from: { part: "1", label: "concerns" },
    });
    const numbered = {
      ...inventEntry({ kind: "update", alertNumber: "SE-2026-7", measure: "Suspension" }),
      relatesTo: named("SE-2026-1"),
    };
    assert.equal(decide(numbered), "changes");
    const next = {
      ...inventEntry({ kind: "withdrawal", alertNumber: "SE-2026-8" }),
      relatesTo: named("SE-2026-7"),
    };
    assert.equal(decide(next, known(original, numbered)), "changes");
    assert.equal(decide(next), "unknownReference");
  });
  test("is a duplicate only when the document is the same", () => {
    assert.equal(decide(update, known(original, update)), "repeats 12");
    assert.equal(
      decide({ ...update, documentHash: "another container" }, known(original, update)),
      "changes",
    );
  });
  test("is a duplicate in another form when it is the same mail", () => {
    const resent = { ...update, documentHash: "another container" };
    assert.equal(
      decide(resent, known(original, update), { headerMessageId: "<2@sender.example>" }),
      "repeats 12",
    );
  });
  test("never repeats a version of another kind", () => {
    assert.equal(decide({ ...update, kind: "withdrawal" }, known(original, update)), "changes");
    assert.equal(decide({ ...original, kind: "update" }), "changes");
  });
  test("waits for the alert when its number is unknown or missing", () => {
    assert.equal(decide(inventEntry({ kind: "update", alertNumber: "SE-2026-9" })), "unknownReference");
    assert.equal(decide(inventEntry({ kind: "withdrawal", alertNumber: undefined })), "unknownReference");
    assert.equal(
      decide(inventEntry({ kind: "update", alertNumber: "SE-2026-1", sendingCountry: "FI" })),
      "unknownReference",
    );
  });
  test("is not tied blindly when both surname and birth date are another person's", () => {
    const other = { alertNumber: "SE-2026-1", surname: "Berg", forename: "Kari", birthDate: "1990-12-12" };
    assert.equal(decide(inventEntry({ kind: "update", ...other })), "conflictingFields");
    assert.equal(decide(inventEntry({ kind: "withdrawal", ...other })), "conflictingFields");
    assert.equal(decide(inventEntry(other)), "conflictingFields");
    assert.equal(decide(inventEntry({ kind: "update", ...other, surname: "Lindqvist" })), "changes");
    assert.equal(decide(inventEntry({ kind: "update", ...other, birthDate: "1967" })), "changes");
  });
  test("is tied to a person that any version of the alert has named", () => {
    const married = inventEntry({ kind: "update", alertNumber: "SE-2026-1", surname: "Holm" });
    const later = inventEntry({
      kind: "update",
      alertNumber: "SE-2026-1",
      surname: "Lindqvist",
      measure: "Suspension",
    });
    assert.equal(decide(later, known(original, married)), "changes");
  });
  test("is tied where an officer answers for it", () => {
    const other = inventEntry({
      kind: "update",
      alertNumber: "SE-2026-1",
      surname: "Berg",
      forename: "Kari",
      birthDate: "1990-12-12",
    });
    assert.equal(decide(other, known(original), { completedByOfficer: true }), "changes");
  });
});

test("an entry that lacks mandatory fields waits, unless it repeats what is known", () => {
  assert.equal(decide(inventEntry({ alertNumber: "SE-2026-2", missing: ["name"] })), "missingMandatory");
  assert.equal(decide({ ...original, missing: ["name"] }), "repeats 11");
});
