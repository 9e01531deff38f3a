import type { SweepView } from "@varde/contract";
import type { Command } from "commander";
import { recordAudit } from "../../../platform/audit/index.ts";
import type { CommandContext } from "../../../platform/cli/command-context.ts";
import { CommandFailed } from "../../../platform/cli/command-failed.ts";
import { isRefusal } from "../../../platform/rules/refusal.ts";
import { sweepInDatabase } from "./sweep-in-database.ts";
import { readSweeps } from "./sweeps.sql.ts";

/** Adds the commands about sweeps to those about alerts. */
export function registerSweepCommands(alerts: Command, context: CommandContext): void {
  alerts
    .command("sweep")
    .description("Hold every valid alert against the whole register again, within PostgreSQL")
    .option("--json", "write the end as JSON")
    .action((options: { json?: boolean }) => runSweep(context, options));

  alerts
    .command("sweeps")
    .description("Show how far holding alerts against the register has come")
    .option("--json", "write it as JSON")
    .action((options: { json?: boolean }) => showSweeps(context, options));
}

async function runSweep(context: CommandContext, { json }: { json?: boolean }): Promise<void> {
  const database = await context.database();
  const { clock, actor, signal } = context;
  const parts = { db: database.app, database, clock, jobs: await context.jobs() };
  const progress = context.progress("alerts held against the register");
  const end = await sweepInDatabase(parts, {
    signal,
    onProgress: (done, total) => progress.show(done, total),
  }).finally(() => progress.stop());
  if (isRefusal(end))
    throw new CommandFailed(
      end.code,
      "Sweeps are told to wait. Let them go on under Operations, then run this again.",
    );
  const { sweep, held, differing, ended } = end;
  const object = { type: "sweep", id: String(sweep) };
  await recordAudit(database.app, {
    at: clock.now(),
    actor,
    act: "sweepAlerts",
    object,
    details: { ...end },
  });
  const so = `${held} alerts held against the register, ${differing} with another answer than before`;
  context.print(end, ended ? so : `Stopped: ${so}. The same command goes on from there.`, { json });
}

async function showSweeps(context: CommandContext, { json }: { json?: boolean }): Promise<void> {
  const view = await readSweeps((await context.database()).app);
  const waits = view.paused ? [`Told to wait by ${view.paused.by} at ${view.paused.at}`] : [];
  const lines = view.sweeps.map(describe);
  context.print(view, [...waits, ...(lines.length > 0 ? lines : ["No sweep yet"])].join("\n"), { json });
}

const REASONS: Record<SweepView["cause"], string> = {
  register: "the register changed",
  engine: "another engine",
  model: "another model",
  operator: "ordered",
};

function describe({ id, cause, state, done, total, differing, startedAt, finishedAt }: SweepView): string {
  const share = total === 0 ? 100 : Math.floor((100 * done) / total);
  const when = state === "done" ? `ended ${finishedAt}` : "under way";
  return `${id}  ${REASONS[cause]}: ${done} of ${total} (${share} %), ${differing} differ; began ${startedAt}, ${when}`;
}
