import { z } from "zod";
import { instant, route } from "./route.ts";

export const queueState = z.object({
  name: z.string(),
  waiting: z.number().int(),
  active: z.number().int(),
  failed: z.number().int(),
  oldestWaiting: instant.nullable(),
});

export const failedJob = z.object({
  id: z.string(),
  queue: z.string(),
  failedAt: instant,
  attempts: z.number().int(),
  /** The error's message, freed of personal content. */
  error: z.string(),
});

export const processState = z.object({
  id: z.string(),
  kind: z.enum(["api", "worker", "mail", "cli"]),
  host: z.string(),
  pid: z.number().int(),
  startedAt: instant,
  heartbeatAt: instant,
  alive: z.boolean(),
});

export const mailboxState = z.object({
  name: z.string(),
  kind: z.enum(["imap", "folder", "upload", "manual"]),
  address: z.string(),
  /** What the watcher said last: "idle", "polling", "reconnecting", "stopped". */
  state: z.string(),
  lastSeenAt: instant.nullable(),
  lastError: z.string().nullable(),
  messages: z.number().int(),
});

/** How the robot is doing: nothing in it tells of a person or a case. */
export const operationsView = z
  .object({
    processes: z.array(processState),
    queues: z.array(queueState),
    failed: z.array(failedJob),
    mailboxes: z.array(mailboxState),
  })
  .meta({ id: "Operations" });
export type OperationsView = z.infer<typeof operationsView>;

/** One thing `doctor` looks at. `code` is stable; `advice` says in English what to do, and is empty where all is well. */
export const doctorCheck = z
  .object({
    name: z.string(),
    state: z.enum(["ok", "warning", "error"]),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    advice: z.string(),
  })
  .meta({ id: "DoctorCheck" });
export type DoctorCheck = z.infer<typeof doctorCheck>;

const jobKey = z.object({ queue: z.string(), id: z.string() });

export const operationsRoutes = {
  getOperations: route({
    method: "GET",
    path: "/api/operations",
    summary: "Processes, queues, failed jobs and mailboxes",
    response: operationsView,
  }),
  retryJob: route({
    method: "POST",
    path: "/api/operations/jobs/:queue/:id/retry",
    summary: "Run a failed job again",
    params: jobKey,
    response: operationsView,
  }),
} as const;
