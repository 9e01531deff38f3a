import type { CaseFacts } from "../case-facts.ts";
import type { CaseAlert } from "../facts/surroundings.ts";

/** A Monday in working hours: when invented cases are opened. */
export const OPENED_AT = "2026-03-02T09:00:00.000Z";

/** A valid alert from Sweden of a revocation, confirmed by an officer. */
export function inventAlert(more: Partial<CaseAlert> = {}): CaseAlert {
  return {
    alertId: 1,
    alertNumber: "SE-2026-1",
    sendingCountry: "SE",
    status: "valid",
    measure: "revocation",
    decidedOn: "2026-02-14",
    receivedAt: "2026-02-27T07:00:00.000Z",
    identity: { state: "confirmed", byPerson: true },
    ...more,
  };
}

/** The facts about an invented nurse before a case is opened: all registers are still to be asked. */
export function inventUnopened(more: Partial<CaseFacts> = {}): CaseFacts {
  return {
    caseId: 1,
    units: { firstLine: "foerstelinje", secondLine: "andrelinje" },
    openedAt: OPENED_AT,
    stageSince: OPENED_AT,
    state: { stage: "unopened" },
    reopenings: 0,
    person: {
      hprNumber: 7_654_321,
      authorisations: [{ profession: "SP", inForce: true, prescribingRight: false, basisCountry: "SE" }],
      worksInNorway: true,
      worksWithPatients: true,
      dead: false,
      establishedBasis: null,
    },
    alerts: [inventAlert()],
    lookUps: {},
    flags: [],
    priority: null,
    assignments: {},
    ticks: {},
    attachments: [{ attachmentId: 1, language: "sv" }],
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
    tasks: [],
    ...more,
  };
}
