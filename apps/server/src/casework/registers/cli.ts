import type { RegisterLoad } from "@varde/contract/registers";
import type { Command } from "commander";
import type { CommandContext } from "../../platform/cli/command-context.ts";
import { CommandFailed } from "../../platform/cli/command-failed.ts";
import { isRefusal, type Refusal } from "../../platform/rules/refusal.ts";
import { loadRegister } from "./commands/load-register.ts";
import { listBrokenLines } from "./registers.sql.ts";

/** What the commands need from the rest of the system. */
export interface RegisterCommandOptions {
  /** Waits until all that a load causes is done, doing it in this process where no worker runs. */
  settle: () => Promise<void>;
}

interface LoadOptions {
  delta?: boolean;
  force?: boolean;
  wait: boolean;
  json?: boolean;
}

/** Adds the commands about registers to the command line. */
export function registerRegisterCommands(
  program: Command,
  context: CommandContext,
  { settle }: RegisterCommandOptions,
): void {
  program
    .command("hpr")
    .description("The register of health personnel (HPR)")
    .command("load")
    .argument("<file>", "JSON lines as the HPR REST interface answers, packed with gzip or not")
    .description("Load an extract of HPR; a load that was stopped goes on when the same file is loaded again")
    .option("--delta", "the file holds only people who are new or changed: nobody is removed")
    .option("--force", "remove people gone from the extract even where that looks suspicious")
    .option("--no-wait", "do not wait until alerts have been held against the changes")
    .option("--json", "write the result as JSON")
    .action(async (file: string, options: LoadOptions) => {
      const load = await runLoad(context, file, options);
      if (options.wait && load.state === "done" && !context.signal.aborted) await settle();
      context.print(load, describe(load), options);
      await complainAbout(context, load);
    });
}

async function runLoad(context: CommandContext, path: string, options: LoadOptions): Promise<RegisterLoad> {
  const parts = { db: (await context.database()).app, jobs: await context.jobs(), clock: context.clock };
  const bar = context.progress(`Loading ${path} (kB)`);
  const inKilobytes = (bytes: number) => Math.ceil(bytes / 1024);
  const outcome = await loadRegister(parts, {
    path,
    kind: options.delta ? "delta" : "full",
    force: options.force ?? false,
    actor: context.actor,
    signal: context.signal,
    onProgress: (bytesRead, size) => bar.show(inKilobytes(bytesRead), inKilobytes(size)),
  }).finally(() => bar.stop());
  if (isRefusal(outcome)) throw new CommandFailed(outcome.code, refusalText(outcome, path));
  return outcome;
}

function refusalText({ code }: Refusal, path: string): string {
  if (code === "anotherLoadRuns")
    return "Another load of HPR is running. Wait until it has ended, then try again.";
  if (code === "noSuchFile") return `There is no file ${path} that can be read. Check the path.`;
  return `The load was refused (${code}).`;
}

const number = (value: number): string => value.toLocaleString("en-GB");

function describe(load: RegisterLoad): string {
  const counts = (["added", "changed", "unchanged", "removed", "broken"] as const).map(
    (what) => `${number(load[what])} ${what}`,
  );
  return `${load.fileName}, ${load.kind} load, ${load.state}: ${number(load.lines)} lines, ${counts.join(", ")}`;
}

const FAILURES: Readonly<Record<string, (load: RegisterLoad) => string>> = {
  tooManyWouldVanish: ({ heldBack }) =>
    `${number(heldBack)} people, more than a fifth of the register, are not in this extract and were kept. Check that it is whole; if it is, load it again with --force.`,
  someLinesWithoutNumber: ({ heldBack }) =>
    `${number(heldBack)} people are not in this extract and were kept, since broken lines may be about them. Get a whole extract, or load it again with --force.`,
  nobodyReadable: () => "No line of the file is a person of HPR. Check that it is the right file.",
  fileCutShort: () =>
    "The file ends too early. What came before was taken in; get the file anew and load it again.",
  filePackedWrong: () => "The file is not packed as gzip should be. Get it anew and load it again.",
  fileNotReadable: () => "The file could not be read to its end. Load it again when it can.",
};

async function complainAbout(context: CommandContext, load: RegisterLoad): Promise<void> {
  if (load.broken > 0) {
    const { total, lines } = await listBrokenLines((await context.database()).app, load.id);
    const shown = lines
      .slice(0, 10)
      .map(({ line, code, message }) => `  line ${line}: ${message} (${code})\n`);
    const rest = total > shown.length ? `  and ${number(total - shown.length)} more\n` : "";
    process.stderr.write(`${number(total)} lines could not be taken in:\n${shown.join("")}${rest}`);
  }
  if (load.state === "stopped")
    throw new CommandFailed(
      "loadStopped",
      `Stopped after line ${number(load.lines)}. Load the same file again to go on.`,
      130,
    );
  if (!load.failure) return;
  const why = FAILURES[load.failure]?.(load) ?? load.failure;
  if (load.state === "failed") throw new CommandFailed(load.failure, why);
  process.stderr.write(`${why} (${load.failure})\n`);
}
