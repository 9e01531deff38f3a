import type { PipelineParts } from "../intake-parts.ts";
import { readNextMessages } from "./read-messages.ts";
import { countUndecided } from "./register.sql.ts";
import { registerNextMessages } from "./register-messages.ts";

/** The name of the job that wakes the pipeline; what is to be done stands in the ledger, not in the job. */
export const DRAIN_JOB = "intake-drain";

/** Batches being read at the same time, so that the reading threads never wait for the database. */
const READERS = 2;

/**
 * Reads and registers until nothing is left that is free to take, or until asked to stop.
 * Any number of these may run at once, in any processes.
 */
export async function drainIntake(parts: PipelineParts, signal?: AbortSignal): Promise<void> {
  let reading = READERS;
  const readAll = async () => {
    try {
      while (!signal?.aborted && (await readNextMessages(parts)) > 0);
    } finally {
      reading -= 1;
    }
  };
  const registerAll = async () => {
    for (;;) {
      const lastRound = reading === 0;
      const decided = await registerNextMessages(parts);
      if (signal?.aborted || (decided === 0 && lastRound)) return;
      if (decided === 0) await pause(20);
    }
  };
  await Promise.all([...Array.from({ length: READERS }, readAll), registerAll()]);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Reads and registers beside whoever else does, until every message has its outcome or the signal is given.
 * `progress` hears how many are left, about twice a second.
 */
export async function settleIntake(
  parts: PipelineParts,
  { signal, progress = () => {} }: { signal?: AbortSignal; progress?: (left: number) => void } = {},
): Promise<void> {
  const timer = setInterval(() => {
    countUndecided(parts.db).then(progress, () => {});
  }, 500);
  try {
    while (!signal?.aborted && (await countUndecided(parts.db)) > 0) {
      await drainIntake(parts, signal);
      if (!signal?.aborted && (await countUndecided(parts.db)) > 0) await pause(200);
    }
  } finally {
    clearInterval(timer);
  }
}
