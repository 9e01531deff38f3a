import { getOperations } from "../casework/monitoring/index.ts";
import type { Installation } from "../main.ts";
import type { Clock } from "../platform/clock/clock.ts";
import {
  createMetrics,
  type MeasuredFigure,
  type MeasuredValue,
  type Metrics,
} from "../platform/metrics/index.ts";

const FIGURES: readonly MeasuredFigure[] = [
  { name: "varde_queue_waiting", help: "Jobs that wait", labels: ["queue"] },
  { name: "varde_queue_active", help: "Jobs under way", labels: ["queue"] },
  { name: "varde_queue_failed", help: "Jobs that failed at every attempt", labels: ["queue"] },
  { name: "varde_queue_oldest_seconds", help: "How long the oldest job has waited", labels: ["queue"] },
  { name: "varde_processes", help: "Processes that run", labels: ["kind"] },
  { name: "varde_mailbox_messages", help: "Messages received from a mailbox", labels: ["mailbox"] },
  {
    name: "varde_mailbox_trouble",
    help: "Whether a mailbox could not be reached last time",
    labels: ["mailbox"],
  },
];

/** Figures of this process, its requests, and of queues, processes and mailboxes as the operations page shows them. */
export function measureOperations({ parts }: Pick<Installation, "parts">): Metrics {
  return createMetrics(FIGURES, async () => valuesOf(await getOperations(parts), parts.clock));
}

function valuesOf(
  { queues, processes, mailboxes }: Awaited<ReturnType<typeof getOperations>>,
  clock: Clock,
): MeasuredValue[] {
  const kinds = Map.groupBy(processes, ({ kind }) => kind);
  return [
    ...queues.flatMap(({ name: queue, waiting, active, failed, oldestWaiting }) => [
      { name: "varde_queue_waiting", labels: { queue }, value: waiting },
      { name: "varde_queue_active", labels: { queue }, value: active },
      { name: "varde_queue_failed", labels: { queue }, value: failed },
      { name: "varde_queue_oldest_seconds", labels: { queue }, value: secondsSince(oldestWaiting, clock) },
    ]),
    ...[...kinds].map(([kind, { length }]) => ({ name: "varde_processes", labels: { kind }, value: length })),
    ...mailboxes.flatMap(({ name: mailbox, messages, lastError }) => [
      { name: "varde_mailbox_messages", labels: { mailbox }, value: messages },
      { name: "varde_mailbox_trouble", labels: { mailbox }, value: lastError === null ? 0 : 1 },
    ]),
  ];
}

function secondsSince(instant: string | null, clock: Clock): number {
  return instant === null ? 0 : Math.max(0, (clock.now().getTime() - Date.parse(instant)) / 1000);
}
