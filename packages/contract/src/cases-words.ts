import { z } from "zod";
import { legalBasisText } from "./cases-views.ts";

const named = z.record(z.string(), z.string());

/**
 * The procedure's own words in one language, by code: the server has them from the table it is run by, so that page,
 * guide and refusals say the same. `{name}` in an action is filled from the action's parameters, themselves codes of
 * `values` where they are no text of their own.
 */
export const caseWords = z
  .object({
    stages: z.record(z.string(), z.object({ name: z.string(), enters: z.string(), leaves: z.string() })),
    acts: z.record(z.string(), z.object({ name: z.string(), law: z.array(z.string()) })),
    actions: named,
    clocks: named,
    priorityFacts: named,
    /** Everything else that has a code: outcomes, registers, lines of the checklist, states of side matters, criteria. */
    values: named,
    /** Why an act is refused: by code, or "code.reason" where a criterion can fail in several ways; `{name}` as in actions. */
    refusals: named,
    /** What a decision can rest on today, in the order of the law. */
    legalBases: z.array(legalBasisText),
  })
  .meta({ id: "CaseWords" });
export type CaseWords = z.infer<typeof caseWords>;
