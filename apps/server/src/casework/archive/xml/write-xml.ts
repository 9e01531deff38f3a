import { createCB } from "xmlbuilder2";
import type { XmlElement } from "./xml-element.ts";

type Builder = ReturnType<typeof createCB>;

/** Characters taken out of a text because XML 1.0 cannot hold them. */
export interface RemovedCharacters {
  /** The element whose text lost them. */
  readonly element: string;
  readonly count: number;
}

/** Writes one document in a stream: open what holds the rest, write whole elements into it, close. */
export interface XmlWriter {
  /** Begins an element and leaves it open; its content is what is written until `close`. */
  open(name: string, attributes?: Readonly<Record<string, string>>): void;
  write(elements: readonly XmlElement[]): void;
  close(): void;
  /** Ends the document. Everything opened must be closed. */
  end(): void;
}

/** Where the text of the document goes, and who is told of what it cannot hold. */
export interface XmlSink {
  readonly onText: (text: string) => void;
  readonly onRemoved?: (removed: RemovedCharacters) => void;
}

/** What XML 1.0 (section 2.2) has no way to write, and lone surrogates, which are no characters. */
const NOT_XML = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** xmlbuilder2 takes these as written already and leaves their ampersand alone: a text that says "&amp;" would change. */
const LOOKS_WRITTEN = /&(?=(?:lt|gt|amp|apos|quot);)/g;
/** Stands where nothing is left of a text that must not be empty. */
const NOTHING_LEFT = "–";

/** Begins a document in UTF-8, indented. */
export function startXml({ onText, onRemoved = () => {} }: XmlSink): XmlWriter {
  const builder = createCB({
    data: onText,
    error: (error: Error) => {
      throw error;
    },
    prettyPrint: true,
  });
  builder.dec({ version: "1.0", encoding: "UTF-8" });
  const open = (name: string, attributes: Readonly<Record<string, string>> = {}) => {
    builder.ele(name, { ...attributes });
  };
  const write = (element: XmlElement): void => {
    open(element.name, element.attributes);
    if (typeof element.content === "string") writeText(builder, element.name, element.content, onRemoved);
    else element.content.forEach(write);
    builder.up();
  };
  return {
    open,
    write: (elements) => elements.forEach(write),
    close: () => void builder.up(),
    end: () => void builder.end(),
  };
}

/** A whole document as text. */
export function xmlText(root: XmlElement, onRemoved?: XmlSink["onRemoved"]): string {
  const pieces: string[] = [];
  const writer = startXml({ onText: (text) => pieces.push(text), ...(onRemoved && { onRemoved }) });
  writer.write([root]);
  writer.end();
  return `${pieces.join("")}\n`;
}

function writeText(
  builder: Builder,
  element: string,
  given: string,
  onRemoved: (removed: RemovedCharacters) => void,
): void {
  const text = given.replace(/\r\n?/g, "\n");
  const kept = text.replace(NOT_XML, "");
  if (kept.length < text.length) onRemoved({ element, count: text.match(NOT_XML)?.length ?? 0 });
  builder.txt(kept.trim() === "" ? NOTHING_LEFT : kept.replace(LOOKS_WRITTEN, "&amp;"));
}
