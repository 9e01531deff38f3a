import type { Command } from "commander";
import type { CommandContext } from "../../platform/cli/command-context.ts";
import { describedColumns } from "../inventory/columns.sql.ts";
import { dataInventory } from "../inventory/render-inventory.ts";
import { pseudonymiseCommand } from "./pseudonymise-command.ts";
import { reportCommand } from "./report-command.ts";

/** Adds the commands of privacy to the command line. */
export function registerPrivacyCommands(program: Command, context: CommandContext): void {
  const privacy = program.command("privacy").description("What is stored about people, and their rights");
  privacy
    .command("inventory")
    .description("print every column that holds personal data, from the comments of the schema")
    .option("--json", "print the columns as JSON")
    .action(async (options: { json?: boolean }) => {
      const columns = await describedColumns((await context.database()).app);
      context.print(columns, dataInventory(columns).trimEnd(), options);
    });
  reportCommand(privacy, context);
  pseudonymiseCommand(privacy, context);
}
