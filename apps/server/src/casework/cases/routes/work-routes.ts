import { type CaseView, caseRoutes, downloadAttachment, type Person } from "@varde/contract";
import { readStanding } from "../../../access/index.ts";
import { personActor, recordAudit } from "../../../platform/audit/index.ts";
import { type App, serve, serveFile, serveUpload } from "../../../platform/http/index.ts";
import { isRefusal, missing, type Refusal } from "../../../platform/rules/refusal.ts";
import { addAttachment } from "../attachments/add-attachment.ts";
import { findAttachment, readBytesOf, readPagesOf } from "../attachments/attachments.sql.ts";
import { attachmentView, listAttachments } from "../attachments/list-attachments.ts";
import type { AttachmentParts } from "../cases-parts.ts";
import { taskView } from "../showing/case-part-views.ts";
import { openForReading, showCaseAfterAct } from "../showing/show-case.ts";
import { addNote } from "../work/add-note.ts";
import { listMentions, readMentions } from "../work/mentions.ts";
import { addTask, completeTask } from "../work/tasks.ts";
import { listOpenTasks } from "../work/work.sql.ts";
import { WORKS_ON_CASES } from "./case-routes.ts";

const LARGEST_FILE = 25 * 1024 * 1024;
const MOST_FILES = 20;

/** What is done in a case beside the procedure: notes, tasks and files. */
export function serveWork(app: App, parts: AttachmentParts): void {
  const { db, clock } = parts;
  const answer = async (
    refusal: Refusal | undefined,
    caseId: number,
    person: Person,
  ): Promise<CaseView | Refusal> =>
    refusal ??
    showCaseAfterAct(db, caseId, { personId: person.id, language: person.language, at: clock.now() });

  const audit = (person: Person, act: string, details: Record<string, unknown>) =>
    recordAudit(db, { at: clock.now(), actor: personActor(person), act, details });

  serve(app, caseRoutes.addNote, { may: WORKS_ON_CASES }, async ({ params, body, person }) =>
    answer(await addNote(parts, { caseId: params.id, personId: person.id }, body), params.id, person),
  );

  serve(app, caseRoutes.addTask, { may: WORKS_ON_CASES }, async ({ params, body, person }) => {
    const task = { ...body, due: body.due === undefined ? undefined : new Date(body.due) };
    return answer(await addTask(parts, { caseId: params.id, personId: person.id }, task), params.id, person);
  });

  serve(app, caseRoutes.completeTask, { may: WORKS_ON_CASES }, async ({ params, person }) =>
    answer(
      await completeTask(parts, { caseId: params.id, personId: person.id }, params.taskId),
      params.id,
      person,
    ),
  );

  serve(app, caseRoutes.listMyTasks, { may: WORKS_ON_CASES }, async ({ person }) => {
    const { standsInFor, excludedCases } = await readStanding(db, person.id, clock.now());
    const own = [person.id, ...standsInFor.map((absence) => absence.person.id)];
    const tasks = await listOpenTasks(db, own, [...excludedCases]);
    await audit(person, "listCaseTasks", { found: tasks.map(({ id }) => id) });
    return {
      tasks: tasks.map(({ caseId, number, ...task }) => ({
        caseId,
        number,
        ...taskView({ ...task, doneAt: null, doneBy: null }),
      })),
    };
  });

  serve(app, caseRoutes.listMentions, { may: "readCases" }, async ({ person }) => {
    const list = await listMentions(db, person.id, clock.now());
    await audit(person, "listCaseMentions", { found: list.mentions.map(({ id }) => id) });
    return list;
  });

  serve(app, caseRoutes.readMentions, { may: "readCases" }, ({ body, person }) =>
    readMentions(db, person.id, { ids: body.ids, at: clock.now() }),
  );

  serveFiles(app, parts);
}

function serveFiles(app: App, parts: AttachmentParts): void {
  const { db, clock } = parts;
  const find = async (
    { id, attachmentId }: { id: number; attachmentId: number },
    person: Person,
    act: string,
  ) => {
    const opened = await openForReading(db, id, { personId: person.id, at: clock.now() });
    if (isRefusal(opened)) return opened;
    const attachment = await findAttachment(db, id, attachmentId);
    if (!attachment) return missing("noSuchAttachment", { attachment: attachmentId });
    await recordAudit(db, {
      at: clock.now(),
      actor: personActor(person),
      act,
      object: { type: "case", id: String(id) },
      details: { attachmentId },
    });
    return attachment;
  };

  serveUpload(
    app,
    caseRoutes.addAttachments,
    { may: WORKS_ON_CASES, largestFile: LARGEST_FILE, mostFiles: MOST_FILES },
    async ({ params, query, person, files }) => {
      const worker = { caseId: params.id, personId: person.id };
      const added = new Set<number>();
      const refused: { fileName: string; code: string }[] = [];
      for await (const { fileName, content } of files) {
        const outcome = await addAttachment(parts, worker, { fileName, content, language: query.language });
        if (!isRefusal(outcome)) added.add(outcome);
        else if (outcome.refusal === "missing" || outcome.refusal === "forbidden") return outcome;
        else refused.push({ fileName, code: outcome.code });
      }
      const attachments = await listAttachments(db, params.id);
      return { added: attachments.filter(({ id }) => added.has(id)), refused };
    },
  );

  serve(app, caseRoutes.previewAttachment, { may: "readCases" }, async ({ params, person }) => {
    const attachment = await find(params, person, "previewAttachment");
    if (isRefusal(attachment)) return attachment;
    return { attachment: attachmentView(attachment), pages: await readPagesOf(db, attachment.id) };
  });

  serveFile(app, downloadAttachment, { may: "readCases" }, async ({ params, person }) => {
    const attachment = await find(params, person, "downloadAttachment");
    if (isRefusal(attachment)) return attachment;
    const { fileName, mediaType, id } = attachment;
    return { fileName, mediaType, content: await readBytesOf(db, id) };
  });
}
