import type { Command } from "commander";
import type { CommandContext } from "../../../platform/cli/command-context.ts";
import { registerGuideCommand } from "../guide/guide-command.ts";
import { runAct } from "./act-command.ts";
import { runList, runShow } from "./show-commands.ts";

/** Adds the commands about cases to the command line. Returns the command they hang under, for those of others. */
export function registerCaseCommands(program: Command, context: CommandContext): Command {
  const group = program
    .command("case")
    .description("cases: list, show, act, and the guide made from the procedure");
  group
    .command("list")
    .description("List open cases, the most urgent first")
    .option("--list <list>", "open, mine, unassigned, overdue, waiting, all or closed", "all")
    .option("--stage <stage>", "only those in this stage")
    .option("--limit <n>", "how many", "50")
    .option("--json", "write it as JSON")
    .action((options: { list: string; stage?: string; limit: string; json?: boolean }) =>
      runList(context, options),
    );
  group
    .command("show")
    .argument("<case>", "its number (2026-0001) or id")
    .description("Show a case: where it stands, what is next, and its history")
    .option("--as-of <instant>", "as it stood then (a date means the end of that day in Norway)")
    .option("--json", "write it as JSON")
    .action((wanted: string, options: { asOf?: string; json?: boolean }) =>
      runShow(context, wanted, options),
    );
  group
    .command("act")
    .argument("<case>", "its number (2026-0001) or id")
    .argument("<act>", "an act of the procedure: setPriority, take, offerHandover …")
    .description("Do an act of the procedure in a case as an officer, judged like in the pages")
    .requiredOption("--as <officer>", "id or full name of the officer")
    .option("--input <json>", "what the act takes", "{}")
    .option("--json", "write the result as JSON")
    .action((wanted: string, act: string, options: { as: string; input: string; json?: boolean }) =>
      runAct(context, { wanted, act, ...options }),
    );
  registerGuideCommand(group, context);
  return group;
}
