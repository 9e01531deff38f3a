import { createHash } from "node:crypto";
import type { DecisionToWrite } from "./effects.sql.ts";

/**
 * SHA-256 in hex over everything that is decided, in one fixed order. Approval is bound to it: a changed comma is
 * another decision.
 */
export function contentHashOf(
  of: Omit<DecisionToWrite, "contentHash"> & { readonly until?: string },
): string {
  const { kind, outcome, letter, conditions, legalBases, effectiveFrom, until = null } = of;
  const bases = legalBases.map(({ key, provision, text, validFrom, validUntil }) => [
    key,
    provision,
    text,
    validFrom,
    validUntil,
  ]);
  const content = JSON.stringify([kind, outcome, letter, conditions, bases, effectiveFrom, until]);
  return createHash("sha256").update(content).digest("hex");
}
