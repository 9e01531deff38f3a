import type pg from "pg";
import {
  type CopyStreamQuery,
  type CopyToStreamQuery,
  from as copyFrom,
  to as copyTo,
} from "pg-copy-streams";
import type { AppliedMigration } from "../database/index.ts";
import { type BackedUpTable, BackupRefused } from "./backup-format.ts";

/** Schemas a backup covers, in the order they are listed. */
export const BACKED_UP_SCHEMAS = ["access", "casework", "governance", "platform", "pgboss"] as const;

/** Made by migrating, not by restoring. */
const MADE_ELSEWHERE = ["platform.migrations", "pgboss.version"];

/** Begins a read that sees one instant of the whole database, however long it lasts, and keeps migrations away. */
export async function beginSnapshot(client: pg.Client, migrationLock: number): Promise<Date> {
  await client.query("begin transaction isolation level repeatable read, read only");
  await client.query("set local timezone = 'UTC'");
  const { rows } = await client.query<{ free: boolean; at: Date }>(
    "select pg_try_advisory_xact_lock_shared($1) as free, now() as at",
    [migrationLock],
  );
  const [found] = rows;
  if (!found?.free)
    throw new BackupRefused(
      "migrationUnderWay",
      "The database is being migrated. Take the backup afterwards.",
    );
  return found.at;
}

/** Lets go of the snapshot. */
export async function endSnapshot(client: pg.Client): Promise<void> {
  await client.query("commit");
}

/** Tables with rows to keep, and their columns that are not generated. `except` names "schema.table". */
export async function listTables(client: pg.Client, except: readonly string[]): Promise<BackedUpTable[]> {
  const { rows } = await client.query<BackedUpTable>(
    `select n.nspname as schema, c.relname as name,
       array(select attname::text from pg_attribute
         where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition
       and n.nspname || '.' || c.relname <> all($2)
     order by n.nspname, c.relname`,
    [BACKED_UP_SCHEMAS, [...MADE_ELSEWHERE, ...except]],
  );
  return rows;
}

/** Roughly how many rows there are, for showing progress. */
export async function estimateRows(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ rows: number }>(
    `select coalesce(sum(greatest(reltuples, 0)), 0)::float8 as rows
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind = 'r'`,
    [BACKED_UP_SCHEMAS],
  );
  return Math.round(rows[0]?.rows ?? 0);
}

/** Migrations the database has. */
export async function readMigrationsApplied(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    "select number, name, checksum from platform.migrations order by number",
  );
  return rows;
}

/** Version of the queue's own schema. */
export async function readQueueVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>("select version from pgboss.version");
  return rows[0]?.version ?? 0;
}

/** Last numbers given out, by "schema.sequence". Sequences stand outside snapshots, so these are at least the snapshot's. */
export async function readSequences(client: pg.Client): Promise<Record<string, string | null>> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `select schemaname || '.' || sequencename as name, last_value::text as last
     from pg_sequences where schemaname = any($1) order by 1`,
    [BACKED_UP_SCHEMAS],
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

/** Streams the rows of a table as COPY text. */
export function copyOut(client: pg.Client, table: BackedUpTable): CopyToStreamQuery {
  return client.query(copyTo(`copy (select ${columnsOf(table)} from ${nameOf(table)}) to stdout`));
}

/** Takes in rows of a table as COPY text. */
export function copyIn(client: pg.Client, table: BackedUpTable): CopyStreamQuery {
  return client.query(copyFrom(`copy ${nameOf(table)} (${columnsOf(table)}) from stdin`));
}

/** The name of a table, quoted. */
export function nameOf({ schema, name }: Pick<BackedUpTable, "schema" | "name">): string {
  return `${quoted(schema)}.${quoted(name)}`;
}

function columnsOf({ columns }: BackedUpTable): string {
  return columns.map(quoted).join(", ");
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
