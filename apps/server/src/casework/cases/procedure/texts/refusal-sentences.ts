import type { RefusalParams } from "../../../../platform/rules/refusal.ts";
import { OUTCOME } from "../law/outcomes.ts";
import { PREDICATES, type PredicateName } from "../predicates/index.ts";
import type { Sentence } from "../sentence.ts";
import { EFFECTUATION_LINE } from "../side/effectuation.ts";
import { STAGE } from "../stages.ts";
import { ACTS } from "../table/index.ts";
import { CODE_SENTENCES } from "./code-sentences.ts";
import { VALUE_WORDS } from "./value-words.ts";

/** The words of every value that fills a sentence: stages, acts, outcomes, lines of the checklist and the like. */
const WORDS: Readonly<Record<string, Sentence>> = {
  ...Object.fromEntries(Object.entries(STAGE).map(([stage, { name }]) => [stage, name])),
  ...Object.fromEntries(Object.entries(ACTS).map(([act, { name }]) => [act, name])),
  ...Object.fromEntries(Object.entries(EFFECTUATION_LINE).map(([line, { name }]) => [line, name])),
  ...OUTCOME,
  ...VALUE_WORDS,
};

/** The part of a refusal that its sentence is made of. */
export interface Explained {
  readonly code: string;
  readonly params?: RefusalParams;
}

/** Why an act may not be done, in the reader's language; nothing for a code that is not the procedure's. */
export function explainRefusal(
  { code, params = {} }: Explained,
  language: keyof Sentence,
): string | undefined {
  const criterion = code in PREDICATES ? PREDICATES[code as PredicateName] : undefined;
  const sentence = criterion ? criterion.whyNot[String(params.reason)] : CODE_SENTENCES[code];
  return sentence && filled(sentence, params, language);
}

/** A sentence with its `{names}` filled from the refusal; codes among the values become words. */
export function filled(sentence: Sentence, params: RefusalParams, language: keyof Sentence): string {
  return sentence[language].replace(/\{(\w+)\}/g, (mark, name: string) =>
    inWords(params[name] ?? mark, language),
  );
}

function inWords(value: string | number, language: keyof Sentence): string {
  if (typeof value === "number") return String(value);
  return value
    .split(", ")
    .map((part) => WORDS[part]?.[language] ?? part)
    .join(", ");
}
