import type { Command } from "commander";
import type { CommandContext } from "../../../platform/cli/command-context.ts";
import { writeGuide } from "./write-guide.ts";

/** Adds `guide --out DIR` to the command `varde case`: the process map, the tables and the guide made from the rules. */
export function registerGuideCommand(caseCommand: Command, context: CommandContext): void {
  caseCommand
    .command("guide")
    .description("Write the process map, the tables and the officer's guide that are made from the rules")
    .requiredOption("--out <folder>", "the folder to write them into; it is made where it is not there")
    .option("--json", "answer as JSON")
    .action(async ({ out, json }: { out: string; json?: boolean }) => {
      const written = await writeGuide(out);
      context.print({ written }, written.join("\n"), { json });
    });
}
