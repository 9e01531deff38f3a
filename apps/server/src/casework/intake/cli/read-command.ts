import type { Command } from "commander";
import { CommandFailed } from "../../../platform/cli/command-failed.ts";
import { MailUnavailable } from "../../../platform/mail/mail-unavailable.ts";
import { ledgerStates } from "../balance/balance.sql.ts";
import { settleIntake } from "../pipeline/drain-intake.ts";
import { FolderUnreadable } from "../sources/folder/list-folder.ts";
import { readFolder } from "../sources/folder/read-folder.ts";
import { readMailboxOnce } from "../sources/imap/watch-mailbox.ts";
import type { IntakeCommand } from "./register-commands.ts";

interface ReadOptions {
  wait: boolean;
  json?: boolean;
}

/** What one mailbox gave. */
interface SourceRead {
  mailbox: string;
  messages: number;
  received: number;
  known: number;
}

/** `varde intake read DIR|imap`: takes in every message of a folder or of the mailboxes on servers. */
export function readCommand(intake: Command, command: IntakeCommand): void {
  intake
    .command("read")
    .argument(
      "<source>",
      'a folder (Maildir, or any tree of .eml files), or "imap" for the mailboxes that are set up',
    )
    .description("Take in every message; what is in the ledger already changes nothing")
    .option("--no-wait", "do not wait until the messages have been read, registered and matched")
    .option("--json", "write the result as JSON")
    .action(async (source: string, options: ReadOptions) => {
      const { context } = command;
      const sources = source === "imap" ? await readServers(command) : [await readOneFolder(command, source)];
      if (options.wait && !context.signal.aborted) await settle(command);
      const { counts } = await ledgerStates((await context.database()).app);
      const states = Object.fromEntries(counts.map(({ state, count }) => [state, count]));
      context.print({ sources, states }, describe(sources, states), options);
      if (context.signal.aborted)
        throw new CommandFailed(
          "stopped",
          "Stopped. Run the same command again to go on; nothing is lost.",
          130,
        );
    });
}

async function readOneFolder({ context, parts }: IntakeCommand, folder: string): Promise<SourceRead> {
  const bar = context.progress(`Receiving ${folder}`);
  try {
    const { mailbox, files, received, known } = await readFolder(await parts(), folder, context.actor, {
      signal: context.signal,
      progress: ({ files }) => bar.show(files),
    });
    return { mailbox: mailbox.name, messages: files, received, known };
  } catch (error) {
    throw error instanceof FolderUnreadable
      ? new CommandFailed(error.code, unreadable(error, folder))
      : error;
  } finally {
    bar.stop();
  }
}

async function readServers({ context, parts, mailboxes }: IntakeCommand): Promise<SourceRead[]> {
  const settings = mailboxes();
  if (settings.length === 0)
    throw new CommandFailed(
      "noMailbox",
      "No mailbox is set up. Set VARDE_IMAP_HOST, _USER and _PASSWORD, or VARDE_MAILBOXES.",
    );
  const read: SourceRead[] = [];
  for (const one of settings) {
    try {
      const { mailbox, received, retied } = await readMailboxOnce(await parts(), one, context.signal);
      read.push({ mailbox: mailbox.name, messages: received + retied, received, known: retied });
    } catch (error) {
      if (!(error instanceof MailUnavailable)) throw error;
      throw new CommandFailed(
        error.code,
        `${one.name} cannot be read (${error.code}). Check host, port, user and password, and that the server runs.`,
      );
    }
  }
  return read;
}

async function settle({ context, parts, settle }: IntakeCommand): Promise<void> {
  const bar = context.progress("Reading and registering");
  let total = 0;
  await settleIntake(await parts(), {
    signal: context.signal,
    progress: (left) => {
      total = Math.max(total, left);
      bar.show(total - left, total);
    },
  }).finally(() => bar.stop());
  if (!context.signal.aborted) await settle();
}

function unreadable({ code }: FolderUnreadable, folder: string): string {
  if (code === "notAFolder") return `${folder} is a file. Give the folder it stands in.`;
  if (code === "noAccess") return `${folder} may not be read by this user. Check its permissions.`;
  return `There is no folder ${folder}. Check the path.`;
}

function describe(sources: readonly SourceRead[], states: Readonly<Record<string, number>>): string {
  const lines = sources.map(
    ({ mailbox, messages, received, known }) =>
      `${mailbox}: ${messages} messages, ${received} new, ${known} in the ledger already`,
  );
  const ledger = Object.entries(states).map(([state, count]) => `${count} ${state}`);
  return [...lines, `Ledger: ${ledger.join(", ") || "empty"}`].join("\n");
}
