import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { read as readWorkbook } from "@e965/xlsx";
import PostalMime from "postal-mime";
import { extractText, getDocumentProxy } from "unpdf";

/** Parses every message of a folder and the PDFs and workbooks attached, one after the other, and keeps nothing. */
export async function readBare(folder: string): Promise<{ seconds: number; characters: number }> {
  const started = performance.now();
  let characters = 0;
  for (const name of readdirSync(folder)) {
    const mail = await PostalMime.parse(readFileSync(join(folder, name)), { forceRfc822Attachments: true });
    characters += (mail.text ?? mail.html ?? "").length;
    for (const { mimeType, content } of mail.attachments)
      if (typeof content !== "string") characters += await readAttachment(mimeType, new Uint8Array(content));
  }
  return { seconds: (performance.now() - started) / 1000, characters };
}

async function readAttachment(mediaType: string, content: Uint8Array): Promise<number> {
  try {
    if (mediaType === "application/pdf") {
      const { text } = await extractText(await getDocumentProxy(content), { mergePages: true });
      return text.length;
    }
    if (mediaType.includes("sheet")) return readWorkbook(content, { type: "array" }).SheetNames.length;
  } catch {
    // a broken attachment costs what it cost to find out
  }
  return content.length;
}
