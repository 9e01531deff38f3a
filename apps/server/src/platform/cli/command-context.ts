import type { Actor } from "../audit/index.ts";
import type { Clock } from "../clock/clock.ts";
import type { Database } from "../database/index.ts";
import type { Jobs } from "../jobs/index.ts";
import type { Settings } from "../settings/settings.ts";
import type { Progress } from "./progress.ts";

/** What every command of the command line works with. */
export interface CommandContext {
  readonly settings: Settings;
  readonly clock: Clock;
  /** Whoever runs the command. */
  readonly actor: Actor;
  /** Aborted at the first SIGINT or SIGTERM: finish the step at hand, say how to go on, and return. */
  readonly signal: AbortSignal;
  /** The database, opened and brought to this release at first use; closed when the command is done. */
  readonly database: () => Promise<Database>;
  /** The queue with every slice's jobs and reactions defined, so that what a command causes is enqueued. */
  readonly jobs: () => Promise<Jobs>;
  /** Shows how far long work has come, on standard error. */
  readonly progress: (title: string, total?: number) => Progress;
  /** Writes a result to standard output: `value` as JSON where `--json` is given, `text` otherwise. */
  readonly print: (value: unknown, text: string, options: { json?: boolean | undefined }) => void;
}
