import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { read, utils, write } from "@e965/xlsx";
import { chanceFrom } from "@varde/linkage/invented";
import { unzipSync } from "fflate";
import { Parser } from "htmlparser2";
import { SaxesParser } from "saxes";
import { extractText, getDocumentProxy } from "unpdf";
import type { Facts } from "../facts.ts";
import { drawHabits, type Form, fillForm } from "../form.ts";
import { getLanguage, LANGUAGES } from "../language/index.ts";
import { writeArchive } from "./archive.ts";
import { writeHtml } from "./html.ts";
import { nordicLetter } from "./nordic-letter.ts";
import { writePdf, writeScannedPdf } from "./pdf.ts";
import { writePlainText } from "./plain-text.ts";
import { writeCsv, writeWorkbook } from "./spreadsheet.ts";
import { writeWord } from "./word.ts";
import { writeXml } from "./xml.ts";

const FACTS: Facts = {
  kind: "alert",
  fields: {
    alertNumber: "PL-2026-00017",
    sendingCountry: "PL",
    surname: "Żukowska-Łoś",
    forename: "Agnieszka & Eva",
    birthDate: "1967-05-03",
    sex: "F",
    profession: "SP",
    measure: "suspension",
    decisionDate: "2026-01-02",
    effectiveFrom: "2026-01-02",
  },
};
const SECOND: Facts = {
  kind: "alert",
  fields: { ...FACTS.fields, surname: "Þórðardóttir", alertNumber: "PL-2026-00018" },
};

/** Forms in every language, each with chance of its own. */
const cases = LANGUAGES.map((language) => {
  const chance = chanceFrom(language.code);
  const habits = drawHabits(language, chance);
  const form = fillForm(FACTS, habits, chance);
  return { code: language.code, chance, form, forms: [form, fillForm(SECOND, habits, chance)] as const };
});

/** Values that must be found again in what a container holds. */
const valuesOf = (form: Form): string[] =>
  form.rows.map(({ value }) => value).filter((value) => value !== "");
const squeezed = (text: string): string => text.replace(/\s+/g, "");

function assertHolds(text: string, forms: readonly Form[], where: string): void {
  for (const value of forms.flatMap(valuesOf)) {
    assert.ok(squeezed(text).includes(squeezed(value)), `${where}: ${value} is missing in\n${text}`);
  }
}

/** A sheet as its reader would decode it: by its mark, else UTF-8, else Windows. */
function decodeSheet(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  const text = new TextDecoder().decode(bytes);
  return text.includes("\uFFFD") ? new TextDecoder("windows-1252").decode(bytes) : text;
}

/** What is printed in a PDF, and what stands in its fields. */
async function openPdf(bytes: Uint8Array): Promise<{ printed: string; filled: string[] }> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text: printed } = await extractText(pdf, { mergePages: true });
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)));
  const fields = await Promise.all(pages.map((page) => page.getAnnotations()));
  const filled = fields.flat().flatMap(({ fieldValue }: { fieldValue?: string }) => fieldValue ?? []);
  return { printed, filled };
}

describe("containers hold every value, as read by another library", () => {
  test("plain text", () => {
    for (const { code, chance, form } of cases) {
      for (let i = 0; i < 30; i++) assertHolds(writePlainText(form, chance), [form], code);
    }
  });

  test("HTML, one form and several", () => {
    for (const { code, chance, form, forms } of cases) {
      for (const page of [[form], forms]) {
        let text = "";
        const parser = new Parser({ ontext: (data) => (text += data) });
        parser.end(writeHtml(page, chance));
        assertHolds(text, page, code);
      }
    }
  });

  test("XML, one form and several", () => {
    for (const { code, chance, forms } of cases) {
      const bytes = writeXml(forms, chance);
      const charset = /encoding="([^"]+)"/.exec(Buffer.from(bytes).toString("latin1"))?.[1];
      let text = "";
      const parser = new SaxesParser();
      parser.on("text", (data) => (text += ` ${data}`));
      parser.on("attribute", ({ value }) => (text += ` ${value}`));
      parser.write(new TextDecoder(charset).decode(bytes)).close();
      assertHolds(text, forms, code);
    }
  });

  test("workbooks of every kind, and CSV in any charset", () => {
    for (const { code, chance, forms } of cases) {
      const { bytes, ending } = writeWorkbook(forms, chance);
      const book = read(bytes, { cellDates: true, UTC: true });
      const rows = book.SheetNames.flatMap((name) =>
        utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1, UTC: true }),
      );
      assertHolds(JSON.stringify(rows), forms, `${code} ${ending}`);
      const csv = writeCsv(forms, chance).bytes;
      assertHolds(decodeSheet(csv), forms, `${code} csv`);
    }
  });

  test("workbooks are the same whatever workbooks were opened before", () => {
    const [{ forms }] = cases as [(typeof cases)[number]];
    const before = writeWorkbook(forms, chanceFrom("book")).bytes;
    const other = utils.aoa_to_sheet([[{ t: "n", v: 1, z: "0.000 000" }]]);
    read(write({ SheetNames: ["A"], Sheets: { A: other } }, { type: "buffer", bookType: "xlsx" }), {
      cellNF: true,
    });
    assert.deepEqual(writeWorkbook(forms, chanceFrom("book")).bytes, before);
  });

  test("PDF, one form and several", async () => {
    for (const { code, chance, form, forms } of cases) {
      for (const sheets of [[form], forms]) {
        const { printed, filled } = await openPdf(writePdf(sheets, chance, "2026-01-05"));
        assertHolds([printed, ...filled].join("\n"), sheets, code);
      }
    }
  });

  test("PDF in fillable fields, where every letter is a western one", async () => {
    const chance = chanceFrom("western");
    const form = fillForm(SECOND, drawHabits(getLanguage("en"), chance), chance);
    let fillable = 0;
    for (let i = 0; i < 40; i++) {
      const { printed, filled } = await openPdf(writePdf([form], chance, "2026-01-05"));
      if (filled.length > 0) fillable++;
      assertHolds([printed, ...filled].join("\n"), [form], `draw ${i}`);
    }
    assert.ok(fillable > 2, `${fillable} of 40`);
  });

  test("Nordic letters, also with the name on one line", () => {
    for (const { code, chance, form } of cases.slice(0, 5)) {
      for (let i = 0; i < 20; i++) {
        const leaf = nordicLetter(form, "2026-01-05", chance);
        assert.ok("charset" in leaf);
        assertHolds(new TextDecoder(leaf.charset).decode(leaf.bytes), [form], code);
      }
    }
  });

  test("Word files", () => {
    for (const { code, chance, form } of cases) {
      const xml = new TextDecoder().decode(unzipSync(writeWord(form, chance))["word/document.xml"]);
      let text = "";
      const parser = new SaxesParser();
      parser.on("text", (data) => (text += ` ${data}`));
      parser.write(xml).close();
      assertHolds(text, [form], code);
    }
  });

  test("archives unpack to what was packed", () => {
    const packed = { "alert.xml": Buffer.from("<a/>") };
    assert.deepEqual(Buffer.from(unzipSync(writeArchive(packed))["alert.xml"] ?? []), packed["alert.xml"]);
  });

  test("a scanned PDF has no text", async () => {
    const { text } = await extractText(new Uint8Array(writeScannedPdf("2026-01-05")), { mergePages: true });
    assert.equal(text.trim(), "");
  });
});
