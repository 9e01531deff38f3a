import { PgBoss } from "pg-boss";
import { notifyChange } from "../database/changes.sql.ts";
import type { Database } from "../database/open-database.ts";
import { getEvent, recordEvent } from "./events.sql.ts";
import type { JobDefinition } from "./job-definition.ts";
import type { Jobs } from "./jobs.ts";
import { failedJobs, queueStatistics } from "./queue/queue.sql.ts";
import { queueDatabase } from "./queue/queue-database.ts";
import { FAILED_QUEUE, RUNTIME_SETTINGS } from "./queue/queue-settings.ts";
import { createQueues } from "./queue/queues.ts";
import type { OnJobFailure, OnJobRun } from "./run-jobs.ts";
import { startWorker, type Worker } from "./worker.ts";

export interface JobsOptions {
  /** Told of every run that ended. */
  readonly onRun?: OnJobRun;
  /** Told of every run that failed. */
  readonly onFailure?: OnJobFailure;
  /** Told of trouble with the queue itself, as when the database is away; it mends itself. */
  readonly onTrouble?: (error: unknown) => void;
}

/** The job queue of this process, on its database. */
export function createJobs(
  db: Pick<Database, "app" | "listen">,
  { onRun = () => {}, onFailure = () => {}, onTrouble = () => {} }: JobsOptions = {},
): Jobs {
  const definitions = new Map<string, JobDefinition<unknown>>();
  const reactions = new Map<string, string[]>();
  const boss = new PgBoss({
    ...RUNTIME_SETTINGS,
    db: queueDatabase(db.app),
    supervise: false,
    schedule: false,
  });
  boss.on("error", onTrouble);
  const queues = createQueues(boss, definitions);
  let worker: Worker | undefined;

  const jobs: Jobs = {
    define: (definition) => {
      if (definitions.has(definition.name)) throw new Error(`The job ${definition.name} is defined twice`);
      definitions.set(definition.name, definition as JobDefinition<unknown>);
    },
    subscribe: (eventType, name, reaction) => {
      jobs.define<{ event: number }>({
        name,
        transactional: true,
        handler: async ({ data }, context) => reaction(await getEvent(context.tx, data.event), context),
      });
      reactions.set(eventType, [...(reactions.get(eventType) ?? []), name]);
    },
    enqueue: async (tx, name, data = {}, { key, startAfter, priority = 0 } = {}) => {
      await queues.prepare(name);
      await boss.send(name, data, {
        db: queueDatabase(tx),
        priority,
        ...(key !== undefined && { singletonKey: key }),
        ...(startAfter && { startAfter }),
      });
    },
    enqueueAll: async (tx, name, data) => {
      if (data.length === 0) return;
      await queues.prepare(name);
      await boss.insert(
        name,
        data.map((item) => ({ data: item })),
        { db: queueDatabase(tx) },
      );
    },
    publish: async (tx, event) => {
      const id = await recordEvent(tx, event);
      for (const name of reactions.get(event.type) ?? []) await jobs.enqueue(tx, name, { event: id });
      return id;
    },
    notifyChange,
    prepare: async () => {
      for (const name of definitions.keys()) await queues.prepare(name);
    },
    work: async () => {
      if (worker) throw new Error("This process runs jobs already");
      await jobs.prepare();
      worker = await startWorker(db, definitions, { onRun, onFailure, onTrouble });
    },
    stop: async () => {
      await worker?.stop();
      worker = undefined;
    },
    stats: () => queueStatistics(db.app),
    listFailed: (filter) => failedJobs(db.app, filter),
    retry: async (ids) =>
      ids.length === 0 ? 0 : boss.redrive(FAILED_QUEUE, { ids: [...ids], limit: ids.length }),
    discard: async (ids) => {
      if (ids.length === 0) return 0;
      const { affected } = (await boss.deleteJob(FAILED_QUEUE, [...ids])) as { affected: number };
      return affected;
    },
  };
  return jobs;
}
