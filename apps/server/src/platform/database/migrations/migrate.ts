import { installQueue } from "../../jobs/queue/queue-schema.sql.ts";
import type { Database } from "../open-database.ts";
import { MIGRATIONS_FOLDER, readMigrations } from "./migration-files.ts";
import { MigrationRefused } from "./migration-refused.ts";
import {
  appliedMigrations,
  applyMigration,
  prepareMigrationTable,
  withMigrationLock,
} from "./migrations.sql.ts";
import { pendingMigrations } from "./pending.rules.ts";
import { prepareRoles, ROLES_BY_HAND } from "./roles.sql.ts";

const INSUFFICIENT_PRIVILEGE = "42501";

/**
 * Brings the database to this release: roles, migrations, and the tables of the job queue. Returns the names of the
 * migrations applied now. `through` stops after the migration of that number, for what must meet an older schema first. Several processes may call it at once. Throws `MigrationRefused` when the database has
 * another history, `DatabaseUnavailable` when it cannot be reached; a migration that fails changes nothing.
 */
export async function migrate(
  db: Pick<Database, "owner" | "login">,
  {
    folder = MIGRATIONS_FOLDER,
    through = Number.POSITIVE_INFINITY,
    onApplied = (_name: string) => {},
  }: { folder?: string; through?: number; onApplied?: (name: string) => void } = {},
): Promise<string[]> {
  const shipped = readMigrations(folder);
  await prepareRoles(db.login).catch(explainMissingRights);
  return withMigrationLock(db.owner, async (connection) => {
    await prepareMigrationTable(connection);
    const missing = pendingMigrations(shipped, await appliedMigrations(connection));
    const pending = missing.filter(({ number }) => number <= through);
    for (const migration of pending) {
      await applyMigration(connection, migration);
      onApplied(migration.name);
    }
    await installQueue(connection);
    return pending.map(({ name }) => name);
  });
}

/** Names of the migrations that the database lacks. Throws as `migrate` does; changes nothing. */
export async function missingMigrations(
  db: Pick<Database, "app">,
  { folder = MIGRATIONS_FOLDER } = {},
): Promise<string[]> {
  return pendingMigrations(readMigrations(folder), await appliedMigrations(db.app)).map(({ name }) => name);
}

function explainMissingRights(error: unknown): never {
  if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw error;
  throw new MigrationRefused(
    "rolesMissing",
    `The login user may not prepare the roles of Varde. Let an administrator of the database run:\n${ROLES_BY_HAND}`,
    { cause: error },
  );
}
