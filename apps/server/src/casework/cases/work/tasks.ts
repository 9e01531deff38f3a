import { missing, type Refusal, refused } from "../../../platform/rules/refusal.ts";
import type { CasesParts } from "../cases-parts.ts";
import { findOfficer } from "../queue/officers.sql.ts";
import { finishTask, hasTask, insertTask } from "./work.sql.ts";
import { type Worker, workOnCase } from "./work-on-case.ts";

/** Adds a task in own words; one without an owner is for whoever has the case. The same request adds it once. */
export function addTask(
  parts: CasesParts,
  worker: Worker,
  {
    title,
    due,
    ownerId,
    requestId,
  }: { title: string; due?: Date | undefined; ownerId?: string | undefined; requestId?: string | undefined },
): Promise<Refusal | undefined> {
  return workOnCase(parts, worker, "addTask", async ({ tx, actor, at }) => {
    if (ownerId !== undefined && !(await findOfficer(tx, ownerId))) return missing("noSuchOfficer");
    const taskId = await insertTask(tx, { caseId: worker.caseId, title, ownerId, due, actor, at, requestId });
    return taskId === undefined ? undefined : { taskId };
  });
}

/** Says that a task is done. */
export function completeTask(
  parts: CasesParts,
  worker: Worker,
  taskId: number,
): Promise<Refusal | undefined> {
  return workOnCase(parts, worker, "completeTask", async ({ tx, actor, at }) => {
    const { caseId } = worker;
    if (await finishTask(tx, { caseId, taskId, actor, at })) return { taskId };
    const exists = await hasTask(tx, caseId, taskId);
    return exists
      ? refused("taskAlreadyDone", undefined, { task: taskId })
      : missing("noSuchTask", { task: taskId });
  });
}
