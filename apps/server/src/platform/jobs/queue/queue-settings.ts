import type { ConstructorOptions, Queue } from "pg-boss";
import type { JobDefinition } from "../job-definition.ts";
import { QUEUE_SCHEMA } from "./queue-schema.sql.ts";

/** Where jobs go that failed at every attempt, until a person decides. */
export const FAILED_QUEUE = "failed";

/** Nothing that waits is ever thrown away; pg-boss wants a number. */
const TEN_YEARS = 315_360_000;
const DONE_KEPT_SECONDS = 3_600;
/** With the supervision below, a killed worker's job runs again after some 12 to 14 seconds. 10 is pg-boss's least. */
const HEARTBEAT_SECONDS = 10;
const SUPERVISE_SECONDS = 1;

/** For every instance of pg-boss at run time; only the owner changes its schema. */
export const RUNTIME_SETTINGS: ConstructorOptions = {
  schema: QUEUE_SCHEMA,
  migrate: false,
  createSchema: false,
  reindex: false,
};

/** For the instance that runs jobs. */
export const WORKER_SETTINGS: ConstructorOptions = {
  ...RUNTIME_SETTINGS,
  useListenNotify: true,
  supervise: true,
  superviseIntervalSeconds: SUPERVISE_SECONDS,
  monitorIntervalSeconds: SUPERVISE_SECONDS,
  maintenanceIntervalSeconds: 600,
  schedule: true,
  cronMonitorIntervalSeconds: 10,
  cronWorkerIntervalSeconds: 1,
};

export const TIME_ZONE = "Europe/Oslo";

/** The settings that may change from release to release. */
export function queueOptions(
  definition: Omit<JobDefinition<never>, "handler">,
): Omit<Queue, "name" | "policy"> {
  const { retryLimit = 5, retryDelay = 1, retryDelayMax = 300, timeLimit = 900 } = definition;
  return {
    retryLimit,
    retryDelay,
    retryDelayMax,
    retryBackoff: true,
    expireInSeconds: timeLimit,
    retentionSeconds: TEN_YEARS,
    deleteAfterSeconds: DONE_KEPT_SECONDS,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    deadLetter: FAILED_QUEUE,
    notify: true,
  };
}

/** The failed jobs are a queue that no worker takes from. */
export const FAILED_QUEUE_OPTIONS: Omit<Queue, "name"> = { retentionSeconds: TEN_YEARS, retryLimit: 0 };
