import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { DEMO_USERS } from "../access/demo-login/demo-users.ts";
import { CommandFailed } from "../platform/cli/command-failed.ts";
import { supervise } from "../platform/processes/supervise.ts";
import { buildPages } from "./build-pages.ts";
import { type OwnedContext, untilStopped } from "./create-context.ts";
import type { DemoFiles } from "./demo-files.ts";
import { demandFreePort } from "./port.ts";

const CLI = fileURLToPath(new URL("../../bin/varde.js", import.meta.url));

type Context = OwnedContext["context"];

/** `varde demo`: an invented authority, read by the real pipeline, with pages and worker, until stopped. */
export function registerDemoCommand(program: Command, context: Context): void {
  program
    .command("demo")
    .description("start everything with an invented register and mailbox (npm start)")
    .option("--no-wait", "print the address at once; the mailbox is read meanwhile")
    .option("--prepare", "read the invented mailbox, print what came of it and end")
    .option("--json", "print the result of --prepare as JSON")
    .action(async (options: { wait: boolean; prepare?: boolean; json?: boolean }) => {
      if (context.settings.production)
        throw new CommandFailed(
          "demoInProduction",
          "The demonstration does not start with NODE_ENV=production.",
        );
      if (options.prepare) await prepareDemo(context, options);
      else await runDemo(context, options.wait);
    });
}

async function prepareDemo(context: Context, options: { json?: boolean }): Promise<void> {
  const { register, mailbox } = await readDemo(context);
  context.print(
    { register, mailbox },
    "The invented register is loaded and the invented mailbox is read.",
    options,
  );
}

async function runDemo(context: Context, wait: boolean): Promise<void> {
  const { settings, signal } = context;
  await demandFreePort(settings);
  await Promise.all([buildPages(say), context.database()]);
  const supervision = supervise(
    CLI,
    [
      { name: "worker", args: ["worker"] },
      { name: "api", args: ["serve", "--demo-login"] },
    ],
    say,
    quietly(),
  );
  try {
    if (!wait) sayWhere(context);
    await readDemo(context);
    if (!signal.aborted) await untilServed(settings.port, signal);
    if (wait && !signal.aborted) sayWhere(context);
    await untilStopped(signal);
  } finally {
    await supervision.stop();
  }
}

/** Loads the invented register, reads the invented mailbox and counts it, with the commands an operator would use. */
async function readDemo(context: Context): Promise<DemoFiles> {
  const files = await writeFiles(context);
  const steps = [
    ["hpr", "load", files.register],
    ["intake", "read", files.mailbox],
    ["intake", "balance"],
  ];
  for (const step of steps) if (!context.signal.aborted) await runVarde(context, step);
  return files;
}

async function writeFiles({ settings, clock }: Context) {
  const { writeDemoFiles } = await import("./demo-files.ts");
  say("Inventing a register and a mailbox");
  return writeDemoFiles(settings.dataDir, clock.now().toISOString().slice(0, 10));
}

/** Runs one command of the command line in a process of its own, its progress shown here. */
function runVarde({ signal }: Context, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: "inherit", env: quietly() });
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

/** Waits until the pages answer, at most a minute. */
async function untilServed(port: number, signal: AbortSignal): Promise<void> {
  for (let second = 0; second < 60 && !signal.aborted; second++) {
    const ready = await fetch(`http://localhost:${port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  if (!signal.aborted)
    throw new CommandFailed("notServed", `The pages did not come up on port ${port}; see above.`);
}

function sayWhere({ settings }: Context): void {
  const users = DEMO_USERS.map(({ name, role }) => `    ${name.padEnd(18)} ${role}`).join("\n");
  process.stdout.write(`
  Varde is ready:  ${settings.publicUrl.href}

  Log in as one of the invented staff (no password):
${users}

  Data in ${settings.dataDir}. Stop with Ctrl-C; "npm start" goes on, "npm run reset" begins anew.
`);
}

/** The log of a server is not what somebody trying Varde should read; VARDE_LOG brings it back. */
function quietly(): NodeJS.ProcessEnv {
  return { ...process.env, VARDE_LOG: process.env.VARDE_LOG ?? "error" };
}

function say(message: string): void {
  process.stderr.write(`${message} …\n`);
}
