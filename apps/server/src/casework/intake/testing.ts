import { createHash } from "node:crypto";
import type { EntryKind, FieldName, IrrelevantReason, QuarantineReason } from "@varde/contract";
import { type Kysely, sql } from "kysely";
import { type Clock, systemClock } from "../../platform/clock/clock.ts";
import type { Database } from "../../platform/database/index.ts";
import type { PipelineParts } from "./intake-parts.ts";
import type { Arrival } from "./pipeline/receive-batch.ts";
import type { Entry, Reading } from "./reading/reading.ts";

type Given = Partial<Record<FieldName, string | undefined>> & {
  kind?: EntryKind;
  missing?: Entry["missing"];
};

const INVENTED: Partial<Record<FieldName, string>> = {
  alertNumber: "SE-2026-1",
  sendingCountry: "SE",
  surname: "Lindqvist",
  forename: "Sara Elin",
  birthDate: "1967-05-09",
  profession: "SP",
  measure: "Withdrawal of licence",
  decisionDate: "2026-02-14",
};

/** An entry about an invented person as reading would give it; an undefined field is one the sender left out. */
export function inventEntry({ kind = "alert", missing = [], ...given }: Given = {}): Entry {
  const values = Object.entries({ ...INVENTED, ...given }).filter(([, value]) => value !== undefined);
  const fields = Object.fromEntries(
    values.map(([name, value], index) => [
      name,
      { value: String(value), raw: String(value), from: { part: "1", line: index + 1, label: name } },
    ]),
  );
  const documentHash = createHash("sha256").update(JSON.stringify(values)).digest("hex");
  return { kind, fields, problems: [], missing, documentHash };
}

/** What a test message says when it is read. */
export interface Said {
  readonly messageId?: string;
  readonly entries?: readonly Entry[];
  readonly quarantined?: QuarantineReason;
  readonly irrelevant?: IrrelevantReason;
}

/** A message whose bytes are its reading, for tests of everything but reading. */
export function arrivalOf(key: string, said: Said): Arrival {
  const place = { sourceFolder: "", sourceKey: key, folder: "", fileName: `${key}.eml` };
  return { ...place, bytes: Buffer.from(JSON.stringify({ key, ...said })) };
}

/** Intake on a test database: messages are those of `arrivalOf`, jobs and news are dropped. */
export function intakeForTests(db: Pick<Database, "app">, clock: Clock = systemClock): PipelineParts {
  return {
    db: db.app,
    clock,
    jobs: { enqueue: async () => {}, publish: async () => 0 },
    reader: {
      ready: async () => {},
      read: async (bytes) => readingOf(JSON.parse(Buffer.from(bytes).toString())),
    },
  };
}

function readingOf({ messageId, entries = [], quarantined, irrelevant }: Said): Reading {
  const header = { to: [], ...(messageId !== undefined && { messageId }) };
  if (irrelevant)
    return { header, parts: [], verdict: { outcome: "irrelevant", reason: irrelevant, params: {} } };
  const partly = entries.some((entry) => entry.missing.length > 0) ? "missingMandatory" : undefined;
  const reason = quarantined ?? partly;
  if (reason)
    return {
      header,
      parts: [],
      verdict: { outcome: "quarantined", reason, params: {}, entries: [...entries] },
    };
  return { header, parts: [], verdict: { outcome: "alerts", entries: [...entries] } };
}

/** The ledger in short: file name, state, reason and the file it repeats, in ledger order. */
export async function ledgerOf(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', m.file_name, m.state, m.reason, first.file_name) as line
    from casework.messages m left join casework.messages first on first.id = m.duplicate_of order by m.id`.execute(
    db,
  );
  return rows.map(({ line }) => line);
}
