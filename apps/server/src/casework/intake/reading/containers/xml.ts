import { SaxesParser } from "saxes";
import { Unreadable } from "../unreadable.ts";

/** An element of an XML document with its own text. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
  line: number;
  parent?: Element;
}

const MOST_ELEMENTS = 200_000;
const DEEPEST = 100;

/** Parses XML to a tree. Declared entities and document types with them are refused, never expanded or fetched. */
export function parseXml(text: string): Element {
  const parser = new SaxesParser({ position: true });
  const root: Element = { name: "", attributes: {}, children: [], text: "", line: 1 };
  let open = root;
  let count = 0;
  let depth = 0;
  parser.on("doctype", (doctype) => {
    if (/<!ENTITY|<!ELEMENT|<!ATTLIST|\bSYSTEM\b|\bPUBLIC\b/i.test(doctype))
      throw new Unreadable("xmlEntities");
  });
  parser.on("error", (error) => {
    if (/entity/i.test(error.message)) throw new Unreadable("xmlEntities");
    throw new Unreadable("brokenAttachment", { cause: "brokenXml", line: parser.line });
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (++count > MOST_ELEMENTS || ++depth > DEEPEST)
      throw new Unreadable("tooLarge", { cause: "xmlElements" });
    const element = {
      name: local(name),
      attributes: ownAttributes(attributes),
      children: [],
      text: "",
      line: parser.line,
      parent: open,
    };
    open.children.push(element);
    open = element;
  });
  const addText = (part: string) => {
    open.text += part;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    depth--;
    open = open.parent ?? root;
  });
  parser.write(text.replace(/^\ufeff/, "").trimStart()).close();
  return root;
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function ownAttributes(attributes: Record<string, string | { value: string }>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => !/^xmlns|^xsi:|^xml:/i.test(name))
      .map(([name, value]) => [local(name), typeof value === "string" ? value : value.value]),
  );
}
