import type { AppliedMigration } from "../database/index.ts";

/**
 * What a backup file holds, from the outside in: optionally age encryption (https://age-encryption.org/v1), Zstandard
 * compression, and a tar archive of `backup.json` (BackupHeader), `tables/SCHEMA.TABLE/NNNNNN.copy` (rows in
 * PostgreSQL's COPY text form, cut into parts) and, last, `manifest.json` (BackupManifest). A file without its
 * manifest was cut.
 */
export const BACKUP_FORMAT = "varde-backup";
export const BACKUP_FORMAT_VERSION = 1;
export const HEADER_ENTRY = "backup.json";
export const MANIFEST_ENTRY = "manifest.json";

/** A table in a backup, with the columns whose values are kept (generated ones are computed again). */
export interface BackedUpTable {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/** First in every backup: enough to decide whether it can be restored here. */
export interface BackupHeader {
  readonly format: typeof BACKUP_FORMAT;
  readonly formatVersion: number;
  /** The release of Varde that wrote it. */
  readonly version: string;
  /** The instant whose state it holds, ISO 8601. */
  readonly takenAt: string;
  readonly migrations: readonly AppliedMigration[];
  /** Version of the job queue's own schema; its rows fit no other. */
  readonly queueVersion: number;
  readonly tables: readonly BackedUpTable[];
}

/** What one table came to: rows, bytes and SHA-256 of its COPY text. */
export interface TableSum {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Last in every backup: what must have been read when the end is reached. */
export interface BackupManifest {
  /** By "schema.table". */
  readonly tables: Readonly<Record<string, TableSum>>;
  /** By "schema.sequence": the last number given out, or null where none was. */
  readonly sequences: Readonly<Record<string, string | null>>;
}

/** "schema.table", the key of a table in entries and manifest. */
export function keyOf({ schema, name }: Pick<BackedUpTable, "schema" | "name">): string {
  return `${schema}.${name}`;
}

/** A backup that cannot be written, read or restored; what is wrong and what to do. `code` is stable. */
export class BackupRefused extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "BackupRefused";
    this.code = code;
  }
}
