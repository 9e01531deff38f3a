import { type Installation, openInstallation } from "../main.ts";
import { cliActor } from "../platform/audit/index.ts";
import type { CommandContext } from "../platform/cli/command-context.ts";
import { startProgress } from "../platform/cli/progress.ts";
import { systemClock } from "../platform/clock/clock.ts";
import type { Settings } from "../platform/settings/settings.ts";

/** The context of one run of the command line, and what gives back all it opened. */
export interface OwnedContext {
  readonly context: CommandContext & { readonly installation: () => Promise<Installation> };
  readonly close: () => Promise<void>;
}

/** Makes the context of a command; nothing is opened before it is asked for. */
export function createContext(settings: Settings): OwnedContext {
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  let opened: Promise<Installation> | undefined;
  const installation = () => {
    opened ??= openInstallation(settings, (message) => process.stderr.write(`${message}\n`));
    return opened;
  };
  return {
    context: {
      settings,
      clock: systemClock,
      actor: cliActor(),
      signal: stop.signal,
      installation,
      database: async () => (await installation()).db,
      jobs: async () => (await installation()).jobs,
      progress: (title, total) => startProgress(title, total),
      print: (value, text, { json }) => {
        process.stdout.write(`${json ? JSON.stringify(value, null, 2) : text}\n`);
      },
    },
    close: async () => {
      process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
      await opened?.then(
        (open) => open.close(),
        () => {},
      );
    },
  };
}

/** Resolves when the command is asked to stop. */
export function untilStopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
