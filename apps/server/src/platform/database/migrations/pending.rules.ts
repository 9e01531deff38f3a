import type { Migration } from "./migration-files.ts";
import { MigrationRefused } from "./migration-refused.ts";
import type { AppliedMigration } from "./migrations.sql.ts";

/**
 * The migrations still to be applied, in order. Throws `MigrationRefused` when the database is newer than this
 * release (`databaseNewerThanCode`) or has another history (`migrationChanged`, `migrationMissing`).
 */
export function pendingMigrations(
  shipped: readonly Migration[],
  applied: readonly AppliedMigration[],
): Migration[] {
  const newest = shipped.at(-1)?.number ?? 0;
  for (const { number, name, checksum } of applied) {
    const same = shipped.find((migration) => migration.number === number);
    if (!same && number > newest)
      throw new MigrationRefused(
        "databaseNewerThanCode",
        `The database has migration ${number} (${name}), which this release of Varde does not know. Run the newer release; going back is not possible without restoring a backup.`,
      );
    if (!same)
      throw new MigrationRefused(
        "migrationMissing",
        `Migration ${number} (${name}) has been applied to the database, but its file is gone. Bring the file back.`,
      );
    if (same.checksum !== checksum)
      throw new MigrationRefused(
        "migrationChanged",
        `Migration ${number} (${name}) was changed after it had been applied. Bring its former text back, and put the change in a migration of its own.`,
      );
  }
  const done = new Set(applied.map(({ number }) => number));
  return shipped.filter(({ number }) => !done.has(number));
}
