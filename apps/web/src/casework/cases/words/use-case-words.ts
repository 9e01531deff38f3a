import { type CaseWords, caseRoutes, type NextActionView } from "@varde/contract/cases";
import { useMemo } from "react";
import { useRead } from "../../../platform/api/read.ts";
import { useLanguage } from "../../../platform/i18n/language.tsx";

/** The procedure's own words in the reader's language. */
export interface SaidCaseWords {
  readonly stage: (code: string) => string;
  readonly act: (code: string) => string;
  readonly clock: (code: string) => string;
  readonly fact: (code: string) => string;
  /** Outcomes, registers, lines of the checklist, states of side matters, criteria. */
  readonly value: (code: string) => string;
  readonly action: (action: Pick<NextActionView, "code" | "params">) => string;
  /** The provisions an act stands on. */
  readonly law: (act: string) => readonly string[];
}

const NONE: CaseWords = {
  stages: {},
  acts: {},
  actions: {},
  clocks: {},
  priorityFacts: {},
  values: {},
  refusals: {},
  legalBases: [],
};

/** Reads the procedure's words once; codes stand for themselves until they are there. */
export function useCaseWords(): SaidCaseWords {
  const { language } = useLanguage();
  const { data } = useRead(caseRoutes.getCaseWords, { query: { language } });
  return useMemo(() => {
    const { stages, acts, actions, clocks, priorityFacts, values } = data ?? NONE;
    const any = (code: string): string => values[code] ?? stages[code]?.name ?? acts[code]?.name ?? code;
    const listed = (value: string | number) =>
      typeof value === "number" ? String(value) : value.split(", ").map(any).join(", ");
    return {
      stage: (code) => stages[code]?.name ?? code,
      act: (code) => acts[code]?.name ?? code,
      clock: (code) => clocks[code] ?? code,
      fact: (code) => priorityFacts[code] ?? code,
      value: any,
      law: (act) => acts[act]?.law ?? [],
      action: ({ code, params = {} }) =>
        (actions[code] ?? code).replace(/\{(\w+)\}/g, (_mark, name: string) => listed(params[name] ?? "")),
    };
  }, [data]);
}
