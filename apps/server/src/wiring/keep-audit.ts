import type { Installation } from "../main.ts";
import { keepSealed } from "../platform/audit/index.ts";

const TELL_JOBS_EVERY_MS = 300_000;

/**
 * Tells the audit log which jobs ran, and seals and anchors it, as long as this process lives. Call what is returned
 * when jobs have stopped and before the database is closed.
 */
export function keepAudit({ db, parts, tally }: Installation): () => Promise<void> {
  const onTrouble = (error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `The audit log could not be written, sealed or anchored; it is tried again: ${why}\n`,
    );
  };
  const tellJobs = () => tally.write().catch(onTrouble);
  const telling = setInterval(() => void tellJobs(), TELL_JOBS_EVERY_MS);
  const stopSealing = keepSealed({
    db: db.app,
    clock: parts.clock,
    anchorFile: parts.anchoring.file,
    onTrouble,
  });
  return async () => {
    clearInterval(telling);
    await tellJobs();
    await stopSealing();
  };
}
