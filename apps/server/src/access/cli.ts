import type { Command } from "commander";
import type { CommandContext } from "../platform/cli/command-context.ts";
import { registerPeopleCommands } from "./people/cli.ts";
import { registerServiceAccountCommands } from "./services/cli.ts";

/** Adds the commands about people and service accounts to the command line. */
export function registerAccessCommands(program: Command, context: CommandContext): void {
  registerPeopleCommands(program, context);
  registerServiceAccountCommands(program, context);
}
