import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { CommandFailed } from "../platform/cli/command-failed.ts";
import type { OwnedContext } from "./create-context.ts";
import type { DemoFiles } from "./demo-files.ts";

/** The command line itself, for commands run in processes of their own. */
export const CLI = fileURLToPath(new URL("../../bin/varde.js", import.meta.url));

type Context = OwnedContext["context"];

/** `varde demo`: an invented register and mailbox, taken in by the commands an operator would use. */
export function registerDemoCommand(program: Command, context: Context): void {
  program
    .command("demo")
    .description("load an invented register and read an invented mailbox; npm start does it too")
    .option("--no-wait", "do not wait until the messages have been read, registered and matched")
    .option("--json", "print the result as JSON")
    .action(async (options: { wait: boolean; json?: boolean }) => {
      refuseInProduction(context);
      const { register, mailbox } = await readDemo(context, options);
      const text = `The invented register is loaded and the invented mailbox ${options.wait ? "is read" : "is being read"}.`;
      context.print({ register, mailbox }, text, options);
    });
}

/** Throws `CommandFailed` where content may be real. */
export function refuseInProduction({ settings }: Context): void {
  if (settings.production)
    throw new CommandFailed("demoInProduction", "The demonstration does not start with NODE_ENV=production.");
}

/** Loads the invented register, reads the invented mailbox and, where it waits, counts the ledger. */
export async function readDemo(context: Context, { wait }: { wait: boolean }): Promise<DemoFiles> {
  const files = await writeFiles(context);
  const patience = wait ? [] : ["--no-wait"];
  const steps = [
    ["hpr", "load", files.register, ...patience],
    ["intake", "read", files.mailbox, ...patience],
    ...(wait ? [["intake", "balance"]] : []),
  ];
  for (const step of steps) if (!context.signal.aborted) await runVarde(context, step);
  return files;
}

async function writeFiles({ settings, clock }: Context): Promise<DemoFiles> {
  const { writeDemoFiles } = await import("./demo-files.ts");
  return writeDemoFiles(settings.dataDir, clock.now().toISOString().slice(0, 10));
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
