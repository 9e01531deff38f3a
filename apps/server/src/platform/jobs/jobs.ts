import type { Kysely } from "kysely";
import type { DomainEvent, RecordedEvent } from "./events.sql.ts";
import type { EnqueueOptions, JobContext, JobDefinition } from "./job-definition.ts";
import type { FailedJob, QueueStatistics } from "./queue/queue.sql.ts";

/** What a slice does when another tells that something happened. Writes in `tx`; runs exactly once for each event. */
export type Reaction = (
  event: RecordedEvent,
  context: JobContext & { readonly tx: Kysely<unknown> },
) => Promise<void>;

/** The job queue of one process. Every process defines every job; only workers run them. */
export interface Jobs {
  /** Makes a kind of job known. */
  define<T>(definition: JobDefinition<T>): void;
  /** Runs a reaction, named `x-when-y`, for every event of a type. */
  subscribe(eventType: string, name: string, reaction: Reaction): void;
  /** Enqueues a job when the transaction commits. Do it last: a singleton holds up others until then. */
  enqueue(tx: Kysely<unknown>, name: string, data?: object, options?: EnqueueOptions): Promise<void>;
  /** Enqueues one job for each of the data when the transaction commits, in one statement. */
  enqueueAll(tx: Kysely<unknown>, name: string, data: readonly object[]): Promise<void>;
  /** Records an event and enqueues the reactions to it when the transaction commits. Returns its number. */
  publish(tx: Kysely<unknown>, event: DomainEvent): Promise<number>;
  /** Tells open pages that something of a topic has changed, when the transaction commits. */
  notifyChange(tx: Kysely<unknown>, topic: string, id?: string | number): Promise<void>;
  /** Makes every defined queue known to the database. Call it when all is defined and before the first request. */
  prepare(): Promise<void>;
  /** Runs jobs in this process, and the crons, until `stop`. */
  work(): Promise<void>;
  /** Lets the running jobs finish, for at most 30 s, and takes no more. What is cut off is retried. */
  stop(): Promise<void>;
  /** How every queue stands. */
  stats(): Promise<QueueStatistics[]>;
  /** Jobs that failed at every attempt, newest first. */
  listFailed(filter?: { queue?: string; limit?: number }): Promise<FailedJob[]>;
  /** Puts failed jobs back in their queues. Returns how many there were. */
  retry(ids: readonly string[]): Promise<number>;
  /** Throws failed jobs away for good. Returns how many there were. */
  discard(ids: readonly string[]): Promise<number>;
}
