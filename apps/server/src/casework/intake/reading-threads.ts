import { createReaderPool, type ReaderPool } from "./reading/reader-pool.ts";
import type { ReadingThreads } from "./source-profiles/message-reader.ts";

/** Reading threads that are started when the first message is to be read, so that processes that read none pay nothing. */
export function createReadingThreads(): ReadingThreads & { close(): Promise<void> } {
  let pool: ReaderPool | undefined;
  return {
    read(bytes, profiles) {
      pool ??= createReaderPool();
      return pool.read(bytes, profiles);
    },
    close: async () => pool?.close(),
  };
}
