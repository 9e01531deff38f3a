import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import type { CommandContext } from "../../platform/cli/command-context.ts";
import { CommandFailed } from "../../platform/cli/command-failed.ts";
import { isRefusal } from "../../platform/rules/refusal.ts";
import { exportPseudonymised } from "../pseudonyms/export-pseudonymised.ts";
import { createPseudonyms, type Pseudonyms } from "../pseudonyms/pseudonyms.ts";

interface PseudonymiseOptions {
  out: string;
  keyFile?: string;
  json?: boolean;
}

/** `varde privacy pseudonymise --out DIR`: rows for tests and statistics, with nobody recognisable in them. */
export function pseudonymiseCommand(privacy: Command, context: CommandContext): void {
  privacy
    .command("pseudonymise")
    .description(
      "write rows for tests and statistics: names, numbers and dates stand for others, free text left out",
    )
    .requiredOption("--out <folder>", "a folder that is empty or not there yet")
    .option(
      "--key-file <file>",
      "32 bytes or more; the same key gives the same export. Without it none can be joined to it",
    )
    .option("--json", "print what was written as JSON")
    .action(async ({ out, keyFile, json }: PseudonymiseOptions) => {
      const pseudonyms = await pseudonymsOf(keyFile);
      const { app: db } = await context.database();
      const { actor, clock, signal } = context;
      const progress = context.progress("Tables");
      const counts = await exportPseudonymised(
        { db, clock },
        {
          folder: out,
          pseudonyms,
          actor,
          signal,
          onProgress: (done, total) => progress.show(done, total),
        },
      ).finally(() => progress.stop());
      if (isRefusal(counts))
        throw new CommandFailed(counts.code, `${out} holds something already. Name an empty folder.`);
      const lines = Object.entries(counts).map(([table, rows]) => `${String(rows).padStart(10)}  ${table}`);
      context.print(
        { folder: out, counts },
        [...lines, `Written to ${out}. These are still personal data.`].join("\n"),
        { json },
      );
    });
}

async function pseudonymsOf(keyFile: string | undefined): Promise<Pseudonyms> {
  if (keyFile === undefined) return createPseudonyms(randomBytes(32));
  const key = await readFile(keyFile).catch((error: Error) => {
    throw new CommandFailed("keyNotRead", `The key ${keyFile} cannot be read: ${error.message}`);
  });
  if (key.length < 32)
    throw new CommandFailed(
      "keyTooShort",
      `The key ${keyFile} has ${key.length} bytes; it needs 32 or more.`,
    );
  return createPseudonyms(key);
}
