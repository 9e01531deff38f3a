import type { ReadingLimits } from "../limits.ts";
import type { MessageHeader, Part } from "../reading.ts";
import { Unreadable } from "../unreadable.ts";
import { extensionOf, safeFileName } from "./file-name.ts";
import { type MediaKind, mediaKindOf } from "./media-kind.ts";
import { type MimeMessage, type MimePart, parseMime } from "./mime-tree.ts";
import { unpackArchive } from "./unpack-archive.ts";

/** A part with bytes to read, and the messages it stands in, innermost first. */
export interface Leaf {
  part: Part;
  kind: MediaKind;
  bytes: Uint8Array;
  charset?: string;
  headers: readonly MessageHeader[];
  /** Stands for the message's own text rather than for an attachment. */
  isBody: boolean;
}

/** Everything unpacked from one message. */
export interface Contents {
  message: MimeMessage;
  parts: Part[];
  leaves: Leaf[];
  /** Parts that could not be opened; a failure never hides the other parts. */
  failures: PartFailure[];
  /** Bytes unpacked from archives so far. */
  budget: { bytes: number };
}

export interface PartFailure {
  part: Part;
  error: Unreadable;
}

/** Unpacks a message to its leaves, through forwarded messages and archives at any depth within the limits. */
export async function collectParts(bytes: Uint8Array, limits: ReadingLimits): Promise<Contents> {
  const message = await parseMime(bytes, limits);
  const contents: Contents = { message, parts: [], leaves: [], failures: [], budget: { bytes: 0 } };
  const collector = new Collector(contents, limits);
  await collector.addMessage(message, "", []);
  return contents;
}

const PART_KIND: Partial<Record<MediaKind, Part["kind"]>> = {
  text: "text",
  html: "html",
  pdf: "pdf",
  xml: "xml",
  csv: "sheet",
  workbook: "sheet",
  docx: "text",
  zip: "archive",
  archive: "archive",
  message: "message",
};

class Collector {
  readonly #contents: Contents;
  readonly #limits: ReadingLimits;

  constructor(contents: Contents, limits: ReadingLimits) {
    this.#contents = contents;
    this.#limits = limits;
  }

  async addMessage(message: MimeMessage, path: string, outer: readonly MessageHeader[]): Promise<void> {
    const headers = [message.header, ...outer];
    const { root } = message;
    if (root.multipart) await this.#addChildren(root, path, headers);
    else await this.#addMimePart(root, path ? `${path}.1` : "1", headers);
  }

  async #addChildren(part: MimePart, path: string, headers: readonly MessageHeader[]): Promise<void> {
    for (const [index, child] of part.children.entries()) {
      const at = path ? `${path}.${index + 1}` : String(index + 1);
      if (child.multipart) await this.#addChildren(child, at, headers);
      else await this.#addMimePart(child, at, headers);
    }
  }

  #addMimePart(
    { mediaType, fileName, bytes, charset }: MimePart,
    path: string,
    headers: readonly MessageHeader[],
  ): Promise<void> {
    return this.#add({
      mediaType,
      fileName,
      bytes,
      charset,
      path,
      headers,
      isBody: !fileName && mediaType.startsWith("text/"),
    });
  }

  async #add(
    found: Omit<Leaf, "part" | "kind"> & { path: string; mediaType: string; fileName?: string },
  ): Promise<void> {
    const { path, mediaType, fileName, bytes, headers } = found;
    if (this.#contents.parts.length >= this.#limits.parts)
      throw new Unreadable("tooManyParts", { parts: this.#limits.parts });
    const kind = mediaKindOf(mediaType, fileName, bytes);
    const part: Part = {
      path,
      kind: PART_KIND[kind] ?? "other",
      mediaType,
      fileName,
      size: bytes.length,
      lines: [],
    };
    this.#contents.parts.push(part);
    if (kind === "message" || kind === "zip") {
      await this.#open(part, bytes, kind, headers);
      return;
    }
    this.#contents.leaves.push({ part, kind, bytes, charset: found.charset, headers, isBody: found.isBody });
  }

  async #open(
    part: Part,
    bytes: Uint8Array,
    kind: "message" | "zip",
    headers: readonly MessageHeader[],
  ): Promise<void> {
    try {
      if (part.path.split(".").length > this.#limits.depth)
        throw new Unreadable("tooManyParts", { depth: this.#limits.depth });
      if (kind === "message") await this.addMessage(await parseMime(bytes, this.#limits), part.path, headers);
      else await this.#addPacked(part, bytes, headers);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.#contents.failures.push({ part, error });
    }
  }

  async #addPacked(part: Part, bytes: Uint8Array, headers: readonly MessageHeader[]): Promise<void> {
    const files = await unpackArchive(bytes, this.#contents.budget, this.#limits);
    for (const [index, file] of files.entries()) {
      if (/(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$)/.test(file.name)) continue;
      const fileName = safeFileName(file.name);
      const mediaType = TYPE_BY_EXTENSION[extensionOf(fileName)] ?? "application/octet-stream";
      await this.#add({
        path: `${part.path}.${index + 1}`,
        mediaType,
        fileName,
        bytes: file.bytes,
        headers,
        isBody: false,
      });
    }
  }
}

const TYPE_BY_EXTENSION: Record<string, string> = {
  txt: "text/plain",
  html: "text/html",
  htm: "text/html",
  pdf: "application/pdf",
  xml: "application/xml",
  csv: "text/csv",
  eml: "message/rfc822",
  zip: "application/zip",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};
