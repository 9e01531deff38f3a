import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Chance } from "@varde/linkage/invented";
import PDFDocument from "pdfkit";
import type { Form, Row } from "../form.ts";
import { fitsCharset } from "../mime/transfer.ts";

/** A font with Latin Extended: the standard fonts of PDF lack letters such as ł, ž and ū. */
let wideFont: Buffer | undefined;

function loadWideFont(): Buffer {
  wideFont ??= readFileSync(
    createRequire(import.meta.url).resolve("@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf"),
  );
  return wideFont;
}

/**
 * A PDF collected at once. A stream would hold every finished document until the event loop turns, and a caller
 * that makes thousands in a row never lets it.
 */
class Page extends PDFDocument {
  // Filled before the fields of a subclass exist: the constructor above writes already.
  declare private chunks: Uint8Array[] | undefined;

  push(chunk: Uint8Array | null): boolean {
    if (chunk) (this.chunks ??= []).push(chunk);
    return true;
  }

  finish(): Uint8Array {
    this.end();
    return Buffer.concat(this.chunks ?? []);
  }
}

type Layout = (page: Page, rows: readonly Row[]) => void;

const MARGIN = 56;
const WIDTH = 483;

/** Labels on the left, values on the right, as most forms are printed. */
const columns: Layout = (page, rows) => {
  for (const { label, value } of rows) {
    const top = page.y;
    page.text(label, MARGIN, top, { width: 190 });
    const below = page.y;
    page.text(value || " ", MARGIN + 205, top, { width: WIDTH - 205 });
    page.y = Math.max(below, page.y) + 5;
  }
};

const below: Layout = (page, rows) => {
  for (const { label, value } of rows) {
    page.fontSize(8).text(label, MARGIN, page.y, { width: WIDTH });
    page.fontSize(11).text(value || " ", MARGIN, page.y, { width: WIDTH });
    page.y += 6;
  }
};

const colon: Layout = (page, rows) => {
  for (const { label, value } of rows) page.text(`${label}: ${value}`, MARGIN, page.y, { width: WIDTH });
};

/** Two pairs beside one another in boxes, the label small above its value. */
const boxes: Layout = (page, rows) => {
  const half = WIDTH / 2;
  rows.forEach(({ label, value }, i) => {
    const left = MARGIN + (i % 2) * half;
    const top = page.y;
    page.rect(left, top, half, 34).stroke();
    page.fontSize(7).text(label, left + 4, top + 4, { width: half - 8, lineBreak: false });
    page.fontSize(11).text(value || " ", left + 4, top + 16, { width: half - 8, lineBreak: false });
    page.y = i % 2 ? top + 34 : top;
  });
};

/** A fillable form: printed labels, values only as contents of the fields. */
const fields: Layout = (page, rows) => {
  page.initForm();
  for (const [i, { label, value }] of rows.entries()) {
    const top = page.y;
    page.text(label, MARGIN, top, { width: 190 });
    page.formText(`field${i + 1}`, MARGIN + 205, top - 2, WIDTH - 205, 16, { value, fontSize: 10 });
    page.y = top + 22;
  }
};

const LAYOUTS: readonly Layout[] = [columns, below, colon, boxes];

/**
 * The forms as a PDF, one or two pages each; `date` (ISO) is when its writer says it was made. The same forms and
 * seed give the same bytes.
 */
export function writePdf(forms: readonly Form[], chance: Chance, date: string): Uint8Array {
  const page = new Page({ margin: MARGIN, size: "A4", info: madeOn(date) });
  const everything = forms.flatMap(({ title, footer = "", rows }) => [
    title,
    footer,
    ...rows.flatMap(rowText),
  ]);
  const isWestern = fitsCharset(everything.join(""), "windows-1252");
  const standard = isWestern && chance.happens(0.6);
  page.font(standard ? "Helvetica" : loadWideFont());
  // Viewers draw field contents with the standard fonts only.
  const place = chance.pick(standard && forms.length === 1 ? [...LAYOUTS, fields] : LAYOUTS);
  forms.forEach((form, i) => {
    if (i > 0) page.addPage();
    printForm(page, form, place, chance);
  });
  return page.finish();
}

function madeOn(date: string): { CreationDate: Date; ModDate: Date } {
  const made = new Date(`${date}T12:00:00Z`);
  return { CreationDate: made, ModDate: made };
}

const rowText = ({ label, value }: Row): string[] => [label, value];

function printForm(page: Page, form: Form, place: Layout, chance: Chance): void {
  const half = Math.ceil(form.rows.length / 2);
  const isSplit = place !== fields && chance.happens(0.25);
  const sheets = isSplit ? [form.rows.slice(0, half), form.rows.slice(half)] : [form.rows];
  sheets.forEach((rows, i) => {
    if (i > 0) page.addPage();
    if (sheets.length > 1) page.fontSize(8).text(`${i + 1} / ${sheets.length}`, { align: "right" });
    page.fontSize(15).text(form.title, MARGIN, page.y).fontSize(10).moveDown();
    place(page, rows);
  });
  page.moveDown(2).fontSize(8);
  if (form.footer) page.text(form.footer, MARGIN, page.y, { width: WIDTH });
}

/** A PDF with a picture of a page and no text at all, as a scanner makes it. */
export function writeScannedPdf(date: string): Uint8Array {
  const page = new Page({ size: "A4", info: madeOn(date) });
  for (let line = 0; line < 24; line++)
    page.rect(60, 80 + line * 24, 300 + ((line * 53) % 150), 9).fill("#333");
  return page.finish();
}
