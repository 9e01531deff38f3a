import { caseRoutes, downloadAttachment, maskNumbersIn, type Person } from "@varde/contract";
import { refuseMasked, showNumbers } from "../../../access/index.ts";
import { personActor, recordAudit } from "../../../platform/audit/index.ts";
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

/**
 * The files of a case: adding, previewing as text, and downloading as they came. Identity numbers are masked and nothing
 * is downloaded until the reader has opened those of the case for a purpose. Every reading is audited.
 */
export function serveFiles(app: App, parts: AttachmentParts): void {
  const { db, clock } = parts;

  /** The file where the person may read its case, with an entry that it was read. */
  const readFile = async (
    { id, attachmentId }: { id: number; attachmentId: number },
    person: Person,
    act: "previewAttachment" | "downloadAttachment",
  ): Promise<{ attachment: AttachmentRow; numbersOpen: boolean } | Refusal> => {
    const opened = await openForReading(db, id, { personId: person.id, at: clock.now() });
    if (isRefusal(opened)) return opened;
    const attachment = await findAttachment(db, id, attachmentId);
    if (!attachment) return missing("noSuchAttachment", { attachment: attachmentId });
    const masked = await refuseMasked(db, person.id, { type: "case", id }, clock.now());
    if (masked && act === "downloadAttachment") return masked;
    const object = { type: "case", id: String(id) };
    const actor = personActor(person);
    await recordAudit(db, { at: clock.now(), actor, act, object, details: { attachmentId } });
    return { attachment, numbersOpen: masked === undefined };
  };

  serveUpload(
    app,
    caseRoutes.addAttachments,
    { may: WORKS_ON_CASES, largestFile: LARGEST_FILE, mostFiles: MOST_FILES },
    async ({ params, query, files, person }) => {
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

  const opening = { may: "openIdentityNumbers", stepUp: true } as const;
  serve(app, caseRoutes.openCaseNumbers, opening, async ({ params: { id }, body, person }) => {
    const reader = { personId: person.id, at: clock.now() };
    const opened = await openForReading(db, id, reader);
    return isRefusal(opened) ? opened : showNumbers(parts, person, { type: "case", id }, body.purpose);
  });

  serve(app, caseRoutes.previewAttachment, { may: "readCases" }, async ({ params, person }) => {
    const read = await readFile(params, person, "previewAttachment");
    if (isRefusal(read)) return read;
    const pages = await readPagesOf(db, read.attachment.id);
    return {
      attachment: attachmentView(read.attachment),
      pages: read.numbersOpen ? pages : pages.map((page) => maskNumbersIn(page)),
    };
  });

  serveFile(app, downloadAttachment, { may: "openIdentityNumbers" }, async ({ params, person }) => {
    const read = await readFile(params, person, "downloadAttachment");
    if (isRefusal(read)) return read;
    const { fileName, mediaType, id } = read.attachment;
    return { fileName, mediaType, content: await readBytesOf(db, id) };
  });
}
