import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Command } from "commander";
import { anchorHead, ChainBroken, exportLines, recordAudit } from "../../platform/audit/index.ts";
import type { CommandContext } from "../../platform/cli/command-context.ts";
import { CommandFailed } from "../../platform/cli/command-failed.ts";
import type { AuditCommand } from "./audit-commands.ts";

/** `varde audit export FILE`: the whole chain as JSON lines that anyone can verify. */
export function exportCommand(audit: Command, { context, anchoring }: AuditCommand): void {
  audit
    .command("export")
    .argument("<file>", "where to write it; compressed where the name ends with .gz")
    .description(
      "write the whole audit log as JSON lines that anyone can verify (docs/guide/audit-format.md)",
    )
    .option("--json", "print what was written as JSON")
    .action(async (file: string, options: { json?: boolean }) => {
      const { app: db } = await context.database();
      const parts = { db, clock: context.clock };
      await recordAudit(db, { at: parts.clock.now(), actor: context.actor, act: "exportAudit" });
      const entries = await writeExport(context, parts, file);
      await anchorHead({ ...parts, anchorFile: anchoring().file });
      context.print({ file, entries }, `${entries} entries written to ${file}`, options);
    });
}

/** Writes beside the file and puts it in place when whole, so that a stopped export leaves no half file. Returns the entries. */
async function writeExport(
  { progress: startProgress, signal }: CommandContext,
  parts: Parameters<typeof exportLines>[0],
  file: string,
): Promise<number> {
  const partial = `${file}.partial`;
  const progress = startProgress("Entries");
  let entries = 0;
  const lines = exportLines(parts, (done, total) => {
    entries = done;
    progress.show(done, total);
  });
  try {
    await pipeline(
      Readable.from(lines),
      file.endsWith(".gz") ? createGzip() : new PassThrough(),
      createWriteStream(partial, { mode: 0o600 }),
      { signal },
    );
    await rename(partial, file);
    return entries;
  } catch (error) {
    await rm(partial, { force: true });
    throw explained(error, file);
  } finally {
    progress.stop();
  }
}

function explained(error: unknown, file: string): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === "AbortError")
    return new CommandFailed("exportStopped", `Stopped; nothing was written to ${file}.`);
  if (error instanceof ChainBroken)
    return new CommandFailed("auditBroken", `${error.message}. Run: varde audit verify`);
  if ("syscall" in error)
    return new CommandFailed("fileNotWritten", `${file} could not be written: ${error.message}`);
  return error;
}
