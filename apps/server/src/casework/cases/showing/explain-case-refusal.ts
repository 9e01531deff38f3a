import type { Language } from "@varde/contract";
import { type Explained, explainRefusal, filled } from "../procedure/index.ts";
import { WORK_REFUSALS } from "./work-refusals.ts";

/** Why something in a case is refused, by the procedure or beside it, in words; nothing for a code of others. */
export function explainCaseRefusal(refusal: Explained, language: Language): string | undefined {
  const { code, params = {} } = refusal;
  const sentence = WORK_REFUSALS[code];
  return explainRefusal(refusal, language) ?? (sentence && filled(sentence, params, language));
}
