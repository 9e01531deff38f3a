import type { CaseWords, Language } from "@varde/contract";
import { legalBasesOn } from "../procedure/law/legal-bases.ts";
import { OUTCOME } from "../procedure/law/outcomes.ts";
import { PREDICATES } from "../procedure/predicates/index.ts";
import type { Sentence } from "../procedure/sentence.ts";
import { EFFECTUATION_LINE } from "../procedure/side/effectuation.ts";
import { STAGE } from "../procedure/stages.ts";
import { ACTS } from "../procedure/table/index.ts";
import { ACTION_SENTENCES } from "../procedure/texts/action-sentences.ts";
import { AWAITED_WORDS, CLOCK_WORDS } from "../procedure/texts/clock-words.ts";
import { CODE_SENTENCES } from "../procedure/texts/code-sentences.ts";
import { VALUE_WORDS } from "../procedure/texts/value-words.ts";
import { DEFAULT_WEIGHTS, PRIORITY_FACT } from "../procedure/triage/priority.rules.ts";
import { WORK_REFUSALS } from "./work-refusals.ts";

/** The procedure's own words in a language, and what a decision can rest on on a calendar day. */
export function caseWordsIn(language: Language, day: string): CaseWords {
  const { oldAfterDays, veryOldAfterDays } = DEFAULT_WEIGHTS;
  const inLanguage = (sentences: Readonly<Record<string, Sentence>>) =>
    mapped(sentences, (sentence) => sentence[language]);
  return {
    stages: mapped(STAGE, ({ name, enters, leaves }) => ({
      name: name[language],
      enters: enters[language],
      leaves: leaves[language],
    })),
    acts: mapped(ACTS, ({ name, law }) => ({ name: name[language], law: [...law] })),
    actions: inLanguage(ACTION_SENTENCES),
    clocks: inLanguage(CLOCK_WORDS),
    priorityFacts: mapped(PRIORITY_FACT, (sentence, fact) =>
      sentence[language].replace("{days}", String(fact === "alertOld" ? oldAfterDays : veryOldAfterDays)),
    ),
    values: {
      ...mapped(PREDICATES, ({ sentence }) => sentence[language]),
      ...inLanguage(AWAITED_WORDS),
      ...inLanguage(VALUE_WORDS),
      ...inLanguage(EFFECTUATION_LINE_NAMES),
      ...inLanguage(OUTCOME),
    },
    refusals: inLanguage({ ...CRITERION_SENTENCES, ...CODE_SENTENCES, ...WORK_REFUSALS }),
    legalBases: [...legalBasesOn(day)],
  };
}

const EFFECTUATION_LINE_NAMES = mapped(EFFECTUATION_LINE, ({ name }) => name);

/** Every way a criterion can fail, as "criterion.reason". */
const CRITERION_SENTENCES = Object.fromEntries(
  Object.entries(PREDICATES).flatMap(([name, { whyNot }]) =>
    Object.entries(whyNot).map(([reason, sentence]): [string, Sentence] => [`${name}.${reason}`, sentence]),
  ),
);

function mapped<T, U>(
  record: Readonly<Record<string, T>>,
  change: (one: T, code: string) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([code, one]) => [code, change(one, code)]));
}
