import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { CommandFailed } from "../platform/cli/command-failed.ts";
import type { OwnedContext } from "./create-context.ts";
import type { DemoFiles } from "./demo-files.ts";

/** The command line itself, for commands run in processes of their own. */
export const CLI = fileURLToPath(new URL("../../bin/varde.js", import.meta.url));

type Context = OwnedContext["context"];

/** `varde demo`: an invented register and six weeks of invented messages, taken in as if each day were today. */
export function registerDemoCommand(program: Command, context: Context): void {
  program
    .command("demo")
    .description(
      "load an invented register and live through six weeks of invented messages; npm start does it too",
    )
    .option("--no-wait", "go on in the background, and return at once")
    .option("--json", "print the result as JSON")
    .action(async (options: { wait: boolean; json?: boolean }) => {
      refuseInProduction(context);
      if (!options.wait) return goOnInBackground(context, options);
      const { register, mailbox } = await readDemo(context);
      context.print(
        { register, mailbox },
        "The invented register is loaded and the invented mailbox is read.",
        options,
      );
    });
}

function goOnInBackground({ print, settings }: Context, options: { json?: boolean }): void {
  const child = spawn(process.execPath, [CLI, "demo"], { detached: true, stdio: "ignore" });
  child.unref();
  const text = `The demonstration is being made in ${settings.dataDir}; "varde portfolio" tells how far it has come.`;
  print({ dataDir: settings.dataDir, pid: child.pid }, text, options);
}

/** Throws `CommandFailed` where content may be real. */
export function refuseInProduction({ settings }: Context): void {
  if (settings.production)
    throw new CommandFailed("demoInProduction", "The demonstration does not start with NODE_ENV=production.");
}

/** Loads the invented register, takes in what is left of the invented messages, and counts the ledger. */
export async function readDemo(context: Context): Promise<DemoFiles> {
  const { settings, clock, signal } = context;
  const [{ writeDemoFiles }, { liveThrough }] = await Promise.all([
    import("./demo-files.ts"),
    import("./demo/live-through.ts"),
  ]);
  const files = await writeDemoFiles(settings.dataDir, clock.now().toISOString().slice(0, 10));
  const { parts } = await context.installation();
  const bar = context.progress("Living through six weeks");
  await liveThrough({ parts, signal, progress: (day, days) => bar.show(day, days) }, files).finally(() =>
    bar.stop(),
  );
  if (!signal.aborted) await runVarde(context, ["intake", "balance"]);
  return files;
}

/** Runs one command of the command line, what it says shown on standard error. */
function runVarde({ signal }: Context, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ["ignore", 2, 2] });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0 || signal.aborted) resolve();
      else
        reject(
          new CommandFailed("demoNotRead", `"varde ${args.join(" ")}" ended with code ${code}; see above.`),
        );
    });
  });
}
