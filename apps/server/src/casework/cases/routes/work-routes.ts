import { type CaseView, caseRoutes, type Person } from "@varde/contract";
import { personActor, recordAudit } from "../../../platform/audit/index.ts";
import { type App, serve } from "../../../platform/http/index.ts";
import type { Refusal } from "../../../platform/rules/refusal.ts";
import type { CasesParts } from "../cases-parts.ts";
import { showCaseAfterAct } from "../showing/show-case.ts";
import { addNote } from "../work/add-note.ts";
import { listMyTasks } from "../work/list-my-tasks.ts";
import { listMentions, readMentions } from "../work/mentions.ts";
import { addTask, completeTask } from "../work/tasks.ts";
import { WORKS_ON_CASES } from "./case-routes.ts";

/** What is done in a case beside the procedure: notes and tasks. Every reading of them is audited. */
export function serveWork(app: App, parts: CasesParts): void {
  const { db, clock } = parts;
  const answer = async (
    refusal: Refusal | undefined,
    caseId: number,
    { id: personId, language }: Person,
  ): Promise<CaseView | Refusal> =>
    refusal ?? showCaseAfterAct(db, caseId, { personId, language, at: clock.now() });
  const audit = (person: Person, act: string, found: readonly number[]) =>
    recordAudit(db, { at: clock.now(), actor: personActor(person), act, details: { found } });

  serve(app, caseRoutes.addNote, { may: WORKS_ON_CASES }, async ({ params, body, person }) => {
    const worker = { caseId: params.id, personId: person.id };
    return answer(await addNote(parts, worker, body), params.id, person);
  });

  serve(app, caseRoutes.addTask, { may: WORKS_ON_CASES }, async ({ params, body, person }) => {
    const worker = { caseId: params.id, personId: person.id };
    const task = { ...body, due: body.due === undefined ? undefined : new Date(body.due) };
    return answer(await addTask(parts, worker, task), params.id, person);
  });

  serve(app, caseRoutes.completeTask, { may: WORKS_ON_CASES }, async ({ params, person }) => {
    const worker = { caseId: params.id, personId: person.id };
    return answer(await completeTask(parts, worker, params.taskId), params.id, person);
  });

  serve(app, caseRoutes.listMyTasks, { may: WORKS_ON_CASES }, async ({ person }) => {
    const tasks = await listMyTasks(db, person.id, clock.now());
    await audit(
      person,
      "listCaseTasks",
      tasks.map(({ id }) => id),
    );
    return { tasks };
  });

  serve(app, caseRoutes.listMentions, { may: "readCases" }, async ({ person }) => {
    const list = await listMentions(db, person.id, clock.now());
    await audit(
      person,
      "listCaseMentions",
      list.mentions.map(({ id }) => id),
    );
    return list;
  });

  serve(app, caseRoutes.readMentions, { may: "readCases" }, ({ body, person }) =>
    readMentions(db, person.id, { ids: body.ids, at: clock.now() }),
  );
}
