import { caseRoutes, downloadAttachment, type Person } from "@varde/contract";
import { personActor, recordAudit, recordForbidden } from "../../../platform/audit/index.ts";
import { type App, serve, serveFile, serveUpload } from "../../../platform/http/index.ts";
import { isRefusal, missing, type Refusal } from "../../../platform/rules/refusal.ts";
import { addAttachment } from "../attachments/add-attachment.ts";
import {
  type AttachmentRow,
  findAttachment,
  readBytesOf,
  readPagesOf,
} from "../attachments/attachments.sql.ts";
import { attachmentView, listAttachments } from "../attachments/list-attachments.ts";
import type { AttachmentParts } from "../cases-parts.ts";
import { openForReading } from "../showing/show-case.ts";
import { WORKS_ON_CASES } from "./case-routes.ts";

const LARGEST_FILE = 25 * 1024 * 1024;
const MOST_FILES = 20;

/** The files of a case: adding, previewing as text, and downloading as they came. Every reading is audited. */
export function serveFiles(app: App, parts: AttachmentParts): void {
  const { db, clock } = parts;
  const noted = recordForbidden(parts);

  /** The file where the person may read its case, with an entry that it was read. */
  const readFile = async (
    { id, attachmentId }: { id: number; attachmentId: number },
    person: Person,
    act: "previewAttachment" | "downloadAttachment",
  ): Promise<AttachmentRow | Refusal> => {
    const opened = await openForReading(db, id, { personId: person.id, at: clock.now() });
    if (isRefusal(opened)) return opened;
    const attachment = await findAttachment(db, id, attachmentId);
    if (!attachment) return missing("noSuchAttachment", { attachment: attachmentId });
    const object = { type: "case", id: String(id) };
    const actor = personActor(person);
    await recordAudit(db, { at: clock.now(), actor, act, object, details: { attachmentId } });
    return attachment;
  };

  serveUpload(
    app,
    caseRoutes.addAttachments,
    { may: WORKS_ON_CASES, largestFile: LARGEST_FILE, mostFiles: MOST_FILES },
    async ({ params, query, files, ...asking }) => {
      const worker = { caseId: params.id, personId: asking.person.id };
      const added = new Set<number>();
      const refused: { fileName: string; code: string }[] = [];
      for await (const { fileName, content } of files) {
        const outcome = await addAttachment(parts, worker, { fileName, content, language: query.language });
        if (!isRefusal(outcome)) added.add(outcome);
        else if (outcome.refusal === "missing" || outcome.refusal === "forbidden")
          return noted(outcome, asking);
        else refused.push({ fileName, code: outcome.code });
      }
      const attachments = await listAttachments(db, params.id);
      return { added: attachments.filter(({ id }) => added.has(id)), refused };
    },
  );

  serve(app, caseRoutes.previewAttachment, { may: "readCases" }, async ({ params, ...asking }) => {
    const attachment = await noted(await readFile(params, asking.person, "previewAttachment"), asking);
    if (isRefusal(attachment)) return attachment;
    return { attachment: attachmentView(attachment), pages: await readPagesOf(db, attachment.id) };
  });

  serveFile(app, downloadAttachment, { may: "readCases" }, async ({ params, ...asking }) => {
    const attachment = await noted(await readFile(params, asking.person, "downloadAttachment"), asking);
    if (isRefusal(attachment)) return attachment;
    const { fileName, mediaType, id } = attachment;
    return { fileName, mediaType, content: await readBytesOf(db, id) };
  });
}
