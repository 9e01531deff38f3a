import type { Command } from "commander";
import { DEMO_USERS } from "../access/demo-login/demo-users.ts";
import { CommandFailed } from "../platform/cli/command-failed.ts";
import { supervise } from "../platform/processes/supervise.ts";
import { buildPages } from "./build-pages.ts";
import { type OwnedContext, untilStopped } from "./create-context.ts";
import { CLI, readDemo, refuseInProduction } from "./demo-command.ts";
import { demandFreePort } from "./port.ts";

type Context = OwnedContext["context"];

/** `varde start`: the demonstration authority with pages and worker, until stopped. What `npm start` runs. */
export function registerStartCommand(program: Command, context: Context): void {
  program
    .command("start")
    .description("start everything with an invented register and mailbox (npm start)")
    .option("--no-wait", "print the address at once; the mailbox is read meanwhile")
    .action(async ({ wait }: { wait: boolean }) => {
      refuseInProduction(context);
      await startDemo(context, wait);
    });
}

async function startDemo(context: Context, wait: boolean): Promise<void> {
  const { settings, signal } = context;
  await demandFreePort(settings);
  await Promise.all([buildPages(say), context.database()]);
  const run = (name: string, ...args: string[]) => supervise(CLI, [{ name, args }], say, quietly());
  const running = [run("api", "serve", "--demo-login")];
  try {
    if (!wait) sayWhere(context);
    say("Reading an invented mailbox");
    await readDemo(context);
    // Not before: the worker lives today, and would date what the past weeks have brought.
    running.unshift(run("worker", "worker"));
    if (!signal.aborted) await untilServed(settings.port, signal);
    if (wait && !signal.aborted) sayWhere(context);
    await untilStopped(signal);
  } finally {
    for (const one of running) await one.stop();
  }
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
