import type { Installation } from "../main.ts";
import { keepSealed } from "../platform/audit/index.ts";

/** Seals and anchors the audit log as long as this process lives; call what is returned before the database is closed. */
export function keepAudit({ db, parts: { clock, anchoring } }: Installation): () => Promise<void> {
  return keepSealed({
    db: db.app,
    clock,
    anchorFile: anchoring.file,
    onTrouble: (error) => {
      const why = error instanceof Error ? error.message : String(error);
      process.stderr.write(`The audit log could not be sealed or anchored, and is tried again: ${why}\n`);
    },
  });
}
