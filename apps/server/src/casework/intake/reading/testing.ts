import { createHash } from "node:crypto";
import { type Reading, readMessage } from "./index.ts";
import { loadShippedProfiles } from "./profiles/shipped.ts";
import type { Entry } from "./reading.ts";

/** One part of a composed test message. */
export interface TestPart {
  type: string;
  content: string | Uint8Array;
  charset?: string;
  fileName?: string;
}

export interface TestMail {
  from?: string;
  subject?: string;
  headers?: string[];
  /** "mixed" unless told. */
  multipart?: "mixed" | "alternative";
}

/** Composes a message by hand: one part stands alone, several in a multipart; every part but a message in base64. */
export function composeMail(parts: TestPart[], mail: TestMail = {}): Uint8Array {
  const head = [
    `From: ${mail.from ?? "Authority <notices@authority.example>"}`,
    "To: intake@supervision.example",
    `Subject: ${mail.subject ?? "Case"}`,
    "Date: Mon, 05 Jan 2026 04:36:00 +0000",
    "Message-ID: <1@authority.example>",
    "MIME-Version: 1.0",
    ...(mail.headers ?? []),
  ];
  const [only] = parts;
  if (parts.length === 1 && only)
    return Buffer.from([...head, ...linesOfPart(only), ""].join("\r\n"), "latin1");
  const boundary = `=_${createHash("sha256")
    .update(parts.map(({ content }) => content.length).join())
    .digest("hex")
    .slice(0, 40)}`;
  const body = parts.flatMap((part) => [`--${boundary}`, ...linesOfPart(part)]);
  const type = `Content-Type: multipart/${mail.multipart ?? "mixed"}; boundary="${boundary}"`;
  return Buffer.from([...head, type, "", ...body, `--${boundary}--`, ""].join("\r\n"), "latin1");
}

function linesOfPart({ type, content, charset, fileName }: TestPart): string[] {
  const bytes = typeof content === "string" ? Buffer.from(content) : Buffer.from(content);
  const parameter = charset ? `; charset=${charset}` : type.startsWith("text/") ? "; charset=utf-8" : "";
  if (type.startsWith("message/")) return [`Content-Type: ${type}`, "", bytes.toString("latin1")];
  const base64 = bytes.toString("base64").replace(/.{76}/g, "$&\r\n");
  return [
    `Content-Type: ${type}${parameter}`,
    "Content-Transfer-Encoding: base64",
    ...(fileName ? [`Content-Disposition: attachment; filename="${fileName}"`] : []),
    "",
    base64,
  ];
}

const profiles = loadShippedProfiles();

/** Reads a composed message with the shipped profiles. */
export function readMail(parts: TestPart[], mail?: TestMail): Promise<Reading> {
  return readMessage(composeMail(parts, mail), profiles);
}

/** Reads a message that is one plain text. */
export function readText(text: string, mail?: TestMail): Promise<Reading> {
  return readMail([{ type: "text/plain", content: text }], mail);
}

/** Reads a message that is one HTML page. */
export function readHtml(html: string, mail?: TestMail): Promise<Reading> {
  return readMail([{ type: "text/html", content: html }], mail);
}

/** The values of an entry's fields, without where they stood. */
export function valuesOf(entry: Entry | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(entry?.fields ?? {}).map(([name, { value }]) => [name, value]));
}

/** The entries of a reading, whatever its verdict. */
export function entriesOf({ verdict }: Reading): Entry[] {
  return verdict.outcome === "irrelevant" ? [] : verdict.entries;
}
