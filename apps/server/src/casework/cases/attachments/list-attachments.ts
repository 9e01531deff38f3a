import type { AttachmentView } from "@varde/contract";
import type { Kysely } from "kysely";
import { actorView } from "../acting/doer.ts";
import { type AttachmentRow, listAttachmentRows } from "./attachments.sql.ts";

/** The files of a case as the page shows them, oldest first. */
export async function listAttachments(db: Kysely<unknown>, caseId: number): Promise<AttachmentView[]> {
  return (await listAttachmentRows(db, caseId)).map(attachmentView);
}

/** A file as the page shows it. */
export function attachmentView({ actor, at, ...attachment }: AttachmentRow): AttachmentView {
  return { ...attachment, by: actorView(actor), addedAt: at.toISOString() };
}
