import PostalMime, { type Address, decodeWords, type Email } from "postal-mime";
import type { ReadingLimits } from "../limits.ts";
import type { MessageHeader } from "../reading.ts";
import { Unreadable } from "../unreadable.ts";
import { safeFileName } from "./file-name.ts";

/** A part of a MIME message, with its bytes after transfer decoding. */
export interface MimePart {
  mediaType: string;
  charset?: string;
  fileName?: string;
  bytes: Uint8Array;
  multipart: string | false;
  children: MimePart[];
}

export interface MimeMessage {
  header: MessageHeader;
  headers: Email["headers"];
  root: MimePart;
  /** The message ends before its declared end. */
  truncated: boolean;
}

/** The members of postal-mime's part tree that are read; the tree keeps undecoded bytes, which its result does not. */
interface ParsedPart {
  contentType: { parsed: { value: string; params: Record<string, string> }; multipart: string | false };
  contentDisposition: { parsed: { value: string; params: Record<string, string> } };
  content: ArrayBuffer | null;
  childNodes: ParsedPart[];
}

const KNOWN_HEADERS = new Set([
  "from",
  "to",
  "subject",
  "date",
  "message-id",
  "content-type",
  "received",
  "mime-version",
  "return-path",
]);
const NO_BYTES = new Uint8Array();

/** Parses a message to its tree of parts. Throws `brokenMime` where it is no mail message or nests too deep to follow. */
export async function parseMime(bytes: Uint8Array, limits: ReadingLimits): Promise<MimeMessage> {
  const parser = new PostalMime({ forceRfc822Attachments: true, maxNestingDepth: limits.depth * 4 });
  let email: Email;
  try {
    email = await parser.parse(bytes);
  } catch {
    throw new Unreadable("brokenMime", { cause: "unreadableStructure" });
  }
  if (!email.headers.some(({ key }) => KNOWN_HEADERS.has(key)))
    throw new Unreadable("brokenMime", { cause: "noHeader" });
  const tree = (parser as unknown as { root: ParsedPart }).root;
  return {
    header: headerOf(email),
    headers: email.headers,
    root: partOf(tree),
    truncated: isTruncated(tree, bytes),
  };
}

/** Reads only the header of a message; nothing but what could be read, and never an error. */
export async function parseHeader(bytes: Uint8Array): Promise<MessageHeader> {
  try {
    const text = Buffer.from(bytes.subarray(0, 256 * 1024)).toString("latin1");
    const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
    return headerOf(await PostalMime.parse(bytes.subarray(0, end)));
  } catch {
    return { to: [] };
  }
}

function headerOf(email: Email): MessageHeader {
  const from = mailboxes([email.from ?? email.sender].filter((address) => address !== undefined))[0];
  const sentAt =
    email.date && !Number.isNaN(Date.parse(email.date)) ? new Date(email.date).toISOString() : undefined;
  return {
    messageId: email.messageId,
    subject: email.subject,
    fromName: from?.name || undefined,
    fromAddress: from?.address?.toLowerCase() || undefined,
    to: mailboxes(email.to ?? []).flatMap(({ address }) => (address ? [address.toLowerCase()] : [])),
    sentAt,
  };
}

function mailboxes(addresses: Address[]): { name: string; address?: string }[] {
  return addresses.flatMap((address) => address.group ?? [{ name: address.name, address: address.address }]);
}

function partOf({ contentType, contentDisposition, content, childNodes }: ParsedPart): MimePart {
  const name = contentDisposition.parsed.params["filename"] ?? contentType.parsed.params["name"];
  return {
    mediaType: contentType.parsed.value || "text/plain",
    charset: contentType.parsed.params["charset"],
    fileName: safeFileName(name && decodeWords(name)),
    bytes: content ? new Uint8Array(content) : NO_BYTES,
    multipart: contentType.multipart,
    children: childNodes.map(partOf),
  };
}

/** A message whose closing boundary never comes was cut off on its way, or was never whole. */
function isTruncated(root: ParsedPart, bytes: Uint8Array): boolean {
  const boundary = root.contentType.parsed.params["boundary"];
  if (!root.contentType.multipart) return false;
  if (!boundary || isHollow(root)) return true;
  return !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(`--${boundary}--`);
}

function isHollow({ contentType, childNodes }: ParsedPart): boolean {
  return contentType.multipart !== false && (childNodes.length === 0 || childNodes.some(isHollow));
}
