import { type AuditChain, type AuditEntryView, type AuditRow, chainVerdict } from "@varde/contract";
import { chainHead, countUnsealed, latestAnchors } from "../../platform/audit/index.ts";
import type { AuditingParts } from "../auditing-parts.ts";
import { type ListedEntry, lastVerdict, type WholeEntry } from "./audit-entries.sql.ts";

/** An entry as a list shows it. */
export function auditRowOf({ at, ...entry }: ListedEntry): AuditRow {
  return { ...entry, at: at.toISOString() };
}

/** An entry whole. */
export function auditEntryOf({ at, sealedAt, ...entry }: WholeEntry): AuditEntryView {
  return { ...entry, at: at.toISOString(), sealedAt: sealedAt?.toISOString() ?? null };
}

/** How the chain stands now. */
export async function showChain({ db }: Pick<AuditingParts, "db">): Promise<AuditChain> {
  const [head, unsealed, anchors, last] = await Promise.all([
    chainHead(db),
    countUnsealed(db),
    latestAnchors(db),
    lastVerdict(db),
  ]);
  const verdict = chainVerdict.safeParse(last?.verdict);
  return {
    head: head.seq > 0 ? head : null,
    unsealed: unsealed.count,
    anchors: anchors.map(({ place, at, seq }) => ({ place, at: at.toISOString(), seq })),
    verified: last && verdict.success ? { at: last.at.toISOString(), verdict: verdict.data } : null,
  };
}
