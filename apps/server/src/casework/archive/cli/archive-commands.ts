import type { Command } from "commander";
import type { CommandContext } from "../../../platform/cli/command-context.ts";
import { CommandFailed } from "../../../platform/cli/command-failed.ts";
import { isRefusal } from "../../../platform/rules/refusal.ts";
import type { RemovedFromCase } from "../writing/archive-writing.ts";
import { writeDeposit } from "../writing/write-deposit.ts";
import { writeMessages } from "../writing/write-messages.ts";

interface MessagesOptions {
  out: string;
  closed?: boolean;
  json?: boolean;
}

interface DepositOptions {
  out: string;
  creator?: string;
  creatorId?: string;
  json?: boolean;
}

const REMOVED_SHOWN = 20;

/** Adds the commands of the archive to the command line. */
export function registerArchiveCommands(program: Command, context: CommandContext): void {
  const archive = program.command("archive").description("Cases as the archive takes them");
  archive
    .command("messages")
    .description(
      "write each case as Fiks Arkiv V1 messages (arkivmelding.opprett) with its documents; run again to go on",
    )
    .requiredOption("--out <folder>", "a folder; gets a folder for each case")
    .option("--closed", "closed cases only")
    .option("--json", "print what was written as JSON")
    .action((options: MessagesOptions) => explained(options.out, () => runMessages(context, options)));
  archive
    .command("deposit")
    .description("write all closed cases as a Noark 5 v5.0 deposit with its documents; run again to go on")
    .requiredOption(
      "--out <folder>",
      "a folder that is empty, not there yet, or holds a deposit that was stopped",
    )
    .option("--creator <name>", "the authority that made the archive; the top unit where not given")
    .option("--creator-id <id>", "its organisation number; the code of the top unit where not given")
    .option("--json", "print what was written as JSON")
    .action((options: DepositOptions) => explained(options.out, () => runDeposit(context, options)));
}

async function runMessages(
  context: CommandContext,
  { out, closed = false, json }: MessagesOptions,
): Promise<void> {
  const progress = context.progress("Cases");
  const { app: db } = await context.database();
  const written = await writeMessages(
    { db, clock: context.clock },
    {
      folder: out,
      closedOnly: closed,
      actor: context.actor,
      signal: context.signal,
      onProgress: (done, total) => progress.show(done, total),
    },
  ).finally(() => progress.stop());
  const { cases, unchanged, messages, files } = written;
  const text = `${cases} cases (${unchanged} stood there already): ${messages} messages and ${files} documents in ${out}.`;
  context.print(written, [text, ...removedLines(written.removed)].join("\n"), { json });
  if (!written.complete) throw stopped("archiveMessagesStopped");
}

async function runDeposit(context: CommandContext, options: DepositOptions): Promise<void> {
  const { out, creator, creatorId, json } = options;
  if ((creator === undefined) !== (creatorId === undefined))
    throw new CommandFailed("creatorIncomplete", "Give --creator and --creator-id together, or neither.", 2);
  const progress = context.progress("Cases");
  const { app: db } = await context.database();
  const written = await writeDeposit(
    { db, clock: context.clock },
    {
      folder: out,
      actor: context.actor,
      signal: context.signal,
      ...(creator !== undefined && creatorId !== undefined && { creator: { name: creator, id: creatorId } }),
      onProgress: (done, total) => progress.show(done, total),
    },
  ).finally(() => progress.stop());
  if (isRefusal(written)) throw refusalOf(written.code, out);
  const { cases, posts, files, changes } = written;
  const text = `${cases} cases: ${posts} journal posts, ${files} documents and ${changes} changes in ${out}.`;
  context.print(written, [text, ...removedLines(written.removed)].join("\n"), { json });
  if (!written.complete) throw stopped("archiveDepositStopped");
}

function refusalOf(code: string, out: string): CommandFailed {
  return code === "noClosedCases"
    ? new CommandFailed(code, "No case is closed yet; a deposit holds closed cases only.")
    : new CommandFailed(code, `${out} holds a whole deposit or something else. Name an empty folder.`);
}

function stopped(code: string): CommandFailed {
  return new CommandFailed(code, "Stopped before all cases were written. Run the same command to go on.");
}

function removedLines(removed: readonly RemovedFromCase[]): string[] {
  if (removed.length === 0) return [];
  const shown = removed.slice(0, REMOVED_SHOWN);
  const more = removed.length - shown.length;
  return [
    "Characters XML cannot hold were left out of the metadata; the documents have them:",
    ...shown.map(({ case: number, element, count }) => `  ${number}  ${element}: ${count}`),
    ...(more > 0 ? [`  … and ${more} more; --json lists all.`] : []),
  ];
}

/** Tells of a folder that cannot be written instead of failing as a bug. */
async function explained(folder: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== undefined && ["EACCES", "EPERM", "EROFS", "ENOSPC", "ENOTDIR", "EEXIST"].includes(code))
      throw new CommandFailed("folderNotWritable", `${folder} cannot be written: ${message}`);
    throw error;
  }
}
