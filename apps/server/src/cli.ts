import { LinkInputError, registerLinkCommands } from "@varde/linkage";
import { Command, CommanderError } from "commander";
import { registerAccessCommands } from "./access/index.ts";
import { readAnchoring, registerAuditCommands } from "./auditing/index.ts";
import { registerArchiveCommands } from "./casework/archive/index.ts";
import { registerCaseCommands } from "./casework/cases/index.ts";
import { registerIdentificationCommands, settleIdentification } from "./casework/identification/index.ts";
import { registerIntakeCommands } from "./casework/intake/index.ts";
import { registerPortfolioCommands } from "./casework/portfolio/index.ts";
import { registerRegisterCommands } from "./casework/registers/index.ts";
import { CommandFailed } from "./platform/cli/command-failed.ts";
import { DatabaseUnavailable, MigrationRefused } from "./platform/database/index.ts";
import { announceProcess } from "./platform/jobs/index.ts";
import { readSettings, SettingRefused, type Settings } from "./platform/settings/settings.ts";
import { registerPrivacyCommands } from "./privacy/index.ts";
import { registerBackupCommands } from "./wiring/backup-commands.ts";
import { createContext, type OwnedContext } from "./wiring/create-context.ts";
import { registerDemoCommand } from "./wiring/demo-command.ts";
import { registerDoctorCommand } from "./wiring/doctor-command.ts";
import { registerReplayCommand } from "./wiring/history/replay-command.ts";
import { registerMigrateCommand } from "./wiring/migrate-command.ts";
import { registerResetCommand } from "./wiring/reset-command.ts";
import { registerServeCommand } from "./wiring/serve-command.ts";
import { registerSimulateCommand } from "./wiring/simulating/simulate-command.ts";
import { registerStartCommand } from "./wiring/start-command.ts";
import { registerWorkerCommand } from "./wiring/worker-command.ts";

process.exitCode = await run(process.argv);

/** Runs one command. Returns the exit code: 0 done, 1 not done, 2 the command was not understood. */
async function run(argv: readonly string[]): Promise<number> {
  let settings: Settings;
  try {
    settings = readSettings(process.env);
  } catch (error) {
    return explain(error);
  }
  const { context, close } = createContext(settings);
  const program = new Command("varde")
    .description(
      "Takes every warning from abroad about health personnel from the mailbox to the closed case.",
    )
    .version(settings.version)
    .showHelpAfterError("Add --help to see what can be written.")
    .exitOverride();
  registerServeCommand(program, context);
  registerWorkerCommand(program, context);
  registerMigrateCommand(program, context);
  registerDemoCommand(program, context);
  registerStartCommand(program, context);
  registerResetCommand(program, context);
  registerBackupCommands(program, context);
  const settle = async () => settleIdentification((await context.installation()).parts, context.signal);
  registerIntakeCommands(program, context, {
    settle,
    parts: async () => (await context.installation()).parts,
  });
  registerRegisterCommands(program, context, { settle });
  registerIdentificationCommands(program, context);
  registerReplayCommand(registerCaseCommands(program, context), context);
  registerArchiveCommands(program, context);
  registerPortfolioCommands(program, context);
  registerAuditCommands(program, context, () => readAnchoring(process.env, settings.dataDir));
  registerPrivacyCommands(program, context);
  registerLinkCommands(program, { progress: context.progress });
  registerAccessCommands(program, context);
  registerDoctorCommand(program, context);
  registerSimulateCommand(program, context);
  announceWatcher(program, context);
  try {
    await program.parseAsync(argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return explain(error);
  } finally {
    await close();
  }
}

/** Lets the operations page see that somebody watches the mailboxes. */
function announceWatcher(program: Command, context: OwnedContext["context"]): void {
  let leave: (() => Promise<void>) | undefined;
  const watches = (action: Command) => action.name() === "watch";
  program
    .hook("preAction", async (_program, action) => {
      if (watches(action))
        leave = await announceProcess((await context.database()).app, "mail", context.settings.version);
    })
    .hook("postAction", async (_program, action) => {
      if (watches(action)) await leave?.();
    });
}

/** Says what went wrong and what to do; a stack trace only for what is a bug. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CommandFailed) return say(`${error.message} (${error.code})`, error.exitCode);
  if (
    error instanceof SettingRefused ||
    error instanceof DatabaseUnavailable ||
    error instanceof MigrationRefused ||
    error instanceof LinkInputError
  )
    return say(`${error.message} (${error.code})`, 1);
  return say(
    `This is a bug in Varde; nothing that was committed is lost.\n${(error as Error)?.stack ?? String(error)}`,
    1,
  );
}

function say(message: string, exitCode: number): number {
  process.stderr.write(`${message}\n`);
  return exitCode;
}
