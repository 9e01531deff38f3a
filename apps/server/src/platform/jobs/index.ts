export { announceProcess } from "./announce-process.ts";
export { createJobs, type JobsOptions } from "./create-jobs.ts";
export type { DomainEvent, RecordedEvent } from "./events.sql.ts";
export type { EnqueueOptions, Job, JobContext, JobDefinition } from "./job-definition.ts";
export type { Jobs, Reaction } from "./jobs.ts";
export { isWorkerAlive, listProcesses, type ProcessKind, type RunningProcess } from "./processes.sql.ts";
export type { FailedJob, QueueStatistics } from "./queue/queue.sql.ts";
export type { OnJobFailure } from "./run-jobs.ts";
