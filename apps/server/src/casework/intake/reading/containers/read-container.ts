import { findPairs } from "../layout/find-pairs.ts";
import { partForwarded } from "../layout/forwarded.ts";
import type { LabelledText, Layout } from "../layout/layout.ts";
import type { ReadingLimits } from "../limits.ts";
import type { Leaf } from "../parts/collect-parts.ts";
import { decodeText } from "../parts/decode-text.ts";
import type { MediaKind } from "../parts/media-kind.ts";
import { type UnpackingBudget, unpackArchive } from "../parts/unpack-archive.ts";
import type { MessageHeader, Part, QuarantineReason } from "../reading.ts";
import { Unreadable } from "../unreadable.ts";
import type { LabelMatcher } from "../vocabulary/label-matcher.ts";
import { layDocx } from "./docx.ts";
import { layHtml } from "./html.ts";
import { layPdf } from "./pdf.ts";
import { layPlainText } from "./plain-text.ts";
import { layCsv, layWorkbook } from "./sheet.ts";
import { type Element, parseXml } from "./xml.ts";
import { findXmlPairs } from "./xml-pairs.ts";

/** A text to find alerts in: one container, or one message forwarded within it. */
export interface Document {
  leaf: Leaf;
  /** Messages it stands in, innermost first; a message forwarded in the text comes before all. */
  headers: readonly MessageHeader[];
  label(matcher: LabelMatcher): LabelledText;
}

type Reader = (
  leaf: Leaf,
  budget: UnpackingBudget,
  limits: ReadingLimits,
) => Document[] | Promise<Document[]>;

const refuse =
  (reason: QuarantineReason, cause: string): Reader =>
  () => {
    throw new Unreadable(reason, { cause });
  };

const READERS: Partial<Record<MediaKind, Reader>> = {
  text: (leaf, _, limits) => layoutDocuments(leaf, layPlainText(textOf(leaf, limits))),
  html: (leaf, _, limits) => layoutDocuments(leaf, layHtml(htmlText(leaf, limits))),
  csv: (leaf, _, limits) => layoutDocuments(leaf, layCsv(textOf(leaf, limits), limits)),
  pdf: async (leaf, _, limits) => layoutDocuments(leaf, await layPdf(leaf.bytes, limits)),
  xml: (leaf, _, limits) => [xmlDocument(leaf, parseXml(xmlText(leaf, limits)))],
  workbook: async (leaf, budget, limits) => {
    await checkPacking(leaf.bytes, budget, limits);
    return layoutDocuments(leaf, layWorkbook(leaf.bytes, limits));
  },
  docx: async (leaf, budget, limits) =>
    layoutDocuments(leaf, layDocx(await documentXml(leaf.bytes, budget, limits))),
  winmail: refuse("brokenAttachment", "winmail"),
  archive: refuse("brokenAttachment", "unknownArchive"),
  program: refuse("dangerousAttachment", "program"),
};

/** Reads a leaf to its documents and writes its lines into its part. Kinds that hold no text give none. */
export async function readContainer(
  leaf: Leaf,
  budget: UnpackingBudget,
  limits: ReadingLimits,
): Promise<Document[]> {
  return (await READERS[leaf.kind]?.(leaf, budget, limits)) ?? [];
}

function textOf({ bytes, charset }: Leaf, limits: ReadingLimits): string {
  if (bytes.length > limits.textPerPart)
    throw new Unreadable("tooLarge", { cause: "text", bytes: bytes.length });
  return decodeText(bytes, charset);
}

function htmlText(leaf: Leaf, limits: ReadingLimits): string {
  return declaredText(leaf, /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i, leaf.charset, limits);
}

function xmlText(leaf: Leaf, limits: ReadingLimits): string {
  return declaredText(leaf, /encoding\s*=\s*["']([\w.:-]+)["']/, undefined, limits);
}

/** The text by the charset given, or else by the one it names itself, or else by that of its part. */
function declaredText(leaf: Leaf, naming: RegExp, given: string | undefined, limits: ReadingLimits): string {
  const head = Buffer.from(leaf.bytes.subarray(0, 1024)).toString("latin1");
  return textOf({ ...leaf, charset: given ?? naming.exec(head)?.[1] ?? leaf.charset }, limits);
}

/** A workbook is an archive that its library unpacks unchecked, so it is measured here first. */
async function checkPacking(
  bytes: Uint8Array,
  budget: UnpackingBudget,
  limits: ReadingLimits,
): Promise<void> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) await unpackArchive(bytes, budget, limits);
}

async function documentXml(
  bytes: Uint8Array,
  budget: UnpackingBudget,
  limits: ReadingLimits,
): Promise<string> {
  const [file] = await unpackArchive(bytes, budget, limits, (name) => name === "word/document.xml");
  if (!file) throw new Unreadable("brokenAttachment", { cause: "brokenDocument" });
  if (file.bytes.length > limits.textPerPart * 4) throw new Unreadable("tooLarge", { cause: "text" });
  return decodeText(file.bytes, "utf-8");
}

function layoutDocuments(leaf: Leaf, layout: Layout): Document[] {
  writeLines(leaf.part, layout);
  return partForwarded(layout).map((piece) => ({
    leaf,
    headers: piece.header ? [piece.header, ...leaf.headers] : leaf.headers,
    label: (matcher) => findPairs(piece.layout, matcher),
  }));
}

function writeLines(part: Part, { rows }: Layout): void {
  for (const { line, page, cells } of rows)
    part.lines.push({ line, page, text: cells.map(({ text }) => text).join("\t") });
}

function xmlDocument(leaf: Leaf, root: Element): Document {
  const write = (element: Element) => {
    const attributes = Object.entries(element.attributes).map(([name, value]) => `${name}="${value}"`);
    const text = element.text.replace(/\s+/g, " ").trim();
    const words = [element.name, ...attributes].filter(Boolean).join(" ");
    if (text || attributes.length > 0)
      leaf.part.lines.push({ line: element.line, text: text ? `${words}\t${text}` : words });
    element.children.forEach(write);
  };
  write(root);
  return { leaf, headers: leaf.headers, label: (matcher) => findXmlPairs(root, matcher) };
}
