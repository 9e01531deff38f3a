import type { ChainVerdict } from "@varde/contract";
import {
  type Actor,
  anchorsOf,
  findAnchorLines,
  recordAudit,
  verifyDatabase,
} from "../../platform/audit/index.ts";
import type { AuditingParts } from "../auditing-parts.ts";

/** What verifying is told beside whose wish it is. */
export interface VerifyLogOptions {
  readonly actor: Actor;
  /** Another anchor than the installation's own. */
  readonly anchorFile?: string | undefined;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Verifies the log in the database against the anchor, where there is one, and writes the verdict to the log. Throws
 * the errors of reading the anchor, and when stopped.
 */
export async function verifyLog(
  { db, clock, anchoring }: AuditingParts,
  { actor, anchorFile = anchoring.file, ...options }: VerifyLogOptions,
): Promise<ChainVerdict> {
  const lines = await findAnchorLines(anchorFile);
  const anchors = lines && anchorsOf(lines);
  const verdict = await verifyDatabase({ db, clock }, { anchors, ...options });
  await recordAudit(db, { at: clock.now(), actor, act: "verifyAudit", details: { verdict } });
  return verdict;
}
