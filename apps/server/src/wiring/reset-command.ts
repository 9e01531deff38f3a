import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import type { Command } from "commander";
import type { CommandContext } from "../platform/cli/command-context.ts";
import { CommandFailed } from "../platform/cli/command-failed.ts";
import { isEmbeddedServerRunning } from "../platform/database/index.ts";

/** `varde reset`: throws everything away and starts from nothing; asks first. */
export function registerResetCommand(program: Command, { settings, print }: CommandContext): void {
  program
    .command("reset")
    .description("delete the data folder: database, originals, secrets. Asks first")
    .option("--yes", "do not ask")
    .option("--json", "print the result as JSON")
    .action(async ({ yes, json }: { yes?: boolean; json?: boolean }) => {
      const { dataDir } = settings;
      if (settings.databaseUrl)
        throw new CommandFailed(
          "resetOfServerRefused",
          "DATABASE_URL is set, and a database on a server is not deleted from here. Drop it on the server, then run again without DATABASE_URL.",
        );
      if (!existsSync(dataDir)) return print({ deleted: null }, `There is nothing in ${dataDir}.`, { json });
      if (isEmbeddedServerRunning(dataDir))
        throw new CommandFailed("stillRunning", `Varde is running on ${dataDir}. Stop it first.`);
      if (!yes && !(await confirm(dataDir)))
        return print({ deleted: null }, "Nothing was deleted.", { json });
      await rm(dataDir, { recursive: true, force: true });
      print({ deleted: dataDir }, `${dataDir} is deleted. "npm start" begins anew.`, { json });
    });
}

async function confirm(dataDir: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new CommandFailed(
      "notConfirmed",
      `This deletes ${dataDir}. Nobody is there to ask; add --yes to do it.`,
    );
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`This deletes everything in ${dataDir}. Write "delete" to go on: `);
  terminal.close();
  return answer.trim() === "delete";
}
