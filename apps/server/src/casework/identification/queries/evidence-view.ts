import { type FieldEvidenceView, findProfessionName, type Language } from "@varde/contract";
import { explain, type FieldEvidence } from "@varde/linkage";
import { maskNationalId } from "../../registers/index.ts";

/** A row of evidence as people are shown it: said in words, identity numbers masked unless they have been opened. */
export function evidenceView(
  row: FieldEvidence,
  language: Language,
  { numbersOpen = false } = {},
): FieldEvidenceView {
  const shown = row.field === "nationalId" && !numbersOpen ? rewrite(row, masked) : row;
  const named = (codes: string) => inWords(codes, language);
  const said = row.field === "profession" ? rewrite(shown, named) : shown;
  return { ...shown, sentence: explain(said, language) };
}

function rewrite(row: FieldEvidence, write: (value: string) => string): FieldEvidence {
  const { asked, found } = row;
  return { ...row, asked: asked === null ? null : write(asked), found: found === null ? null : write(found) };
}

/** The engine writes an identity number after the country it is of: "NO 15829945476". */
function masked(number: string): string {
  return `${number.slice(0, 3)}${maskNationalId(number.slice(3))}`;
}

/** The engine writes professions as codes with commas between; an unknown code stays as it is. */
function inWords(codes: string, language: Language): string {
  return codes
    .split(", ")
    .map((code) => findProfessionName(code, language) ?? code)
    .join(", ");
}
