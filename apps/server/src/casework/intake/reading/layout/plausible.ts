import { readCountry } from "../values/countries.ts";
import { readDate } from "../values/dates.ts";
import { readProfession } from "../values/professions.ts";
import { fold } from "../vocabulary/fold.ts";
import { type LabelTarget, notProvided, openEnded, sexWords } from "../vocabulary/vocabulary.ts";

type Check = (text: string, folded: string) => boolean | undefined;

const LATEST_YEAR = 2099;
const LONGEST_NUMBER = 60;

const isDate: Check = (text) => !("problem" in readDate(text, { order: "dmy", latestYear: LATEST_YEAR }));
const isCountry: Check = (text) => readCountry(text) !== undefined;
const isNumber: Check = (text) => /\d/.test(text) && text.length <= LONGEST_NUMBER;

const CHECKS: Partial<Record<LabelTarget, Check>> = {
  birthDate: isDate,
  decisionDate: isDate,
  effectiveFrom: isDate,
  effectiveUntil: (text, folded) => openEnded.has(folded) || isDate(text, folded),
  sex: (_, folded) => sexWords.has(folded),
  sendingCountry: isCountry,
  nationality: isCountry,
  profession: (text) => readProfession(text) !== undefined || undefined,
  alertNumber: isNumber,
  nationalId: isNumber,
  registrationNumber: isNumber,
};

/** Whether a text can be the value of a target: yes, no, or unsure (undefined) for targets that take any text. */
export function isPlausible(target: LabelTarget | undefined, text: string): boolean | undefined {
  const folded = fold(text);
  if (notProvided.has(folded)) return true;
  return target && CHECKS[target]?.(text, folded);
}
