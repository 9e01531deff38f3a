import type { KeptFacts } from "../facts/kept-facts.ts";

/** The units that own cases, by line, unless the organisation says otherwise. */
export const UNITS_OF_LINES = { firstLine: "foerstelinje", secondLine: "andrelinje" } as const;

/** The facts of a case before its first act. `at` is an ISO instant. */
export function unopenedFacts(at: string): KeptFacts {
  return {
    units: UNITS_OF_LINES,
    openedAt: at,
    stageSince: at,
    state: { stage: "unopened" },
    reopenings: 0,
    flags: [],
    priority: null,
    assigned: {},
    ticks: {},
    translations: [],
    requests: [],
    questions: [],
    track: null,
    findings: [],
    proposal: null,
    secondReading: null,
    hearing: null,
    decision: null,
    formerDecisions: [],
    effectuation: [],
    interimSuspension: { status: "none" },
    appeals: { decision: { status: "none" }, interimSuspension: { status: "none" } },
    renunciation: { status: "none" },
    dismissal: null,
    pause: null,
    formerPauses: [],
    establishedBasis: null,
  };
}
