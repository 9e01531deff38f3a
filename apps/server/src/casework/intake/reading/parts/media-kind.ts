import { extensionOf } from "./file-name.ts";

/** What a part's bytes are, decided by their first bytes before the name and the declared type. */
export type MediaKind =
  | "text"
  | "html"
  | "pdf"
  | "xml"
  | "csv"
  | "workbook"
  | "docx"
  | "zip"
  | "message"
  | "image"
  | "signature"
  | "winmail"
  | "archive"
  | "program"
  | "other";

const BY_EXTENSION: Record<string, MediaKind> = {
  txt: "text",
  text: "text",
  htm: "html",
  html: "html",
  xhtml: "html",
  pdf: "pdf",
  xml: "xml",
  csv: "csv",
  tsv: "csv",
  xlsx: "workbook",
  xlsm: "workbook",
  xlsb: "workbook",
  xls: "workbook",
  ods: "workbook",
  docx: "docx",
  zip: "zip",
  eml: "message",
  p7s: "signature",
  asc: "signature",
  sig: "signature",
  vcf: "signature",
  ics: "signature",
  ...Object.fromEntries(
    "png jpg jpeg gif bmp webp svg ico tif tiff heic".split(" ").map((name) => [name, "image"]),
  ),
  ...Object.fromEntries("rar 7z gz tgz tar bz2 xz cab iso".split(" ").map((name) => [name, "archive"])),
  ...Object.fromEntries(
    "exe com scr bat cmd ps1 vbs vbe js jse wsf wsh msi msp jar lnk hta pif cpl dll reg apk"
      .split(" ")
      .map((name) => [name, "program"]),
  ),
};

const BY_TYPE: [RegExp, MediaKind][] = [
  [/^text\/html|^application\/xhtml/, "html"],
  [/^text\/csv|^text\/tab-separated|^application\/csv/, "csv"],
  [/^text\/(?:calendar|(?:x-)?vcard)|pkcs7-signature|pgp-signature|pgp-keys/, "signature"],
  [/^(?:text|application)\/xml|\+xml$/, "xml"],
  [/^application\/pdf/, "pdf"],
  [/spreadsheet|ms-excel/, "workbook"],
  [/wordprocessingml/, "docx"],
  [/^application\/(?:x-)?zip/, "zip"],
  [/^message\/(?:rfc822|global)$/, "message"],
  [/ms-tnef/, "winmail"],
  [/^image\//, "image"],
  [/^application\/(?:x-msdownload|x-dosexec|x-msdos-program|java-archive|hta)/, "program"],
  [/^application\/(?:x-rar|vnd\.rar|x-7z|gzip|x-gzip|x-tar|x-bzip)/, "archive"],
  [/^text\/|^message\/delivery-status|^message\/disposition/, "text"],
];

/** Decides what a part is. A file that claims to be a document but is a program counts as a program. */
export function mediaKindOf(mediaType: string, fileName: string | undefined, bytes: Uint8Array): MediaKind {
  const byName = BY_EXTENSION[extensionOf(fileName)];
  const byType = BY_TYPE.find(([pattern]) => pattern.test(mediaType))?.[1];
  const magic = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (byName === "program" || byType === "program" || /^(?:MZ|\u007fELF|#!)/.test(magic)) return "program";
  if (byName === "winmail" || byType === "winmail" || fileName?.toLowerCase() === "winmail.dat")
    return "winmail";
  if (magic.startsWith('x\u009f>"')) return "winmail";
  if (magic.includes("%PDF-")) return "pdf";
  if (magic.startsWith("PK\u0003\u0004") || magic.startsWith("PK\u0005\u0006"))
    return packedKind(byName, byType);
  if (magic.startsWith("\u00d0\u00cf\u0011\u00e0"))
    return byName === "workbook" || byType === "workbook" ? "workbook" : "other";
  if (["Rar!", "7z\u00bc\u00af", "\u001f\u008b", "BZh"].some((start) => magic.startsWith(start)))
    return "archive";
  if (/^\s*(?:\u00ef\u00bb\u00bf)?\s*<\?xml/.test(magic))
    return /<html/i.test(magic) ? "html" : byName === "workbook" ? "workbook" : "xml";
  return byType && byType !== "text" ? byType : (byName ?? byType ?? guessed(magic));
}

function packedKind(byName: MediaKind | undefined, byType: MediaKind | undefined): MediaKind {
  const named = [byName, byType].find((kind) => kind === "workbook" || kind === "docx");
  return named ?? "zip";
}

function guessed(magic: string): MediaKind {
  if (/^\s*<(?:!doctype html|html)/i.test(magic)) return "html";
  return /^[\t\n\r\u0020-\u00ff]*$/.test(magic) && magic.trim() !== "" ? "text" : "other";
}
