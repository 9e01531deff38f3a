import assert from "node:assert/strict";
import test from "node:test";
import type { MessageInExport, VersionInExport } from "./alert-export.sql.ts";
import { EXPORT_COLUMNS, type ExportRow, exportRows } from "./export-rows.ts";

const message = (more: Partial<MessageInExport>): MessageInExport => ({
  id: 1,
  file: "00001.eml",
  messageId: "<a@b.example>",
  state: "registered",
  versions: [],
  repeats: [],
  unregistered: [],
  ...more,
});
const version = (more: Partial<VersionInExport>): VersionInExport => ({
  ordinal: 1,
  kind: "alert",
  alertNumber: "SE-1",
  sendingCountry: "SE",
  surname: "Berg",
  forename: null,
  birthDate: "1967",
  profession: "SP",
  decisionDate: "2026-01-02",
  effectiveFrom: null,
  effectiveUntil: null,
  relatesTo: null,
  outcome: "probable",
  bestHpr: 1000003,
  bestProbability: 0.87654321,
  ...more,
});
const filled = (row: ExportRow | undefined) =>
  Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== ""));

test("gives one row for each alert of a message, with every column", () => {
  const rows = exportRows(message({ versions: [version({ ordinal: 2, alertNumber: "SE-2" }), version({})] }));
  assert.deepEqual(
    rows.map((row) => row.alert_number),
    ["SE-1", "SE-2"],
  );
  assert.deepEqual(Object.keys(rows[0]!), [...EXPORT_COLUMNS]);
  assert.deepEqual(filled(rows[0]), {
    file: "00001.eml",
    message_id: "<a@b.example>",
    message_state: "registered",
    kind: "alert",
    alert_number: "SE-1",
    sending_country: "SE",
    surname: "Berg",
    birth_date: "1967",
    profession: "SP",
    decision_date: "2026-01-02",
    outcome: "probable",
    best_hpr: 1000003,
    best_probability: 0.876543,
  });
});

test("gives one row without alert for a message that gave none", () => {
  const rows = exportRows(message({ state: "irrelevant", file: null }));
  assert.deepEqual(rows.map(filled), [{ message_id: "<a@b.example>", message_state: "irrelevant" }]);
});

test("says of a duplicate which alert it repeats, and nothing more", () => {
  const repeats = [{ ordinal: 1, alertNumber: "SE-1", sendingCountry: "SE", relatesTo: null }];
  assert.deepEqual(filled(exportRows(message({ state: "duplicate", repeats }))[0]), {
    file: "00001.eml",
    message_id: "<a@b.example>",
    message_state: "duplicate",
    alert_number: "SE-1",
    sending_country: "SE",
    relates_to: "SE-1",
  });
});

test("shows of a quarantined message what could be read, beside what was registered", () => {
  const unregistered = [1, 2].map((ordinal) => ({
    ordinal,
    kind: "update" as const,
    relatesTo: "SE-9",
    values: { alertNumber: `SE-${ordinal}`, sendingCountry: "SE" },
  }));
  const rows = exportRows(message({ state: "quarantined", versions: [version({})], unregistered }));
  assert.deepEqual(
    rows.map(({ kind, alert_number, relates_to, outcome }) => ({ kind, alert_number, relates_to, outcome })),
    [
      { kind: "alert", alert_number: "SE-1", relates_to: "", outcome: "probable" },
      { kind: "update", alert_number: "SE-2", relates_to: "SE-9", outcome: "" },
    ],
  );
});
