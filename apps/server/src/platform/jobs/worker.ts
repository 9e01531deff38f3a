import { PgBoss } from "pg-boss";
import type { Database } from "../database/open-database.ts";
import { queueDatabase } from "./queue/queue-database.ts";
import { WORKER_SETTINGS } from "./queue/queue-settings.ts";
import { type Definitions, prepareCrons } from "./queue/queues.ts";
import { batchHandler, type OnJobFailure, type OnJobRun } from "./run-jobs.ts";

/** A process that runs jobs. */
export interface Worker {
  stop(): Promise<void>;
}

const STOP_TIMEOUT_MS = 30_000;

/** Runs every defined job in this process. The queues must have been made. */
export async function startWorker(
  { app, listen }: Pick<Database, "app" | "listen">,
  definitions: Definitions,
  {
    onRun,
    onFailure,
    onTrouble,
  }: { onRun: OnJobRun; onFailure: OnJobFailure; onTrouble: (error: unknown) => void },
): Promise<Worker> {
  const boss = new PgBoss({ ...WORKER_SETTINGS, db: queueDatabase(app, listen) });
  boss.on("error", onTrouble);
  boss.on("warning", ({ message }) => onTrouble(new Error(message)));
  await boss.start();
  await prepareCrons(boss, definitions);
  for (const definition of definitions.values()) {
    const { name, concurrency = 1, batchSize = 2 } = definition;
    await boss.work(
      name,
      {
        batchSize,
        localConcurrency: concurrency,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: 2,
        perJobResults: true,
        includeMetadata: true,
      },
      batchHandler(boss, app, definition, { onRun, onFailure }),
    );
  }
  return { stop: () => boss.stop({ timeout: STOP_TIMEOUT_MS }) };
}
