import { Parser } from "htmlparser2";
import type { Cell, Layout, Row } from "../layout/layout.ts";
import { Unreadable } from "../unreadable.ts";

const UNSEEN = new Set([
  "script",
  "style",
  "head",
  "title",
  "noscript",
  "template",
  "svg",
  "math",
  "object",
  "iframe",
  "select",
]);
const BLOCKS = new Set(
  "p div section article header footer main aside h1 h2 h3 h4 h5 h6 li ul ol blockquote pre form fieldset legend address center body hr dl caption table thead tbody tfoot tr td th dt dd".split(
    " ",
  ),
);
const EMPHASIS = new Set(["b", "strong", "label", "th", "dt", "legend"]);
const INLINE = new Set(["b", "strong", "label", "span", "em", "i", "u", "font"]);
const VOID_UNSEEN = new Set(["object", "iframe"]);
const HIDING =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])|mso-hide\s*:\s*all/i;

/** Elements open at once; a page nested deeper is made to cost time. */
const DEEPEST = 1_000;

interface Table {
  block: number;
  rows: Row[];
  row?: Row;
  /** The cell of the table around it that it stands in. */
  within?: Cell;
  column: number;
  /** Columns that a cell above still fills, with the rows it has left. */
  spans: Map<number, number>;
}

/**
 * Lays out HTML as a reader sees it: table rows as rows of numbered cells, other blocks and line breaks as rows,
 * with emphasised words as cells of their own. Scripts, styles, comments and hidden elements are never read.
 */
export function layHtml(html: string): Layout {
  const page = new Page();
  const hidden: string[] = [];
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > DEEPEST) throw new Unreadable("tooLarge", { cause: "htmlDepth" });
        if (hidden.length > 0 || isHidden(name, attributes)) {
          if (!isVoid(name)) hidden.push(name);
          return;
        }
        page.open(name, attributes);
      },
      ontext(text) {
        if (hidden.length === 0) page.text(text);
      },
      onclosetag(name) {
        depth--;
        if (hidden.length > 0) {
          if (hidden.at(-1) === name) hidden.pop();
          return;
        }
        page.close(name);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false },
  );
  parser.write(html);
  parser.end();
  return { rows: page.end(), columns: "numbered", tolerance: 0 };
}

function isHidden(name: string, attributes: Record<string, string>): boolean {
  return UNSEEN.has(name) || "hidden" in attributes || HIDING.test(attributes["style"] ?? "");
}

function isVoid(name: string): boolean {
  return (
    /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/.test(name) &&
    !VOID_UNSEEN.has(name)
  );
}

class Page {
  #rows: Row[] = [];
  #tables: Table[] = [];
  #blocks = 0;
  #cell: Cell | undefined;
  #free: Cell[] = [];
  #apart = true;

  open(name: string, attributes: Record<string, string>): void {
    if (name === "br") return this.#break();
    if (name === "input" || name === "textarea") return this.#input(name, attributes);
    if (name === "table") return this.#openTable();
    const table = this.#tables.at(-1);
    if (table && name === "tr") return this.#openRow(table);
    if (table && (name === "td" || name === "th")) return this.#openCell(table, name, attributes);
    if (name === "dd") return this.#part(false);
    if (BLOCKS.has(name)) this.#endLine(name === "p" || /^h\d$/.test(name));
    else if (INLINE.has(name)) this.#part(EMPHASIS.has(name));
    if (name === "dt") this.#part(true);
  }

  text(text: string): void {
    const cell = this.#target();
    cell.text += text.replace(/\s+/g, " ");
  }

  close(name: string): void {
    const table = this.#tables.at(-1);
    if (name === "table" && table) return this.#closeTable(table);
    if (table && name === "tr") return this.#closeRow(table);
    if (table && (name === "td" || name === "th")) {
      this.#cell = undefined;
      return;
    }
    if (name === "dt") return this.#part(false);
    if (BLOCKS.has(name)) this.#endLine(name === "p");
    else if (INLINE.has(name)) this.#part(false);
  }

  end(): Row[] {
    while (this.#tables.length > 0) this.close("table");
    this.#endLine(false);
    return this.#rows.flatMap(linesOfCells).map((row, index) => ({ ...row, line: index + 1 }));
  }

  #target(): Cell {
    if (this.#cell) return this.#cell;
    if (this.#free.length === 0) this.#free.push({ text: "", x: 0 });
    return this.#free.at(-1) as Cell;
  }

  /** Parts the running line where emphasis begins or ends; inside a table the cell stays whole. */
  #part(marked: boolean): void {
    if (this.#cell) return;
    const last = this.#free.at(-1);
    if (last && last.text.trim() === "") last.marked = marked;
    else this.#free.push({ text: "", x: this.#free.length, marked });
  }

  #break(): void {
    if (this.#cell) this.#cell.text += "\n";
    else this.#endLine(false);
  }

  #endLine(apart: boolean): void {
    if (this.#cell) {
      if (this.#cell.text.trim() !== "" && !this.#cell.text.endsWith("\n")) this.#cell.text += "\n";
      return;
    }
    const cells = this.#free.filter(({ text }) => text.trim() !== "");
    if (cells.length > 0) this.#push({ line: 0, cells: numbered(cells), apart: this.#apart });
    this.#apart = apart || cells.length === 0;
    this.#free = [];
  }

  #input(name: string, attributes: Record<string, string>): void {
    const type = attributes["type"] ?? "text";
    if (name === "input" && /^(?:text|date|number|email|tel)$/i.test(type)) {
      this.#part(false);
      this.text(` ${attributes["value"] ?? ""} `);
    }
  }

  #openTable(): void {
    const within = this.#cell;
    this.#endLine(true);
    this.#cell = undefined;
    this.#tables.push({ block: ++this.#blocks, rows: [], column: 0, spans: new Map(), within });
  }

  /** A table within a cell that has one column is that cell's text; any other has rows of its own. */
  #closeTable(table: Table): void {
    this.#closeRow(table);
    this.#tables.pop();
    this.#cell = table.within;
    const filled = table.rows.map(({ cells }) => cells.filter(({ text }) => text.trim() !== ""));
    if (table.within && filled.every((cells) => cells.length <= 1)) {
      table.within.text += filled.map(([cell]) => cell?.text ?? "").join("\n");
    } else for (const row of table.rows) this.#push(row);
  }

  #openRow(table: Table): void {
    this.#closeRow(table);
    table.row = { line: 0, cells: [], block: table.block };
    table.column = 0;
  }

  #openCell(table: Table, name: string, attributes: Record<string, string>): void {
    if (!table.row) this.#openRow(table);
    this.#skipSpans(table);
    const cell: Cell = { text: "", x: table.column, ...(name === "th" ? { marked: true } : {}) };
    const rows = span(attributes["rowspan"]);
    const columns = span(attributes["colspan"]);
    for (let i = 0; i < columns; i++) {
      if (rows > 1) table.spans.set(table.column + i, rows);
    }
    table.column += columns;
    table.row?.cells.push(cell);
    this.#cell = cell;
  }

  #skipSpans(table: Table): void {
    while ((table.spans.get(table.column) ?? 0) > 0) table.column++;
  }

  #closeRow(table: Table): void {
    if (!table.row) return;
    for (const [column, left] of table.spans) table.spans.set(column, left - 1);
    if (table.row.cells.some(({ text }) => text.trim() !== "")) table.rows.push(table.row);
    table.row = undefined;
    this.#cell = undefined;
  }

  #push(row: Row): void {
    (this.#tables.at(-1)?.rows ?? this.#rows).push(row);
  }
}

function span(text: string | undefined): number {
  const number = Number.parseInt(text ?? "1", 10);
  return number >= 1 && number <= 50 ? number : 1;
}

function numbered(cells: Cell[]): Cell[] {
  return cells.map((cell, index) => ({ ...cell, text: cell.text.trim(), x: index }));
}

/** A cell with several lines is several rows: alone, or line by line beside a neighbour with as many. */
function linesOfCells(row: Row): Row[] {
  const cells = row.cells.map((cell) => ({
    cell,
    lines: cell.text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
  }));
  const filled = cells.filter(({ lines }) => lines.length > 0);
  const most = Math.max(0, ...filled.map(({ lines }) => lines.length));
  const even = filled.length > 1 && filled.every(({ lines }) => lines.length === most);
  if (most > 1 && (filled.length === 1 || even)) {
    return Array.from({ length: most }, (_, at) => ({
      ...row,
      cells: filled.map(({ cell, lines }) => ({ ...cell, text: lines[at] ?? "" })),
    }));
  }
  return [{ ...row, cells: cells.map(({ cell, lines }) => ({ ...cell, text: lines.join(" ") })) }];
}
