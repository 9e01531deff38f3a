import type { Command } from "commander";
import { announceProcess } from "../platform/jobs/index.ts";
import { type OwnedContext, untilStopped } from "./create-context.ts";
import { keepAudit } from "./keep-audit.ts";

/** `varde worker`: runs jobs until stopped; as many as wanted may run, on as many hosts. */
export function registerWorkerCommand(program: Command, context: OwnedContext["context"]): void {
  program
    .command("worker")
    .description("run jobs: read messages, register alerts, match identities, daily work")
    .option("--json", "print that it works as JSON")
    .action(async (options: { json?: boolean }) => {
      const installation = await context.installation();
      const { db, jobs } = installation;
      const leave = await announceProcess(db.app, "worker", context.settings.version);
      const stopSealing = keepAudit(installation);
      try {
        await jobs.work();
        context.print({ working: true, database: db.place }, `Working on the database ${db.place}`, options);
        await untilStopped(context.signal);
      } finally {
        await jobs.stop();
        await stopSealing();
        await leave();
      }
    });
}
