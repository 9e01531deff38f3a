import type { FieldEvidence } from "../link-result.ts";
import { type Language, SENTENCES } from "./sentences.ts";

export type { Language };

/**
 * Says in one plain sentence what one row of evidence means, without its weight. Dates are written as the language
 * writes them; other values stand as they are given.
 */
export function explain(evidence: FieldEvidence, language: Language): string {
  const { fields, gender, otherGender, levels, missing } = SENTENCES[language];
  const field = fields[evidence.field];
  if (evidence.level === "missing") return missing(field, evidence.asked === null);
  const write = (value: string | null): string => {
    if (value === null) return "–";
    return evidence.field === "birthDate" ? writeDate(value, language) : value;
  };
  return levels[evidence.level]({
    field,
    ...(otherGender[evidence.field] ?? gender),
    asked: write(evidence.asked),
    found: write(evidence.found),
    isFoundOnly: evidence.asked === null,
  });
}

const LOCALES: Record<Language, string> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };

/** "1967-05-09" as "9. mai 1967" and "1967-05" as "mai 1967"; what is known less of stands as it is. */
function writeDate(iso: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso) ?? [];
  if (!year || !month) return iso;
  const date = new Date(`${year}-${month}-${day ?? "01"}T00:00:00Z`);
  return date.toLocaleDateString(LOCALES[language], {
    year: "numeric",
    month: "long",
    ...(day && { day: "numeric" as const }),
    timeZone: "UTC",
  });
}
