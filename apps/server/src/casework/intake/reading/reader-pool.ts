import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { DEFAULT_LIMITS, type ReadingLimits } from "./limits.ts";
import { parseHeader } from "./parts/mime-tree.ts";
import type { SourceProfile } from "./profiles/source-profile.ts";
import type { ReadingTask } from "./read-worker.ts";
import type { QuarantineReason, Reading } from "./reading.ts";

export interface ReaderPoolOptions {
  /** Threads that read; one for each processor unless told. */
  threads?: number;
  /** Milliseconds that one message may take, 30,000 unless told. */
  timeoutMs?: number;
  /** Megabytes of JavaScript memory that one thread may use, 512 unless told. */
  maxMemoryMb?: number;
  limits?: ReadingLimits;
}

export interface ReaderPool {
  /** Reads one message in a thread of its own; a message that hurts its thread is quarantined and hurts no other. */
  read(bytes: Uint8Array, profiles: readonly SourceProfile[]): Promise<Reading>;
  /** Ends the threads; messages being read are given up. */
  close(): Promise<void>;
}

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_MEMORY_MB = 512;

/** Starts threads that read messages apart from the rest of the process. */
export function createReaderPool(options: ReaderPoolOptions = {}): ReaderPool {
  const threads = options.threads ?? availableParallelism();
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const limits = options.limits ?? DEFAULT_LIMITS;
  const pool = new Piscina<ReadingTask, Reading>({
    filename: new URL("./read-worker.ts", import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: options.maxMemoryMb ?? DEFAULT_MEMORY_MB },
  });
  // The pool tells of a dead thread here as well; the read that killed it already knows.
  pool.on("error", () => {});
  const gate = createGate(threads);
  return {
    read: (bytes, profiles) =>
      gate(async () => {
        try {
          return await pool.run({ bytes, profiles, limits }, { signal: AbortSignal.timeout(timeoutMs) });
        } catch (error) {
          return failed(bytes, error, timeoutMs);
        }
      }),
    close: () => pool.destroy(),
  };
}

/** Lets so many run at once, so that a message's time starts when its reading does, not when it is queued. */
function createGate(places: number): <T>(run: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (run) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}

async function failed(bytes: Uint8Array, error: unknown, timeoutMs: number): Promise<Reading> {
  const { name, code, message } = error as NodeJS.ErrnoException;
  const reason: QuarantineReason =
    name === "AbortError"
      ? "readingTookTooLong"
      : code === "ERR_WORKER_OUT_OF_MEMORY"
        ? "readingUsedTooMuchMemory"
        : "readerFailed";
  const params: Record<string, string | number> =
    reason === "readingTookTooLong"
      ? { milliseconds: timeoutMs }
      : reason === "readerFailed"
        ? { message }
        : {};
  return {
    header: await parseHeader(bytes),
    parts: [],
    verdict: { outcome: "quarantined", reason, params, entries: [] },
  };
}
