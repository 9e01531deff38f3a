import type { Chance } from "@varde/linkage/invented";
import { strToU8 } from "fflate";
import type { Form, Row } from "../form.ts";
import { writeArchive } from "./archive.ts";
import { escapeXml } from "./xml.ts";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;

const table = (rows: readonly Row[]): string =>
  `<w:tbl>${rows.map(({ label, value }) => `<w:tr>${cell(label)}${cell(value)}</w:tr>`).join("")}</w:tbl>`;
const lines = (rows: readonly Row[]): string =>
  rows.map(({ label, value }) => paragraph(`${label}: ${value}`)).join("");

/** A form as a Word file: a table of labels and values, or a line for each. */
export function writeWord(form: Form, chance: Chance): Uint8Array {
  const body = chance.happens(0.6) ? table(form.rows) : lines(form.rows);
  const footer = form.footer ? paragraph(form.footer) : "";
  const text = `${paragraph(form.title)}${body}${footer}`;
  return writeArchive({
    "[Content_Types].xml": strToU8(
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${MAIN_TYPE}"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": strToU8(
      `${HEAD}<w:document xmlns:w="${WORD}"><w:body>${text}</w:body></w:document>`,
    ),
  });
}
