import type { Pseudonyms } from "./pseudonyms.ts";

/** What becomes of the value of a column that leaves. Null stays null whatever it is. */
export type Treatment = (value: unknown, pseudonyms: Pseudonyms) => unknown;

/** Codes, counts and figures that tell of nobody. */
const keep: Treatment = (value) => value;
/** A code of a list, such as a country; whatever else was written there is dropped. */
const code: Treatment = (value) =>
  Array.isArray(value) ? value.filter(isCode) : typeof value === "string" && isCode(value) ? value : null;
const name: Treatment = (value, to) => to.name(String(value));
const at: Treatment = (value, to) => to.instant(value as Date);
const day: Treatment = (value, to) => to.day(String(value));
const birth: Treatment = (value, to) => to.birthDate(String(value));
const numbered =
  (kind: string): Treatment =>
  (value, to) =>
    to.number(kind, Number(value));
const lettered =
  (kind: string): Treatment =>
  (value, to) =>
    to.code(kind, String(value).replace(/\W/g, "").toUpperCase());

const isCode = (value: unknown): boolean => typeof value === "string" && /^[A-Z]{1,3}\d?$/.test(value);

const message = numbered("message");
const alert = numbered("alert");
const version = numbered("version");
const run = numbered("run");
const hpr = numbered("hpr");
const ofCase = numbered("case");
const person = { surname: name, forename: name, birth_date: birth };

/**
 * What leaves in a pseudonymised export, table by table and column by column. What is not named here does not leave:
 * free text, originals, texts of messages, who among the staff did something, and every column that comes later.
 */
export const EXPORTED_COLUMNS: Readonly<Record<string, Readonly<Record<string, Treatment>>>> = {
  "casework.messages": {
    id: message,
    size: keep,
    sent_at: at,
    received_at: at,
    state: keep,
    state_since: at,
    reason: keep,
    profile: keep,
    profile_version: keep,
    duplicate_of: message,
    match: keep,
  },
  "casework.message_events": { message_id: message, at, state: keep, reason: keep },
  "casework.alerts": { id: alert, sending_country: code, status: keep, opened_at: at },
  "casework.alert_versions": {
    id: version,
    alert_id: alert,
    message_id: message,
    ordinal: keep,
    kind: keep,
    sent_as: keep,
    recorded_at: at,
    alert_number: lettered("alertNumber"),
    sending_country: code,
    decision_date: day,
    ...person,
    sex: keep,
    nationality: code,
    national_id: lettered("nationalId"),
    registration_number: lettered("registrationNumber"),
    profession: code,
    effective_from: day,
    effective_until: day,
  },
  "casework.alert_statuses": { alert_id: alert, at, status: keep },
  "casework.register_people": {
    hpr_number: hpr,
    ...person,
    middle: name,
    death_date: day,
    national_id: lettered("nationalId"),
    lacks_national_id: keep,
    replaced_by: hpr,
    professions: code,
    basis_countries: code,
    removed_at: at,
  },
  "casework.match_runs": {
    id: run,
    alert_id: alert,
    version_id: version,
    cause: keep,
    engine_version: keep,
    model_version: keep,
    outcome: keep,
    at,
  },
  "casework.candidates": {
    run_id: run,
    rank: keep,
    hpr_number: hpr,
    probability: keep,
    bits: keep,
    outcome: keep,
  },
  "casework.identity_decisions": {
    alert_id: alert,
    version_id: version,
    run_id: run,
    decision: keep,
    hpr_number: hpr,
    needs_second: keep,
    at,
  },
  "casework.alert_identities": {
    alert_id: alert,
    state: keep,
    since: at,
    outcome: keep,
    best_hpr: hpr,
    best_probability: keep,
    confirmed_hpr: hpr,
  },
  "casework.cases": {
    id: ofCase,
    hpr_number: hpr,
    opened_at: at,
    closed_at: at,
    stage: keep,
    stage_since: at,
    priority: keep,
    flags: keep,
    outcome: keep,
    units: keep,
    countries: code,
    due_at: at,
  },
  "casework.case_alerts": { alert_id: alert, case_id: ofCase, joined_at: at },
  "casework.case_acts": { case_id: ofCase, at, act: keep, stage_before: keep, stage_after: keep },
};

/** A row with every column treated. */
export function treatRow(
  columns: Readonly<Record<string, Treatment>>,
  row: Readonly<Record<string, unknown>>,
  pseudonyms: Pseudonyms,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).map(([column, treat]) => {
      const value = row[column] ?? null;
      return [column, value === null ? null : treat(value, pseudonyms)];
    }),
  );
}
