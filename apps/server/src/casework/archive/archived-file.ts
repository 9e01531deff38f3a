import { createHash } from "node:crypto";
import type { ArchivedFile } from "./archived-case.ts";

const EXTENSION: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "application/rtf": "rtf",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/zip": "zip",
  "image/gif": "gif",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/tiff": "tif",
  "message/rfc822": "eml",
  "text/csv": "csv",
  "text/html": "html",
  "text/plain": "txt",
  "text/xml": "xml",
};
const DIGITS_OF_NAME = 32;

/** Formats a deposit may hold for good (riksarkivarens forskrift § 5-17) that can be told from the media type alone. */
const LASTING = new Set(["text/plain", "image/tiff", "text/xml"]);

/** A plain text written for the archive. Line ends become those of the archive's own text files. */
export function textFile(fileName: string, written: string): ArchivedFile {
  const text = `${written.replace(/\r\n?/g, "\n").toWellFormed().trimEnd()}\n`;
  const bytes = Buffer.from(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { sha256, size: bytes.length, mediaType: "text/plain", fileName, text };
}

/** What a received message or file most likely is, by its name alone; a mail where the name does not say. */
export function mediaTypeOfMessage(fileName: string | null): string {
  const extension = fileName?.toLowerCase().split(".").at(-1);
  return Object.keys(EXTENSION).find((mediaType) => EXTENSION[mediaType] === extension) ?? "message/rfc822";
}

/** The ending of a file's name, by what it is and never by what it was called. */
export function extensionOf({ mediaType }: Pick<ArchivedFile, "mediaType">): string {
  return EXTENSION[mediaType] ?? "bin";
}

/** The name of the file in a delivery: letters every file system takes, the same bytes always under the same name. */
export function deliveredNameOf(file: Pick<ArchivedFile, "sha256" | "mediaType">): string {
  return `${file.sha256.slice(0, DIGITS_OF_NAME)}.${extensionOf(file)}`;
}

/** Whether the file stands in a format made to last. Others are delivered as they came, as production format. */
export function isLasting({ mediaType }: Pick<ArchivedFile, "mediaType">): boolean {
  return LASTING.has(mediaType);
}
