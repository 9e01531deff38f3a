import type { Kysely } from "kysely";

/** A job as its handler sees it. */
export interface Job<T> {
  readonly id: string;
  readonly data: T;
}

/** What a handler is told about this run of a job. */
export interface JobContext {
  /** 1 at the first run. */
  readonly attempt: number;
  /** Aborted when the run no longer counts: the worker stops, or the job was given to another. */
  readonly signal: AbortSignal;
}

interface JobSettings {
  /** Kebab-case, the same in every process. */
  readonly name: string;
  /** Runs after the first before the job is put among the failed ones. 5 unless told otherwise. */
  readonly retryLimit?: number;
  /** Seconds before the first retry; doubled for each further one up to `retryDelayMax`. 1 and 300 unless told otherwise. */
  readonly retryDelay?: number;
  readonly retryDelayMax?: number;
  /** Jobs of this name run at once in one worker process. 1 unless told otherwise. */
  readonly concurrency?: number;
  /** Jobs fetched at a time and run one after the other. Larger for small steps; 2 unless told otherwise. */
  readonly batchSize?: number;
  /** Seconds a fetched batch may take before it is given up and retried. 900 unless told otherwise. */
  readonly timeLimit?: number;
  /**
   * At most one job (of each key) waits and one runs, over all workers; one enqueued beside a waiting one is dropped.
   * What the dropped one was about may have been committed after the waiting one ran, so also sweep by `cron`.
   */
  readonly singleton?: boolean;
  /** Enqueued by itself at these times, Oslo time: "0 6 * * *". Times missed while no worker ran are made good by one run. */
  readonly cron?: string;
}

/** A kind of job. Its handler must be safe to run again: a run that was cut off is repeated. */
export type JobDefinition<T> = JobSettings &
  (
    | {
        readonly transactional?: false;
        readonly handler: (job: Job<T>, context: JobContext) => Promise<void>;
      }
    | {
        /** The handler writes in `tx` only; what it writes is committed with the job's completion, exactly once. */
        readonly transactional: true;
        readonly handler: (
          job: Job<T>,
          context: JobContext & { readonly tx: Kysely<unknown> },
        ) => Promise<void>;
      }
  );

/** How a job is enqueued. */
export interface EnqueueOptions {
  /** For a singleton: one waits and one runs for each key. */
  readonly key?: string;
  /** Not before this instant. */
  readonly startAfter?: Date;
  /** Higher runs first; 0 unless told otherwise. */
  readonly priority?: number;
}
