import { type ChainVerdict } from "@varde/contract";
import type { Command } from "commander";
import {
  type AnchorLine,
  anchorHead,
  findAnchorLines,
  NoAuditExport,
  verifyExport,
} from "../../platform/audit/index.ts";
import { CommandFailed } from "../../platform/cli/command-failed.ts";
import { verifyLog } from "../keeping/verify-log.ts";
import type { AuditCommand } from "./audit-commands.ts";

const CANNOT_TELL = 2;

interface VerifyOptions {
  anchor?: string;
  json?: boolean;
}

/** `varde audit verify [FILE]`: whether the log, or an export of it, is whole. Exit code 0 only if it is, 2 when that cannot be told. */
export function verifyCommand(audit: Command, command: AuditCommand): void {
  const { context } = command;
  audit
    .command("verify")
    .argument("[file]", "an export; the log in the database where none is given")
    .description(
      "follow the chain; exit code 0 only if it is whole, 1 if it is broken, 2 if that cannot be told",
    )
    .option(
      "--anchor <file>",
      "an anchor to hold it against; for the database the installation's own by itself",
    )
    .option("--json", "print the verdict as JSON")
    .action(async (file: string | undefined, options: VerifyOptions) => {
      const verdict = await (file ? ofExport(command, file, options) : ofDatabase(command, options)).catch(
        cannotTell,
      );
      if (options.anchor && verdict.whole && verdict.anchors === 0)
        throw new CommandFailed("noAnchor", `${options.anchor} holds no anchor of this chain.`, CANNOT_TELL);
      context.print(verdict, describeVerdict(verdict), options);
      if (!verdict.whole) process.exitCode = 1;
    });
}

/** Needs no database: an export is verified wherever it is. */
async function ofExport(
  { context }: AuditCommand,
  file: string,
  { anchor }: VerifyOptions,
): Promise<ChainVerdict> {
  const anchors = anchor === undefined ? undefined : await demandAnchor(anchor);
  const progress = context.progress("Bytes");
  try {
    return await verifyExport(file, {
      anchors,
      onProgress: (done, total) => progress.show(done, total),
      signal: context.signal,
    });
  } finally {
    progress.stop();
  }
}

async function ofDatabase(
  { context, anchoring }: AuditCommand,
  { anchor }: VerifyOptions,
): Promise<ChainVerdict> {
  if (anchor !== undefined) await demandAnchor(anchor);
  const parts = { db: (await context.database()).app, clock: context.clock, anchoring: anchoring() };
  const progress = context.progress("Entries");
  try {
    const verdict = await verifyLog(parts, {
      actor: context.actor,
      anchorFile: anchor,
      onProgress: (done, total) => progress.show(done, total),
      signal: context.signal,
    });
    // A chain that is broken must not be vouched for.
    if (verdict.whole) await anchorHead({ ...parts, anchorFile: parts.anchoring.file });
    return verdict;
  } finally {
    progress.stop();
  }
}

/** An anchor that was named must be there and hold something, or it proves nothing. */
async function demandAnchor(path: string): Promise<AnchorLine[]> {
  const lines = await findAnchorLines(path);
  if (!lines?.length) throw new CommandFailed("noAnchor", `${path} holds no anchor.`, CANNOT_TELL);
  return lines;
}

/** What keeps the question open is not an answer to it: exit code 2 whatever it is. */
function cannotTell(error: unknown): never {
  if (error instanceof CommandFailed || !(error instanceof Error)) throw error;
  if (error.name === "AbortError")
    throw new CommandFailed("verifyStopped", "Stopped before the end; nothing can be said.", CANNOT_TELL);
  if (error instanceof NoAuditExport)
    throw new CommandFailed(
      "noAuditExport",
      `${error.message}. Make one with: varde audit export FILE`,
      CANNOT_TELL,
    );
  if ("syscall" in error)
    throw new CommandFailed("fileNotRead", `What was named cannot be read: ${error.message}`, CANNOT_TELL);
  if ("code" in error) throw new CommandFailed(String(error.code), error.message, CANNOT_TELL);
  throw error;
}

const HOW: Readonly<Record<NonNullable<ChainVerdict["fault"]>["how"], string>> = {
  changed: "does not fit its hash: it was changed, or put in the place of another",
  missing: "is missing",
  outOfOrder: "does not stand in its place",
  inserted: "was added past the chain",
  unreadable: "cannot be read",
  cutShort: "and what should follow is not there: the end was cut off",
  anchorDiffers: "has another hash than the anchor: everything up to it may have been written anew",
};

function describeVerdict({ entries, head, fault, anchors }: ChainVerdict): string {
  const anchored =
    anchors === null
      ? "not held against any anchor, which alone shows whether the whole was written anew"
      : `${anchors} ${anchors === 1 ? "anchor agrees" : "anchors agree"}`;
  if (!fault) return `Whole: ${entries} entries, last hash ${head?.hash ?? "none"}, ${anchored}`;
  const entry = fault.entry === null ? "" : ` (number ${fault.entry} in the database)`;
  return `BROKEN: entry ${fault.seq}${entry} ${HOW[fault.how]}. ${entries} entries before it hold.`;
}
