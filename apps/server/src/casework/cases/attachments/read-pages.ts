import type { AttachmentParts } from "../cases-parts.ts";

const LINE_LENGTH = 76;
const MOST_CHARACTERS = 2_000_000;

/**
 * The text of a file, page by page, as far as it can be read; empty for pictures and what cannot be read. It is read
 * where messages are, in a thread of its own with limits, as the only part of a message.
 */
export async function readPages(
  reader: AttachmentParts["reader"],
  fileName: string,
  bytes: Uint8Array,
): Promise<string[]> {
  const { parts } = await reader.read(asMessage(fileName, bytes));
  const pages = new Map<string, string[]>();
  for (const { path, lines } of parts)
    for (const { page = 1, text } of lines) {
      const key = `${path} ${page}`;
      pages.set(key, [...(pages.get(key) ?? []), text]);
    }
  const texts = [...pages.values()].map((lines) => lines.join("\n").replaceAll("\0", " ").toWellFormed());
  return withinLimit(texts.filter((text) => text.trim() !== ""));
}

function withinLimit(pages: readonly string[]): string[] {
  let left = MOST_CHARACTERS;
  return pages.flatMap((page) => {
    const kept = page.slice(0, Math.max(0, left));
    left -= page.length;
    return kept === "" ? [] : [kept];
  });
}

function asMessage(fileName: string, bytes: Uint8Array): Buffer {
  const name = encodeURIComponent(fileName);
  const body =
    Buffer.from(bytes)
      .toString("base64")
      .match(new RegExp(`.{1,${LINE_LENGTH}}`, "g")) ?? [];
  const header = [
    "MIME-Version: 1.0",
    "Content-Type: application/octet-stream",
    `Content-Disposition: attachment; filename*=utf-8''${name}`,
    "Content-Transfer-Encoding: base64",
  ];
  return Buffer.from([...header, "", ...body, ""].join("\r\n"), "latin1");
}
