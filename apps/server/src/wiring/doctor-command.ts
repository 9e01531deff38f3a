import type { DoctorCheck } from "@varde/contract";
import type { Command } from "commander";
import { DatabaseUnavailable, MigrationRefused } from "../platform/database/index.ts";
import { ailing, fine } from "../platform/doctor/doctor-check.ts";
import { checkMachine, checkSafety, checkSlices } from "./check-installation.ts";
import type { OwnedContext } from "./create-context.ts";

const MARKS = { ok: "ok     ", warning: "warning", error: "ERROR  " } as const;

/** `varde doctor`: says what is wrong with an installation and what to do; exit code 1 when anything is an error. */
export function registerDoctorCommand(program: Command, context: OwnedContext["context"]): void {
  program
    .command("doctor")
    .description("check the installation: what is wrong, and what to do; exit code 1 when something is")
    .option("--json", "print the checks as JSON")
    .action(async (options: { json?: boolean }) => {
      const checks = [...checkMachine(context.settings, process.env), ...(await checkDatabase(context))];
      context.print({ checks }, checks.map(line).join("\n"), options);
      if (checks.some(({ state }) => state === "error")) process.exitCode = 1;
    });
}

async function checkDatabase(context: OwnedContext["context"]): Promise<DoctorCheck[]> {
  try {
    const installation = await context.installation();
    const reached = fine("database", "databaseReached", { place: installation.db.place });
    return [reached, ...(await checkSafety(installation)), ...(await checkSlices(installation))];
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable || error instanceof MigrationRefused)) throw error;
    return [ailing("database", "error", error.code, error.message)];
  }
}

function line({ name, state, code, params, advice }: DoctorCheck): string {
  const facts = Object.entries(params).map(([key, value]) => `${key} ${value}`);
  const told = `${MARKS[state]} ${name.padEnd(12)} ${code}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`;
  return advice ? `${told}\n        ${advice}` : told;
}
