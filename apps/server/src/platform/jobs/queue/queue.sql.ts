import { type Kysely, sql } from "kysely";
import { FAILED_QUEUE } from "./queue-settings.ts";

/** How one queue stands. */
export interface QueueStatistics {
  readonly name: string;
  /** Ready to run now. */
  readonly waiting: number;
  /** To run later: scheduled, or between retries. */
  readonly delayed: number;
  readonly active: number;
  /** Failed at every attempt and left for a person. */
  readonly failed: number;
  /** When the oldest job that waits was enqueued. */
  readonly oldest: Date | null;
}

/** A job that failed at every attempt. */
export interface FailedJob {
  readonly id: string;
  readonly queue: string;
  readonly data: unknown;
  readonly attempts: number;
  /** The last error. */
  readonly error: { readonly message?: string; readonly code?: string; readonly stack?: string } | null;
  readonly enqueuedAt: Date;
  readonly failedAt: Date;
}

/** How every queue stands now, by name. */
export async function queueStatistics(db: Kysely<unknown>): Promise<QueueStatistics[]> {
  const { rows } = await sql<QueueStatistics>`
    select q.name,
      count(*) filter (where j.state in ('created', 'retry') and j.start_after <= now())::int as waiting,
      count(*) filter (where j.state in ('created', 'retry') and j.start_after > now())::int as delayed,
      count(*) filter (where j.state = 'active')::int as active,
      (select count(*)::int from pgboss.job f where f.name = ${FAILED_QUEUE} and f.source_name = q.name) as failed,
      min(j.created_on) filter (where j.state in ('created', 'retry') and j.start_after <= now()) as oldest
    from pgboss.queue q
    left join pgboss.job j on j.name = q.name and j.state in ('created', 'retry', 'active')
    where q.name <> ${FAILED_QUEUE} and q.name not like '\\_\\_pgboss\\_\\_%'
    group by q.name order by q.name
  `.execute(db);
  return rows;
}

/** The failed jobs, newest first, of one queue or of all. */
export async function failedJobs(
  db: Kysely<unknown>,
  { queue, limit = 100 }: { queue?: string; limit?: number } = {},
): Promise<FailedJob[]> {
  const { rows } = await sql<FailedJob>`
    select id, source_name as queue, data, source_retry_count + 1 as attempts, source_output as error,
      source_created_on as "enqueuedAt", created_on as "failedAt"
    from pgboss.job
    where name = ${FAILED_QUEUE} and (${queue ?? null}::text is null or source_name = ${queue ?? null})
    order by created_on desc, id limit ${limit}
  `.execute(db);
  return rows;
}
