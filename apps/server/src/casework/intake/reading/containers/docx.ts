import type { Cell, Layout, Row } from "../layout/layout.ts";
import { type Element, parseXml } from "./xml.ts";

/** Lays out the main text of a DOCX: table rows as rows of cells, paragraphs as rows parted at tabs. */
export function layDocx(documentXml: string): Layout {
  const rows: Row[] = [];
  let block = 0;
  const visit = (element: Element): void => {
    if (element.name === "tbl") {
      block++;
      for (const row of element.children.filter(({ name }) => name === "tr")) {
        const columns = row.children.filter(({ name }) => name === "tc");
        rows.push({
          line: 0,
          block,
          cells: columns.map((column, x): Cell => ({ text: textOf(column).trim(), x })),
        });
      }
      return;
    }
    if (element.name === "p") {
      for (const line of textOf(element).split("\n")) {
        const cells = line.split(/\t+/).map((text, x): Cell => ({ text: text.trim(), x }));
        if (line.trim() !== "") rows.push({ line: 0, cells });
      }
      return;
    }
    for (const child of element.children) visit(child);
  };
  visit(parseXml(documentXml));
  return { rows: rows.map((row, index) => ({ ...row, line: index + 1 })), columns: "numbered", tolerance: 0 };
}

function textOf(element: Element): string {
  switch (element.name) {
    case "t":
      return element.text;
    case "tab":
      return "\t";
    case "br":
    case "cr":
      return "\n";
    case "delText":
    case "instrText":
      return "";
    default: {
      const text = element.children.map(textOf).join("");
      return element.name === "p" ? `${text}\n` : text;
    }
  }
}
