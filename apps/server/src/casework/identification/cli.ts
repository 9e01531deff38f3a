import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import type { AlertView } from "@varde/contract";
import type { Command } from "commander";
import { recordAudit } from "../../platform/audit/index.ts";
import type { CommandContext } from "../../platform/cli/command-context.ts";
import { CommandFailed } from "../../platform/cli/command-failed.ts";
import { exportAlerts } from "./export/export-alerts.ts";
import { findAlertId } from "./queries/find-alerts.sql.ts";
import { showAlert } from "./queries/get-alert.ts";
import { registerSweepCommands } from "./sweeps/sweep-command.ts";

/** Nobody decides from the command line, where nobody is logged in. */
const NONE: ReadonlySet<string> = new Set();

interface ExportOptions {
  csv?: string;
  json?: boolean;
}

/** Adds the commands about alerts to the command line. */
export function registerIdentificationCommands(program: Command, context: CommandContext): void {
  const alerts = program.command("alerts").description("Alerts and who they are about");
  registerSweepCommands(alerts, context);
  alerts
    .command("export")
    .description("Write every message of the ledger with its alerts, in ledger order")
    .option("--csv <file>", "as CSV into this file; - writes to standard output")
    .option("--json", "as JSON, one object a line, on standard output")
    .action((options: ExportOptions) => runExport(context, options));

  program
    .command("alert")
    .description("One alert")
    .command("show")
    .argument("<alert>", "its id or number")
    .description("Show an alert: what it says, whom it may be about and why, and what was decided")
    .option("--json", "write it as JSON")
    .action((alert: string, options: { json?: boolean }) => runShow(context, alert, options));
}

async function runExport(context: CommandContext, { csv, json }: ExportOptions): Promise<void> {
  if ((csv === undefined) === !json)
    throw new CommandFailed("oneFormat", "Say how to write: --csv FILE, or --json for standard output.", 2);
  const parts = { db: (await context.database()).app, clock: context.clock };
  const { actor } = context;
  if (json || csv === "-") {
    await exportAlerts(parts, { output: process.stdout, format: json ? "json" : "csv", actor });
    return;
  }
  const { rows, messages } = await intoFile(csv as string, (output) =>
    exportAlerts(parts, { output, format: "csv", actor }),
  );
  process.stderr.write(`${rows} rows about ${messages} messages written to ${csv}\n`);
}

/** Writes beside the file and puts it in place when whole, so that a stopped export leaves no half file. */
async function intoFile<T>(path: string, write: (output: Writable) => Promise<T>): Promise<T> {
  const partial = `${path}.partial`;
  const output = createWriteStream(partial);
  try {
    await new Promise<void>((opened, failed) => output.once("open", () => opened()).once("error", failed));
    const result = await write(output);
    output.end();
    await finished(output);
    await rename(partial, path);
    return result;
  } catch (error) {
    output.destroy();
    await rm(partial, { force: true });
    if (error instanceof Error && "syscall" in error)
      throw new CommandFailed("fileNotWritten", `${path} could not be written: ${error.message}`);
    throw error;
  }
}

async function runShow(context: CommandContext, wanted: string, { json }: { json?: boolean }): Promise<void> {
  const { app: db } = await context.database();
  const id = await findAlertId(db, wanted);
  if (id === undefined)
    throw new CommandFailed(
      "noSuchAlert",
      `There is no alert with id or number ${wanted}. Try: varde alerts export --csv -`,
    );
  const at = context.clock.now();
  await recordAudit(db, {
    at,
    actor: context.actor,
    act: "readAlert",
    object: { type: "alert", id: String(id) },
  });
  const view = await showAlert(db, id, { language: "en", permissions: NONE, at });
  context.print(view, describe(view), { json });
}

/** Never 100 %, since a probability is not certainty. */
function percent(probability: number): string {
  return probability > 0.999 ? "> 99.9 %" : `${(probability * 100).toFixed(1)} %`;
}

function describe({ alert, match, decisions, samePerson }: AlertView): string {
  const { alertNumber, sendingCountry, surname, forename, birthDate, status, identity } = alert;
  const candidates = (match?.candidates ?? []).flatMap(({ rank, person, probability, outcome, evidence }) => [
    `  ${rank}. HPR ${person.hprNumber} ${[person.forename, person.middle, person.surname].filter(Boolean).join(" ")}, born ${person.birthDate ?? "?"}: ${outcome}, ${percent(probability)}`,
    ...evidence.map(({ bits, sentence }) => `     ${bits.toFixed(1).padStart(6)} bits  ${sentence}`),
  ]);
  return [
    `Alert ${alert.id} ${alertNumber ?? "(no number)"} from ${sendingCountry ?? "?"}: ${status}, identity ${identity}`,
    `  ${[forename, surname].filter(Boolean).join(" ")}, born ${birthDate ?? "?"}, profession ${alert.profession ?? "?"}`,
    match
      ? `Engine ${match.engineVersion}, model ${match.modelVersion}: ${match.outcome}`
      : "Not matched yet",
    ...candidates,
    ...decisions.map(
      ({ at, by, decision, hprNumber, standing, reason }) =>
        `${at} ${by}: ${decision}${hprNumber === null ? "" : ` HPR ${hprNumber}`} (${standing}): ${reason}`,
    ),
    ...(samePerson.length > 0 ? [`Same person: alerts ${samePerson.map(({ id }) => id).join(", ")}`] : []),
  ].join("\n");
}
