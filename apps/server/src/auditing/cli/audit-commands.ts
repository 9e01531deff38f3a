import type { Command } from "commander";
import type { CommandContext } from "../../platform/cli/command-context.ts";
import type { Anchoring } from "../auditing-parts.ts";
import { exportCommand } from "./export-command.ts";
import { verifyCommand } from "./verify-command.ts";

/** A command about the audit log. */
export interface AuditCommand {
  readonly context: CommandContext;
  /** Read when needed, since what is wrong with it concerns these commands alone. */
  readonly anchoring: () => Anchoring;
}

/** Adds the commands about the audit log to the command line. */
export function registerAuditCommands(
  program: Command,
  context: CommandContext,
  anchoring: () => Anchoring,
): void {
  const audit = program
    .command("audit")
    .description("The audit log: who did or looked at what, as one chain");
  exportCommand(audit, { context, anchoring });
  verifyCommand(audit, { context, anchoring });
}
