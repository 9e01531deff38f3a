import type { Command } from "commander";
import type { CommandContext } from "../platform/cli/command-context.ts";
import { migrate, openDatabase } from "../platform/database/index.ts";

/** `varde migrate`: brings the database to this release and says what was done. */
export function registerMigrateCommand(program: Command, { settings, print }: CommandContext): void {
  program
    .command("migrate")
    .description("bring the database to this release")
    .option("--json", "print the result as JSON")
    .action(async (options: { json?: boolean }) => {
      const db = await openDatabase({ dataDir: settings.dataDir, url: settings.databaseUrl });
      try {
        const applied = await migrate(db);
        const text = applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`;
        print({ database: db.place, applied }, text, options);
      } finally {
        await db.close();
      }
    });
}
