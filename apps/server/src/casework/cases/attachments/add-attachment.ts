import { createHash } from "node:crypto";
import { plainFileName } from "../../../platform/files/plain-file-name.ts";
import { invalid, isRefusal, type Refusal, refused } from "../../../platform/rules/refusal.ts";
import type { AttachmentParts } from "../cases-parts.ts";
import { type Worker, workOnCase } from "../work/work-on-case.ts";
import { insertAttachment } from "./attachments.sql.ts";
import { fileTypeOf } from "./file-type.rules.ts";
import { readPages } from "./read-pages.ts";

/** A file as somebody sends it. Nothing it says of itself is believed. */
export interface SentFile {
  readonly fileName: string;
  readonly content: Uint8Array;
  /** ISO 639-1, where the officer says. */
  readonly language?: string | undefined;
}

/** Keeps a file with a case: its bytes as they are, and the text that can be read from it. Returns its number. */
export async function addAttachment(
  parts: AttachmentParts,
  worker: Worker,
  { fileName: given, content, language }: SentFile,
): Promise<number | Refusal> {
  const fileName = plainFileName(given);
  if (content.length === 0) return invalid("fileEmpty");
  const mediaType = fileTypeOf(fileName, content);
  if (!mediaType) return invalid("fileIsProgram");
  const pages = await readPages(parts.reader, fileName, content);
  const sha256 = createHash("sha256").update(content).digest("hex");
  let added: number | undefined;
  const refusal = await workOnCase(parts, worker, "addAttachment", async ({ tx, ...by }) => {
    const file = { caseId: worker.caseId, sha256, bytes: content, fileName, mediaType, pages };
    added = await insertAttachment(tx, { ...file, language: language ?? null, ...by });
    return added === undefined ? refused("fileAlreadyInCase") : { attachmentId: added, sha256 };
  });
  if (isRefusal(refusal)) return refusal;
  if (added === undefined) throw new Error("A file was neither kept nor refused");
  return added;
}
