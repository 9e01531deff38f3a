import { chainVerdict, type DoctorCheck } from "@varde/contract";
import { chainHead, countUnsealed, latestAnchors } from "../platform/audit/index.ts";
import { ailing, fine } from "../platform/doctor/doctor-check.ts";
import type { AuditingParts } from "./auditing-parts.ts";
import { lastVerdict } from "./entries/audit-entries.sql.ts";

const MINUTES_5 = 300_000;
const DAY = 86_400_000;

/** Looks at whether the audit log is sealed, anchored outside the database, and whole. Throws when the database fails. */
export async function auditingDoctorChecks(parts: AuditingParts): Promise<DoctorCheck[]> {
  return [await checkSeals(parts), await checkAnchor(parts), await checkVerdict(parts)];
}

async function checkSeals({ db, clock }: AuditingParts): Promise<DoctorCheck> {
  const { count, since } = await countUnsealed(db);
  if (since === null || clock.now().getTime() - since.getTime() < MINUTES_5)
    return fine("auditSeals", "auditSealed");
  const advice = "Entries get their place in the chain while varde serve or varde worker runs. Start one.";
  return ailing("auditSeals", "warning", "auditUnsealed", advice, { count, since: since.toISOString() });
}

async function checkAnchor({ db, clock, anchoring }: AuditingParts): Promise<DoctorCheck> {
  const { seq } = await chainHead(db);
  const latest = (await latestAnchors(db)).sort((a, b) => b.at.getTime() - a.at.getTime())[0];
  const place = anchoring.witness?.place ?? anchoring.file;
  if (seq === 0 || (latest && (latest.seq === seq || clock.now().getTime() - latest.at.getTime() < DAY)))
    return fine("auditAnchor", "auditAnchored", { place });
  const advice = `See that ${anchoring.file} can be written, or set VARDE_AUDIT_ANCHOR to a file that can, best on another machine.`;
  return ailing("auditAnchor", "error", "auditNotAnchored", advice, {
    place,
    behind: seq - (latest?.seq ?? 0),
  });
}

async function checkVerdict({ db }: AuditingParts): Promise<DoctorCheck> {
  const last = await lastVerdict(db);
  const verdict = chainVerdict.safeParse(last?.verdict);
  if (!last || !verdict.success) return fine("auditChain", "auditNotVerifiedYet");
  const { whole, fault, entries } = verdict.data;
  if (whole) return fine("auditChain", "auditWhole", { entries, at: last.at.toISOString() });
  const advice =
    "Somebody or something has changed the audit log past Varde. Keep the database as it is, tell those responsible for security, and run varde audit verify.";
  return ailing("auditChain", "error", "auditBroken", advice, {
    entry: fault?.seq ?? 0,
    how: fault?.how ?? "",
  });
}
