const BY_START: readonly (readonly [string, string])[] = [
  ["%PDF-", "application/pdf"],
  ["\u0089PNG\r\n\u001a\n", "image/png"],
  ["\u00ff\u00d8\u00ff", "image/jpeg"],
  ["GIF8", "image/gif"],
  ["II*\u0000", "image/tiff"],
  ["MM\u0000*", "image/tiff"],
  ["{\\rtf", "application/rtf"],
];
const PACKED: Readonly<Record<string, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
};
const TEXT: Readonly<Record<string, string>> = { eml: "message/rfc822", csv: "text/csv", xml: "text/xml" };
const PROGRAM_START = /^(?:MZ|\u007fELF|#!|\u00cf\u00fa\u00ed\u00fe)/;
const PROGRAMS = new Set(
  "exe com scr bat cmd ps1 vbs vbe js mjs jse wsf wsh msi msp jar lnk hta pif cpl dll reg apk sh".split(" "),
);

/**
 * What a file is by its bytes; the name decides only between what looks the same. Nothing for programs, which are
 * never taken in, whatever they are called.
 */
export function fileTypeOf(fileName: string, bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  const extension = fileName.toLowerCase().split(".").at(-1) ?? "";
  if (PROGRAMS.has(extension) || PROGRAM_START.test(start)) return undefined;
  const known = BY_START.find(([beginning]) => start.startsWith(beginning));
  if (known) return known[1];
  if (start.startsWith("PK\u0003\u0004")) return PACKED[extension] ?? "application/zip";
  if (/^\s*(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html)/i.test(start)) return "text/html";
  const isText = start !== "" && /^[\t\n\f\r\u0020-\u00ff]*$/.test(start);
  return isText ? (TEXT[extension] ?? "text/plain") : "application/octet-stream";
}
