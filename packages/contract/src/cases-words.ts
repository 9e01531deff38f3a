import { z } from "zod";

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
  })
  .meta({ id: "CaseWords" });
export type CaseWords = z.infer<typeof caseWords>;
