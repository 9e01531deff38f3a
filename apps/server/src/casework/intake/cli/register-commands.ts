import type { Command } from "commander";
import type { CommandContext } from "../../../platform/cli/command-context.ts";
import { CommandFailed } from "../../../platform/cli/command-failed.ts";
import { isRefusal } from "../../../platform/rules/refusal.ts";
import type { PipelineParts } from "../intake-parts.ts";
import { type ImapSettings, imapSettings } from "../sources/imap/imap-settings.ts";
import { balanceCommand } from "./balance-command.ts";
import { readCommand } from "./read-command.ts";
import { watchCommand } from "./watch-command.ts";

/** What the commands need from the rest of the system. */
export interface IntakeCommandOptions {
  /** Intake on the installation's database, with the threads that read messages. */
  readonly parts: () => Promise<PipelineParts>;
  /** Waits until all that new alerts cause is done, doing it in this process where no worker runs. */
  readonly settle: () => Promise<void>;
}

/** A command of intake, with the mailboxes that are set up. */
export interface IntakeCommand extends IntakeCommandOptions {
  readonly context: CommandContext;
  readonly mailboxes: () => readonly ImapSettings[];
}

/** Adds the commands of intake to the command line. */
export function registerIntakeCommands(
  program: Command,
  context: CommandContext,
  options: IntakeCommandOptions,
): void {
  const command: IntakeCommand = { ...options, context, mailboxes: () => demandMailboxes(process.env) };
  const intake = program.command("intake").description("The mailboxes warnings from abroad come to");
  readCommand(intake, command);
  watchCommand(intake, command);
  balanceCommand(intake, command);
}

/** The mailboxes the environment sets up. Throws `CommandFailed` that names the setting to mend. */
export function demandMailboxes(env: NodeJS.ProcessEnv): readonly ImapSettings[] {
  const settings = imapSettings(env);
  if (isRefusal(settings)) {
    const { code, params = {} } = settings;
    throw new CommandFailed(code, `The mailbox settings cannot be used: ${TEXTS[code]?.(params) ?? code}`);
  }
  return settings;
}

const TEXTS: Readonly<Record<string, (params: Readonly<Record<string, string | number>>) => string>> = {
  mailboxesFileInvalid: ({ file, why }) => `${file} (VARDE_MAILBOXES): ${why}.`,
  mailboxSettingsInvalid: ({ place, setting, why }) => `${place} ${setting}: ${why}.`,
  mailboxPasswordMissing: ({ place }) =>
    `${place} has no password. Give one, or the name of a file that holds it (VARDE_IMAP_PASSWORD or VARDE_IMAP_PASSWORD_FILE).`,
  mailboxFolderTwice: ({ place, folder }) =>
    `${place} uses the folder ${folder} for two things. Name another one.`,
};
