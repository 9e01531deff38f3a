import type { FieldEvidenceView, Language } from "@varde/contract";
import { explain, type FieldEvidence } from "@varde/linkage";
import { maskNationalId } from "../../registers/index.ts";

/** A row of evidence as people are shown it: identity numbers masked wherever they stand, and said in words. */
export function evidenceView(row: FieldEvidence, language: Language): FieldEvidenceView {
  const shown = row.field === "nationalId" ? maskNumbers(row) : row;
  return { ...shown, sentence: explain(shown, language) };
}

/** The engine writes an identity number after the country it is of: "NO 15829945476". */
function maskNumbers(row: FieldEvidence): FieldEvidence {
  const mask = (written: string | null) =>
    written === null ? null : `${written.slice(0, 3)}${maskNationalId(written.slice(3))}`;
  return { ...row, asked: mask(row.asked), found: mask(row.found) };
}
