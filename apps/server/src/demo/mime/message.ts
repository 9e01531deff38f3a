import type { Chance } from "@varde/linkage/invented";
import { hexDigits } from "../draws.ts";
import {
  charsetsFor,
  encodeCharset,
  encodeHeader,
  encodeTransfer,
  type TransferEncoding,
} from "./transfer.ts";

/** A leaf of a message: text or a file. */
export interface Leaf {
  mediaType: string;
  bytes: Uint8Array;
  encoding: TransferEncoding;
  charset?: string;
  fileName?: string;
}

/** Several entities in one. */
export interface Multipart {
  multipart: "mixed" | "alternative" | "related" | "report";
  parts: Entity[];
}

export type Entity = Leaf | Multipart;

/** What stands above the body. `others` are written as given, after the named ones. */
export interface Envelope {
  from: { name?: string; address: string };
  to: string;
  subject: string;
  /** Instant in milliseconds since 1970. */
  sentAt: number;
  messageId?: string;
  others?: Record<string, string>;
}

/** A text part in a charset and transfer encoding that senders of such text use. */
export function textPart(text: string, chance: Chance, subtype: "plain" | "html" = "plain"): Leaf {
  const lines = text.replace(/\r?\n/g, "\r\n");
  const others = charsetsFor(lines);
  const charset = others.length > 0 && chance.happens(0.35) ? chance.pick(others) : "utf-8";
  const bytes = encodeCharset(lines, charset);
  const isAscii = bytes.every((byte) => byte < 128);
  const encoding = isAscii && chance.happens(0.5) ? "7bit" : drawEncoding(chance);
  return { mediaType: `text/${subtype}`, bytes, charset, encoding };
}

const drawEncoding = (chance: Chance): TransferEncoding =>
  chance.happens(0.6) ? "quoted-printable" : chance.happens(0.5) ? "base64" : "8bit";

/** A file as an attachment. */
export const filePart = (fileName: string, mediaType: string, bytes: Uint8Array): Leaf => ({
  fileName,
  mediaType,
  bytes,
  encoding: "base64",
});

/** The bytes of a whole message: headers, then the body. */
export function composeMessage(envelope: Envelope, body: Entity, chance: Chance): Uint8Array {
  const headers = [
    header("From", mailbox(envelope.from)),
    header("To", envelope.to),
    header("Subject", encodeHeader(envelope.subject, "utf-8", chance.pick(["Q", "B"]))),
    header("Date", writeInstant(envelope.sentAt)),
    ...(envelope.messageId ? [header("Message-ID", envelope.messageId)] : []),
    header("MIME-Version", "1.0"),
    ...Object.entries(envelope.others ?? {}).map(([name, value]) => header(name, value)),
  ];
  return Buffer.concat([ascii(headers.join("")), ...entityBytes(body, chance)]);
}

/** A message as a part of another one (RFC 2046, message/rfc822). */
export const messagePart = (bytes: Uint8Array): Leaf => ({
  mediaType: "message/rfc822",
  bytes,
  encoding: "8bit",
});

const header = (name: string, value: string): string => `${name}: ${value}\r\n`;
const ascii = (text: string): Buffer => Buffer.from(text, "latin1");

const mailbox = ({ name, address }: Envelope["from"]): string =>
  name ? `${/^[\x20-\x7e]*$/.test(name) ? `"${name}"` : encodeHeader(name)} <${address}>` : address;

/** An instant as the Date header has it (RFC 5322). */
export const writeInstant = (instant: number): string =>
  new Date(instant).toUTCString().replace("GMT", "+0000");

function entityBytes(entity: Entity, chance: Chance): Uint8Array[] {
  return "multipart" in entity ? multipartBytes(entity, chance) : leafBytes(entity);
}

function multipartBytes({ multipart, parts }: Multipart, chance: Chance): Uint8Array[] {
  const boundary = `=_${hexDigits(chance, 24)}`;
  const report = multipart === "report" ? "; report-type=delivery-status" : "";
  const type = header("Content-Type", `multipart/${multipart}${report}; boundary="${boundary}"`);
  return [
    ascii(`${type}\r\n`),
    ...parts.flatMap((part) => [ascii(`--${boundary}\r\n`), ...entityBytes(part, chance), ascii("\r\n")]),
    ascii(`--${boundary}--\r\n`),
  ];
}

function leafBytes(leaf: Leaf): Uint8Array[] {
  const charset = leaf.charset ? `; charset=${leaf.charset}` : "";
  const lines = [header("Content-Type", `${leaf.mediaType}${charset}`)];
  lines.push(header("Content-Transfer-Encoding", leaf.encoding));
  if (leaf.fileName)
    lines.push(header("Content-Disposition", `attachment; ${fileNameParameter(leaf.fileName)}`));
  return [ascii(`${lines.join("")}\r\n`), encodeTransfer(leaf.bytes, leaf.encoding)];
}

/** A file name as a parameter: quoted, or in the extended form where it holds other letters (RFC 2231). */
function fileNameParameter(fileName: string): string {
  return /^[\x20-\x7e]*$/.test(fileName)
    ? `filename="${fileName.replace(/["\\]/g, "\\$&")}"`
    : `filename*=utf-8''${encodeURIComponent(fileName)}`;
}
