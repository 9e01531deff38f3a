import type { FieldEvidence } from "../link-result.ts";
import { type Language, SENTENCES } from "./sentences.ts";

export type { Language };

/** Says in one plain sentence what one row of evidence means, without its weight. */
export function explain(evidence: FieldEvidence, language: Language): string {
  const { fields, levels, missing } = SENTENCES[language];
  const field = fields[evidence.field];
  if (evidence.level === "missing") return missing(field, evidence.asked === null);
  return levels[evidence.level]({
    field,
    asked: evidence.asked ?? "–",
    found: evidence.found ?? "–",
    isFoundOnly: evidence.asked === null,
  });
}
