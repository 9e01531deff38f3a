import type { Command } from "commander";
import { CommandFailed } from "../../platform/cli/command-failed.ts";
import { isRefusal } from "../../platform/rules/refusal.ts";
import type { OwnedContext } from "../create-context.ts";
import { refuseInProduction } from "../demo-command.ts";
import { HISTORIES, readHistory } from "./read-history.ts";
import { type ReplayEnd, replayHistory } from "./replay-history.ts";

type Context = OwnedContext["context"];

/** `varde case replay`: an invented history, act by act through the real commands, each on its day. */
export function registerReplayCommand(cases: Command, context: Context): void {
  cases
    .command("replay")
    .argument("<history>", HISTORIES.join(", "))
    .description("Write an invented history of cases, act by act, into an empty database; run again to go on")
    .option("--json", "print how far it came as JSON")
    .action((wanted: string, options: { json?: boolean }) => runReplay(context, wanted, options));
}

async function runReplay(context: Context, wanted: string, options: { json?: boolean }): Promise<void> {
  refuseInProduction(context);
  const name = HISTORIES.find((known) => known === wanted);
  if (!name)
    throw new CommandFailed(
      "noSuchHistory",
      `There is no history called ${wanted}. Known: ${HISTORIES.join(", ")}.`,
      2,
    );
  const { parts } = await context.installation();
  const bar = context.progress(`Replaying ${name}`);
  const progress = (done: number, total: number) => bar.show(done, total);
  const end = await replayHistory(
    { parts, signal: context.signal, progress },
    await readHistory(name),
  ).finally(() => bar.stop());
  if (isRefusal(end))
    throw new CommandFailed(
      end.code,
      `The database holds ${end.params?.messages} messages, ${end.params?.cases} cases and ${end.params?.people} people already. A replay writes invented people and what was done about them on days that have passed, and histories can never be taken out again, so it is done in an empty database only. Name another folder: VARDE_DATA=… varde case replay ${name}`,
    );
  context.print(end, describe(end), options);
}

function describe({ history, cases, done, total }: ReplayEnd): string {
  return done === total
    ? `${history} is replayed: ${cases} cases, ${total} acts. Look at any day: varde portfolio --as-of 2026-02-01`
    : `Stopped after ${done} of ${total} acts. Go on with: varde case replay ${history}`;
}
