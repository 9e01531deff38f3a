import type { Kysely } from "kysely";
import type { JobResult, JobWithMetadata, PgBoss } from "pg-boss";
import type { JobDefinition } from "./job-definition.ts";
import { queueDatabase } from "./queue/queue-database.ts";

/** Told of every run that failed; the job itself is retried or put among the failed ones. */
export type OnJobFailure = (error: unknown, job: { name: string; id: string; attempt: number }) => void;

/** Told of every run that ended, however it did. */
export type OnJobRun = (name: string, outcome: "completed" | "failed") => void;

/** The handler pg-boss calls with a batch: each job succeeds or fails by itself. */
export function batchHandler(
  boss: PgBoss,
  app: Kysely<unknown>,
  definition: JobDefinition<unknown>,
  { onRun, onFailure }: { readonly onRun: OnJobRun; readonly onFailure: OnJobFailure },
): (jobs: JobWithMetadata<unknown>[]) => Promise<JobResult[]> {
  return async (jobs) => {
    const results: JobResult[] = [];
    for (const job of jobs) {
      try {
        await runJob(boss, app, definition, job);
        results.push({ id: job.id, status: "completed" });
      } catch (error) {
        onFailure(error, { name: job.name, id: job.id, attempt: job.retryCount + 1 });
        results.push({ id: job.id, status: "failed", output: describe(error) });
      }
      onRun(job.name, results.at(-1)?.status === "completed" ? "completed" : "failed");
    }
    return results;
  };
}

async function runJob(
  boss: PgBoss,
  app: Kysely<unknown>,
  definition: JobDefinition<unknown>,
  job: JobWithMetadata<unknown>,
): Promise<void> {
  const context = { attempt: job.retryCount + 1, signal: job.signal };
  job.signal.throwIfAborted();
  if (!definition.transactional) return definition.handler(job, context);
  await app.transaction().execute(async (tx) => {
    await definition.handler(job, { ...context, tx });
    const { affected } = (await boss.complete(job.name, job, null, { db: queueDatabase(tx) })) as {
      affected: number;
    };
    if (affected === 0)
      throw new Error("The job was given to another worker meanwhile; nothing of this run is kept");
  });
}

/** What a person needs to judge a failure; no parameters of statements, which may hold personal data. */
function describe(error: unknown): { name: string; message: string; code?: string; stack?: string } {
  if (!(error instanceof Error)) return { name: "Error", message: String(error) };
  const { name, message, stack } = error;
  const { code } = error as { code?: unknown };
  return { name, message, ...(typeof code === "string" && { code }), ...(stack !== undefined && { stack }) };
}
