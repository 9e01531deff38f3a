import type { CaseView, Language } from "@varde/contract";
import type { Kysely } from "kysely";
import { findNumbersShown, judgeOnCase, readStanding, type Standing } from "../../../access/index.ts";
import { isRefusal, missing, type Refusal } from "../../../platform/rules/refusal.ts";
import { readAlertRows } from "../../identification/index.ts";
import { waysToAct } from "../acting/acting-officer.ts";
import { unitsOf } from "../acting/case-standing.rules.ts";
import { listAttachments } from "../attachments/list-attachments.ts";
import { findGatheredCase, type GatheredCase } from "../facts/gather-facts.ts";
import type { ActingOfficer } from "../procedure/circumstances.ts";
import { clocksOf } from "../procedure/clocks/deadlines.rules.ts";
import { timeSpent } from "../procedure/clocks/waiting.rules.ts";
import { nextActionsOf } from "../procedure/next-action/next-action.rules.ts";
import { priorityOf } from "../procedure/triage/priority.rules.ts";
import { caseRowView, nextActionView } from "../queue/case-row.ts";
import { listAway } from "../queue/officers.sql.ts";
import { readQueueRow } from "../queue/queue.sql.ts";
import { decisionView, linkView, lookUpView, noteView, taskView } from "./case-part-views.ts";
import { listDecisionVersions, listLinks, listLookUps, listNotes, listTasks } from "./case-parts.sql.ts";
import { abilityViews, controlPointViews, procedureView } from "./procedure-view.ts";

/** Who looks at a case, and when. */
export interface CaseReader {
  readonly personId: string;
  readonly language: Language;
  readonly at: Date;
}

/** A case a reader may read, with their standing in it. */
export interface ReadableCase {
  readonly gathered: GatheredCase;
  readonly standing: Standing;
  readonly ways: readonly ActingOfficer[];
}

/** The case where the reader may read it, else why not. */
export async function openForReading(
  db: Kysely<unknown>,
  caseId: number,
  { personId, at }: Pick<CaseReader, "personId" | "at">,
): Promise<ReadableCase | Refusal> {
  const gathered = await findGatheredCase(db, caseId, at);
  if (!gathered) return missing("noSuchCase", { case: caseId });
  const standing = await readStanding(db, personId, at);
  const ways = waysToAct(standing, { caseId, units: unitsOf(gathered.facts, at) });
  return isRefusal(ways) ? ways : { gathered, standing, ways };
}

/** A case with everything in it and what the reader may do; or why they may not read it. */
export async function showCase(
  db: Kysely<unknown>,
  caseId: number,
  reader: CaseReader,
): Promise<CaseView | Refusal> {
  const opened = await openForReading(db, caseId, reader);
  return isRefusal(opened) ? opened : viewOf(db, caseId, opened, reader);
}

/**
 * The case to the one who has just acted in it: also where the act has taken it out of their reach, as when it is handed
 * back. They can do nothing more then.
 */
export async function showCaseAfterAct(
  db: Kysely<unknown>,
  caseId: number,
  reader: CaseReader,
): Promise<CaseView> {
  const gathered = await findGatheredCase(db, caseId, reader.at);
  if (!gathered) throw new Error(`The case ${caseId} went away while it was acted in`);
  const standing = await readStanding(db, reader.personId, reader.at);
  const ways = waysToAct(standing, { caseId, units: unitsOf(gathered.facts, reader.at) });
  const { id, name } = standing.person;
  const onlyLooking = [{ person: { id, name }, permissions: new Set<string>() }];
  return viewOf(db, caseId, { gathered, standing, ways: isRefusal(ways) ? onlyLooking : ways }, reader);
}

async function viewOf(
  db: Kysely<unknown>,
  caseId: number,
  { gathered: { record, facts, person }, standing, ways }: ReadableCase,
  { personId, at, language }: CaseReader,
): Promise<CaseView> {
  const instant = at.toISOString();
  const [own] = ways;
  const row = await readQueueRow(db, caseId);
  if (!row || !own) throw new Error(`The case ${caseId} went away while it was read`);
  const away = new Set((await listAway(db, at)).map(({ personId }) => personId));
  const links = (await listLinks(db, caseId)).filter(
    ({ caseId: other, units }) => !isRefusal(judgeOnCase(standing, "readCases", { caseId: other, units })),
  );
  const numbersUntil = await findNumbersShown(db, personId, { type: "case", id: caseId }, at);
  const alertIds = record.alerts.map(({ alertId }) => alertId);
  const { level, score, facts: weighed } = priorityOf(facts, instant);
  return {
    case: caseRowView(row, { away, at }),
    person: person ?? null,
    numbersOpenUntil: numbersUntil?.toISOString() ?? null,
    procedure: procedureView(facts),
    computedPriority: { level, score, facts: weighed },
    alerts: await readAlertRows(db, alertIds),
    lookUps: (await listLookUps(db, caseId)).map(lookUpView),
    attachments: await listAttachments(db, caseId),
    nextActions: nextActionsOf(facts, instant).map(nextActionView),
    decisions: (await listDecisionVersions(db, caseId)).map(decisionView),
    controlPoints: controlPointViews(facts, own, { at: instant, language }),
    tasks: (await listTasks(db, caseId)).map(taskView),
    deadlines: clocksOf(facts, instant).map(({ name, law = null, ...clock }) => ({
      code: name,
      law,
      ...clock,
    })),
    notes: (await listNotes(db, caseId)).map(noteView),
    links: links.map(linkView),
    time: timeSpent(facts, facts.openedAt, instant),
    abilities: abilityViews(facts, ways, { at: instant, language }),
  };
}
