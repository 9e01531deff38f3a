import type { MessageInExport, SaidInExport, VersionInExport } from "./alert-export.sql.ts";

/** The columns of the export, in order. */
export const EXPORT_COLUMNS = [
  "file",
  "message_id",
  "message_state",
  "kind",
  "alert_number",
  "sending_country",
  "surname",
  "forename",
  "birth_date",
  "profession",
  "decision_date",
  "effective_from",
  "effective_until",
  "relates_to",
  "outcome",
  "best_hpr",
  "best_probability",
] as const;

/** One row of the export; what nobody said is empty. */
export type ExportRow = Record<(typeof EXPORT_COLUMNS)[number], string | number>;

type Filled = Partial<Record<keyof ExportRow, string | number | null>>;

/**
 * The rows of one message: one for each alert version it gave, one for each entry that repeats an earlier version (with
 * what it repeats), one for each entry of a quarantined message that is no version yet, and one empty row for a message
 * without any. In the order they stand in the message.
 */
export function exportRows(message: MessageInExport): ExportRow[] {
  const settled = new Set([...message.versions, ...message.repeats].map(({ ordinal }) => ordinal));
  const entries: { ordinal: number; filled: Filled }[] = [
    ...message.versions.map((version) => ({ ordinal: version.ordinal, filled: versionRow(version) })),
    ...message.repeats.map(({ ordinal, ...repeat }) => ({
      ordinal,
      filled: {
        alert_number: repeat.alertNumber,
        sending_country: repeat.sendingCountry,
        relates_to: repeat.relatesTo ?? repeat.alertNumber,
      },
    })),
    ...message.unregistered
      .filter(({ ordinal }) => !settled.has(ordinal))
      .map(({ ordinal, kind, relatesTo, values }) => {
        const said = { ...NOTHING_SAID, ...values, kind };
        const changes = kind === "alert" ? null : (relatesTo ?? said.alertNumber);
        return { ordinal, filled: { ...saidRow(said), relates_to: changes } };
      }),
  ];
  const rows = entries.sort((a, b) => a.ordinal - b.ordinal).map(({ filled }) => filled);
  return (rows.length === 0 ? [{}] : rows).map((filled) => rowOf(message, filled));
}

const NOTHING_SAID: Omit<SaidInExport, "kind"> = {
  alertNumber: null,
  sendingCountry: null,
  surname: null,
  forename: null,
  birthDate: null,
  profession: null,
  decisionDate: null,
  effectiveFrom: null,
  effectiveUntil: null,
};

function versionRow(version: VersionInExport): Filled {
  const { outcome, bestHpr, bestProbability, relatesTo } = version;
  return {
    ...saidRow(version),
    relates_to: relatesTo,
    outcome,
    best_hpr: bestHpr,
    best_probability: bestProbability === null ? null : Number(bestProbability.toFixed(6)),
  };
}

function saidRow(said: SaidInExport): Filled {
  return {
    kind: said.kind,
    alert_number: said.alertNumber,
    sending_country: said.sendingCountry,
    surname: said.surname,
    forename: said.forename,
    birth_date: said.birthDate,
    profession: said.profession,
    decision_date: said.decisionDate,
    effective_from: said.effectiveFrom,
    effective_until: said.effectiveUntil,
  };
}

function rowOf({ file, messageId, state }: MessageInExport, filled: Filled): ExportRow {
  const all: Filled = { file, message_id: messageId, message_state: state, ...filled };
  return Object.fromEntries(EXPORT_COLUMNS.map((column) => [column, all[column] ?? ""])) as ExportRow;
}
