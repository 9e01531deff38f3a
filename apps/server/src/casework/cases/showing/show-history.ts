import type { CaseHistoryEntry, caseRoutes, Language, RouteResponse } from "@varde/contract";
import type { Kysely } from "kysely";
import { actorView } from "../acting/doer.ts";
import type { KeptFacts, Picture } from "../facts/kept-facts.ts";
import { unopenedFacts } from "../opening/unopened-facts.ts";
import type { ActName } from "../procedure/acts/act-names.ts";
import { ACTS } from "../procedure/table/index.ts";
import { type ActRow, findActAt, listActs, pictureAt } from "./history.sql.ts";

/** What officers do beside the procedure, in words. */
const WORK: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  undo: { nb: "Angre", nn: "Angre", en: "Undo" },
  addNote: { nb: "Skriv notat", nn: "Skriv notat", en: "Write a note" },
  addTask: { nb: "Lag oppgave", nn: "Lag oppgåve", en: "Add a task" },
  completeTask: { nb: "Fullfør oppgave", nn: "Fullfør oppgåve", en: "Complete a task" },
  addAttachment: { nb: "Legg ved dokument", nn: "Legg ved dokument", en: "Attach a document" },
};

/** A page of the history of a case, newest first. */
export async function showHistory(
  db: Kysely<unknown>,
  caseId: number,
  { before, limit, language }: { before?: number | undefined; limit: number; language: Language },
): Promise<RouteResponse<typeof caseRoutes.getCaseHistory>> {
  const acts = await listActs(db, caseId, { before, limit });
  return {
    entries: acts.map((act) => historyEntry(act, language)),
    next: acts.length < limit ? null : (acts.at(-1)?.id ?? null),
  };
}

/** The case as it stood at an instant, rebuilt from its acts; nothing where it was not yet opened. */
export async function showCaseAsOf(
  db: Kysely<unknown>,
  caseId: number,
  { at, language }: { at: Date; language: Language },
): Promise<RouteResponse<typeof caseRoutes.getCaseAsOf>> {
  const act = await findActAt(db, caseId, at);
  if (!act) return { at: at.toISOString(), act: null, procedure: null };
  const picture = await pictureAt(db, caseId, at);
  return {
    at: at.toISOString(),
    act: historyEntry(act, language),
    procedure: procedureOf(picture),
  };
}

/** Facts that no act had touched yet stand as they do before the first act. */
function procedureOf(picture: Picture): RouteResponse<typeof caseRoutes.getCaseAsOf>["procedure"] {
  const { state, ...facts } = {
    ...unopenedFacts(String(picture.openedAt)),
    ...(picture as Partial<KeptFacts>),
  };
  return state.stage === "unopened" ? null : { ...facts, state };
}

function historyEntry({ actor, onBehalfOf, at, ...act }: ActRow, language: Language): CaseHistoryEntry {
  return {
    ...act,
    sentence: sentenceOf(act.act, language),
    at: at.toISOString(),
    by: actorView(actor),
    onBehalfOf: onBehalfOf && actorView(onBehalfOf),
  };
}

function sentenceOf(act: string, language: Language): string {
  return (act in ACTS ? ACTS[act as ActName].name : WORK[act])?.[language] ?? act;
}
