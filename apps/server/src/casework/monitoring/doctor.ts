import type { DoctorCheck } from "@varde/contract";
import { ailing, fine } from "../../platform/doctor/doctor-check.ts";
import { isWorkerAlive } from "../../platform/jobs/index.ts";
import type { MonitoringParts } from "./monitoring-parts.ts";

/** Waiting longer than this means that nobody works, or that work grows faster than it is done. */
const LONGEST_WAIT_MINUTES = 15;

/** Looks at how the robot runs. Throws when the database fails. */
export async function monitoringDoctorChecks(parts: MonitoringParts): Promise<DoctorCheck[]> {
  return Promise.all([checkWorker(parts), checkQueues(parts), checkFailed(parts)]);
}

async function checkWorker({ db }: MonitoringParts): Promise<DoctorCheck> {
  if (await isWorkerAlive(db)) return fine("worker", "workerRuns");
  return ailing(
    "worker",
    "warning",
    "noWorker",
    "No worker runs, so nothing happens by itself. Start one: varde worker.",
  );
}

async function checkQueues({ jobs, clock }: MonitoringParts): Promise<DoctorCheck> {
  const waits = (await jobs.stats()).flatMap(({ name, oldest }) =>
    oldest ? [{ name, minutes: Math.floor((clock.now().getTime() - oldest.getTime()) / 60_000) }] : [],
  );
  const [longest] = waits.sort((a, b) => b.minutes - a.minutes);
  if (!longest || longest.minutes < LONGEST_WAIT_MINUTES) return fine("queues", "queuesFlow");
  return ailing(
    "queues",
    "warning",
    "queueWaits",
    `The queue ${longest.name} has waited for ${longest.minutes} minutes. See that a worker runs and keeps up.`,
    { queue: longest.name, minutes: longest.minutes },
  );
}

async function checkFailed({ jobs }: MonitoringParts): Promise<DoctorCheck> {
  const failed = (await jobs.stats()).reduce((sum, queue) => sum + queue.failed, 0);
  if (failed === 0) return fine("failedJobs", "noFailedJobs");
  return ailing(
    "failedJobs",
    "error",
    "failedJobs",
    "Jobs have failed at every attempt. See why under Operations, mend it, and run them again there.",
    { failed },
  );
}
