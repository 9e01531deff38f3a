import type { OperationsView } from "@varde/contract";
import { type FailedJob, listProcesses } from "../../platform/jobs/index.ts";
import type { MonitoringParts } from "./monitoring-parts.ts";
import { listMailboxStates } from "./operations.sql.ts";

const FAILED_SHOWN = 100;

/** How the robot is doing: processes, queues, failed jobs, mailboxes. Nothing in it tells of a person or a case. */
export async function getOperations({
  db,
  jobs,
}: Pick<MonitoringParts, "db" | "jobs">): Promise<OperationsView> {
  const [processes, queues, failed, mailboxes] = await Promise.all([
    listProcesses(db),
    jobs.stats(),
    jobs.listFailed({ limit: FAILED_SHOWN }),
    listMailboxStates(db),
  ]);
  return {
    processes: processes.map(({ startedAt, heartbeatAt, ...process }) => ({
      ...process,
      startedAt: startedAt.toISOString(),
      heartbeatAt: heartbeatAt.toISOString(),
      alive: true,
    })),
    queues: queues.map(({ name, waiting, active, failed, oldest }) => ({
      name,
      waiting,
      active,
      failed,
      oldestWaiting: oldest?.toISOString() ?? null,
    })),
    failed: failed.map(failedJobView),
    mailboxes: mailboxes.map((mailbox) => ({
      ...mailbox,
      lastError: mailbox.lastError === null ? null : withoutContent(mailbox.lastError),
    })),
  };
}

function failedJobView({
  id,
  queue,
  failedAt,
  attempts,
  error,
}: FailedJob): OperationsView["failed"][number] {
  const message = withoutContent(error?.message ?? "unknown error");
  return {
    id,
    queue,
    failedAt: failedAt.toISOString(),
    attempts,
    error: error?.code === undefined ? message : `${error.code}: ${message}`,
  };
}

/**
 * An error's message with everything an error may quote from a message or a register left out: quoted text, values in
 * brackets, addresses, and long numbers. System owners see it, who never see the content of a case.
 */
export function withoutContent(message: string): string {
  return message
    .split("\n", 1)[0]!
    .replace(/"[^"]*"?|'[^']*'?|«[^»]*»?|\([^)]*\)?/gu, "…")
    .replace(/[^\s@]+@[^\s@]+/gu, "…")
    .replace(/\d{5,}/gu, "…")
    .slice(0, 300);
}
