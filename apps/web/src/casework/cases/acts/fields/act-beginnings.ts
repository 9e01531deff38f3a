import type { CaseActName, CaseView } from "@varde/contract/cases";
import { fieldsOf, type Written } from "./act-fields.ts";

/** What an act concerns that the reader has before their eyes: the newest version of the decision or the suspension. */
export function presetOf(act: CaseActName, { decisions }: CaseView): Readonly<Record<string, unknown>> {
  const newest = contentShownFor(act, decisions);
  return newest ? { contentHash: newest.contentHash } : {};
}

/** The version of the decision or suspension that an act is about, where it is bound to its content. */
export function contentShownFor(act: CaseActName, decisions: CaseView["decisions"]) {
  if (act === "approveDecision" || act === "recordDecisionSent")
    return decisions.find(({ kind }) => kind === "decision");
  if (act === "approveInterimSuspension") return decisions.find(({ kind }) => kind !== "decision");
  return undefined;
}

const HAPPENED_TODAY: ReadonlySet<string> = new Set(["sentOn", "receivedOn", "decidedOn"]);

/** What a form begins with: today where something is recorded as done, the only choice there is, and the last draft. */
export function beginningOf(act: CaseActName, view: CaseView, today: string): Written {
  const written = Object.fromEntries(
    fieldsOf(act)
      .filter(({ name }) => HAPPENED_TODAY.has(name))
      .map(({ name }) => [name, today]),
  );
  const { procedure, decisions } = view;
  const open = procedure.requests.filter(({ ended }) => ended === null);
  if (open.length === 1 && open[0]) written.requestId = String(open[0].id);
  const questions = procedure.questions.filter(({ ended }) => ended === null);
  if (questions.length === 1 && questions[0]) written.questionId = String(questions[0].id);
  if (act === "dismissCase" && procedure.dismissal) written.ground = procedure.dismissal.outcome;
  if (act !== "draftDecision") return written;
  const last = decisions.find(({ kind }) => kind === "decision");
  return {
    outcome: procedure.proposal?.outcome ?? last?.outcome ?? "",
    letter: last?.letter ?? "",
    conditions: last?.conditions.join("\n") ?? "",
    legalBases: last?.legalBases.map(({ key }) => key).join("\n") ?? "",
    effectiveOn: last?.effectiveFrom ?? today,
  };
}
