import { type Kysely, sql } from "kysely";

/** A migration that has been applied. */
export interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  /** SHA-256 of its text, hexadecimal. */
  readonly checksum: string;
}

/** The advisory lock that whoever prepares or migrates a database holds. */
export const MIGRATION_LOCK = 8_273_330_002;

/** Runs `act` on one connection while no other process migrates this database. */
export async function withMigrationLock<T>(
  owner: Kysely<unknown>,
  act: (connection: Kysely<unknown>) => Promise<T>,
): Promise<T> {
  return owner.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(connection);
    try {
      return await act(connection);
    } finally {
      await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`.execute(connection);
    }
  });
}

/** Makes the table that remembers migrations, which no migration can make. */
export async function prepareMigrationTable(connection: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create schema if not exists platform;
create table if not exists platform.migrations (
  number int primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now()
);
comment on table platform.migrations is 'Migrations applied to this database, with the SHA-256 of their text';`)
    .execute(connection);
}

/** Every migration applied so far, by number. */
export async function appliedMigrations(connection: Kysely<unknown>): Promise<AppliedMigration[]> {
  const { rows } = await sql<AppliedMigration>`
    select number, name, checksum from platform.migrations order by number
  `.execute(connection);
  return rows;
}

/** Applies one migration and remembers it, or does neither. */
export async function applyMigration(
  connection: Kysely<unknown>,
  { number, name, checksum, text }: AppliedMigration & { readonly text: string },
): Promise<void> {
  await connection.transaction().execute(async (tx) => {
    await sql.raw(text).execute(tx);
    await sql`
      insert into platform.migrations (number, name, checksum) values (${number}, ${name}, ${checksum})
    `.execute(tx);
  });
}
