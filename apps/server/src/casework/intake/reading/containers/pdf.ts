import type { Cell, Layout, Row } from "../layout/layout.ts";
import type { ReadingLimits } from "../limits.ts";
import { Unreadable } from "../unreadable.ts";
import { openPdf, type PdfDocument, type PdfPage, type TextItem } from "./pdf-engine.ts";

/** A run of text with its place on the page, in points from the left and the bottom edge. */
interface Run {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  font: string;
}

const COLUMN_TOLERANCE = 6;

/**
 * Lays out the text of a PDF and the values of its form fields: runs at one height are a row,
 * runs that a gap or a change of font parts are cells.
 */
export async function layPdf(bytes: Uint8Array, limits: ReadingLimits): Promise<Layout> {
  const document = await openPdf(bytes);
  try {
    const rows = await readPages(document, limits);
    if (rows.length === 0) throw new Unreadable("pdfWithoutText");
    return { rows, columns: "positioned", tolerance: COLUMN_TOLERANCE };
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable("brokenPdf", { cause: "unreadablePage" });
  } finally {
    await document.loadingTask.destroy();
  }
}

async function readPages(document: PdfDocument, limits: ReadingLimits): Promise<Row[]> {
  if (document.numPages > limits.pages) throw new Unreadable("tooLarge", { pages: document.numPages });
  const hasForm = (await document.getFieldObjects()) !== null;
  const rows: Row[] = [];
  let characters = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    const runs = [...items.flatMap(runOf), ...(hasForm ? await fieldRuns(page) : [])];
    characters += runs.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > limits.textPerPart) throw new Unreadable("tooLarge", { cause: "pdfText" });
    rows.push(...rowsOf(runs, number));
    page.cleanup();
  }
  return rows;
}

function runOf(item: TextItem): Run[] {
  if (item.str === undefined || item.str.trim() === "") return [];
  const [, , , , x = 0, y = 0] = item.transform;
  return [{ text: item.str, x, y, width: item.width, height: item.height || 10, font: item.fontName }];
}

async function fieldRuns(page: PdfPage): Promise<Run[]> {
  const annotations = await page.getAnnotations();
  return annotations.flatMap(({ subtype, fieldValue, rect, hidden, checkBox, radioButton }) => {
    const text = [fieldValue ?? ""].flat().join(", ").trim();
    if (subtype !== "Widget" || hidden || checkBox || radioButton || text === "") return [];
    const [left = 0, bottom = 0, right = 0, top = 0] = rect;
    const y = top - bottom > 24 ? top - 12 : bottom + (top - bottom) * 0.25;
    return [{ text, x: left, y, width: right - left, height: 10, font: "form field" }];
  });
}

/** Gathers runs of one height into rows, from the top of the page down, and each row's runs into cells. */
function rowsOf(runs: Run[], page: number): Row[] {
  const byHeight = runs.toSorted((a, b) => b.y - a.y);
  const lines: Run[][] = [];
  for (const run of byHeight) {
    const line = lines.at(-1);
    const top = line?.[0];
    if (line && top && top.y - run.y <= Math.max(2, Math.min(top.height, run.height) * 0.45)) line.push(run);
    else lines.push([run]);
  }
  return lines.map((line, index) => {
    const above = lines[index - 1]?.[0];
    const first = line[0] as Run;
    return {
      line: index + 1,
      page,
      block: page,
      cells: cellsOf(line.toSorted((a, b) => a.x - b.x)),
      apart: !above || above.y - first.y > first.height * 1.9,
    };
  });
}

function cellsOf(line: Run[]): Cell[] {
  const cells: Cell[] = [];
  let previous: Run | undefined;
  for (const run of line) {
    const gap = previous ? run.x - (previous.x + previous.width) : Number.POSITIVE_INFINITY;
    const last = cells.at(-1);
    const apart =
      gap > Math.max(5, run.height * 0.8) || (previous?.font !== run.font && endsLabel(last?.text ?? ""));
    if (!last || apart) cells.push({ text: run.text, x: run.x });
    else last.text += gap > run.height * 0.12 && !last.text.endsWith(" ") ? ` ${run.text}` : run.text;
    previous = run;
  }
  return cells.map((cell) => ({ ...cell, text: cell.text.trim() }));
}

function endsLabel(text: string): boolean {
  return /[:：]\s*$/.test(text);
}
