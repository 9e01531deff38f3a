import type { CaseActName, CaseView } from "@varde/contract/cases";
import type { CasePart } from "./parts-of-acts.ts";

/** Which parts of the page the case holds anything of. The others are shown by their acts alone. */
export function partsHeld(view: CaseView): Readonly<Record<CasePart, boolean>> {
  const { procedure, decisions } = view;
  const { state } = procedure;
  return {
    handover: state.stage === "handover" || (state.stage === "documentation" && state.returned !== null),
    assessment:
      state.stage === "assessment" ||
      procedure.track !== null ||
      procedure.findings.length > 0 ||
      procedure.proposal !== null,
    hearing: state.stage === "preNotice" || procedure.hearing !== null,
    decision: state.stage === "decision" || decisions.some(({ kind }) => kind === "decision"),
    effectuation: procedure.effectuation.length > 0,
    documents:
      state.stage === "documentation" || procedure.requests.length + procedure.translations.length > 0,
    lookUps: true,
    person: view.person !== null,
    alerts: true,
    priority: true,
    suspension: procedure.interimSuspension.status !== "none",
    appeal: Object.values(procedure.appeals).some(({ status }) => status !== "none"),
    questions: procedure.questions.length > 0,
    renunciation: procedure.renunciation.status !== "none",
    dismissal: procedure.dismissal !== null,
    controlPoints: view.controlPoints.length > 0 || Object.keys(procedure.ticks).length > 0,
    tasks: true,
    links: view.links.length > 0,
  };
}

const isOpen = ({ ended }: { readonly ended: unknown }) => ended === null;

/** Acts that concern something the case must hold. The procedure judges them when it knows what they concern. */
const CONCERNS: Partial<Record<CaseActName, (view: CaseView) => boolean>> = {
  takeAlertApart: ({ alerts }) => alerts.length > 1,
  recordReminder: ({ procedure }) => procedure.requests.some(isOpen),
  recordDocumentsReceived: ({ procedure }) => procedure.requests.some(isOpen),
  recordDocumentsPartly: ({ procedure }) => procedure.requests.some(isOpen),
  recordCannotShare: ({ procedure }) => procedure.requests.some(isOpen),
  recordNoAnswer: ({ procedure }) => procedure.requests.some(isOpen),
  recordSenderAnswer: ({ procedure }) => procedure.questions.some(isOpen),
  clearFlag: ({ procedure }) => procedure.flags.length > 0,
  clearControlPoint: ({ procedure }) => Object.keys(procedure.ticks).length > 0,
  pause: ({ procedure }) => procedure.pause === null,
  resume: ({ procedure }) => procedure.pause !== null,
  recordEffectuation: ({ procedure }) => procedure.effectuation.length > 0,
  take: ({ case: row }) => row.assignee === null,
  unlinkCases: ({ links }) => links.length > 0,
};

/** Whether the case holds something an act can concern. */
export const hasObject = (act: CaseActName, view: CaseView): boolean => CONCERNS[act]?.(view) ?? true;
