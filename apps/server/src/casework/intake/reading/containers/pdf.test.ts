import assert from "node:assert/strict";
import { test } from "node:test";
import PDFDocument from "pdfkit";
import { entriesOf, readMail, valuesOf } from "../testing.ts";

type Draw = (pdf: PDFKit.PDFDocument) => void;

function makePdf(draw: Draw, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: "A4", margin: 40, ...options });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const made = new Promise<Uint8Array>((resolve) => pdf.on("end", () => resolve(Buffer.concat(chunks))));
  pdf.fontSize(10);
  draw(pdf);
  pdf.end();
  return made;
}

async function readPdf(draw: Draw, options?: PDFKit.PDFDocumentOptions) {
  const cover = { type: "text/plain", content: "New alert. The alert form is attached." };
  return readMail([
    cover,
    { type: "application/pdf", content: await makePdf(draw, options), fileName: "alert.pdf" },
  ]);
}

const PAIRS: [string, string][] = [
  ["Warnmeldung Nr.", "DE-2026-1"],
  ["Nachname(n)", "Müller"],
  ["Vorname(n)", "Jürgen"],
  ["Geburtsdatum", "06.08.1978"],
  ["Beruf", "Arzt"],
  ["Registernummer", ""],
  ["Datum der Entscheidung", "21. August 2026"],
  ["Gültig bis", ""],
];
const WANTED = {
  alertNumber: "DE-2026-1",
  sendingCountry: "DE",
  surname: "Müller",
  forename: "Jürgen",
  birthDate: "1978-08-06",
  profession: "LE",
  decisionDate: "2026-08-21",
};

const FORMS: Record<string, Draw> = {
  "labels and values in columns": (pdf) =>
    PAIRS.forEach(([l, v], i) => pdf.text(l, 40, 80 + i * 18).text(v, 220, 80 + i * 18)),
  "labels with colons before values": (pdf) =>
    PAIRS.forEach(([l, v], i) => pdf.text(`${l}: ${v}`, 40, 80 + i * 18)),
  "values beneath labels": (pdf) =>
    PAIRS.forEach(([l, v], i) =>
      pdf
        .fontSize(7)
        .text(l, 40, 80 + i * 34)
        .fontSize(11)
        .text(v, 40, 90 + i * 34),
    ),
  "two columns of labels and values": (pdf) =>
    PAIRS.forEach(([l, v], i) =>
      pdf
        .text(l, 40 + (i % 2) * 260, 80 + Math.floor(i / 2) * 20)
        .text(v, 170 + (i % 2) * 260, 80 + Math.floor(i / 2) * 20),
    ),
  "two columns of labels above values": (pdf) =>
    PAIRS.forEach(([l, v], i) =>
      pdf
        .fontSize(8)
        .text(l, 40 + (i % 2) * 260, 80 + Math.floor(i / 2) * 36)
        .fontSize(11)
        .text(v, 40 + (i % 2) * 260, 92 + Math.floor(i / 2) * 36),
    ),
  "a page for each half": (pdf) => {
    PAIRS.forEach(([l, v], i) => {
      if (i === 4) pdf.addPage();
      pdf.text(l, 40, 80 + (i % 4) * 18).text(v, 220, 80 + (i % 4) * 18);
    });
  },
  "values typed into form fields": (pdf) => {
    pdf.font("Helvetica").initForm();
    PAIRS.forEach(([l, v], i) =>
      pdf
        .text(l, 40, 80 + i * 24)
        .formText(`field${i}`, 220, 74 + i * 24, 200, 18, { value: v, defaultValue: v }),
    );
  },
};

for (const [name, draw] of Object.entries(FORMS)) {
  test(`reads a PDF with ${name}`, async () => {
    const reading = await readPdf(draw);
    assert.equal(entriesOf(reading).length, 1, JSON.stringify(reading.verdict));
    assert.deepEqual(valuesOf(entriesOf(reading)[0]), WANTED);
  });
}

test("tells the page and the line of a field", async () => {
  const reading = await readPdf(FORMS["a page for each half"] as Draw);
  const { from } = entriesOf(reading)[0]?.fields.profession ?? {};
  assert.deepEqual([from?.part, from?.page, from?.line, from?.label], ["2", 2, 1, "Beruf"]);
});

test("reads a table in a PDF as a person a row, joining cells that go on beneath", async () => {
  const head = ["Surname", "Forename", "Date of birth", "Profession", "Measure"];
  const rows = [
    ["Berg", "Anna", "01.02.1970", "Nurse", "Suspension of"],
    ["", "", "", "", "the licence"],
    ["Dahl", "Per", "03.04.1980", "Midwife", "Suspension"],
    ["Eide", "Kari", "05.06.1990", "", "Warning"],
  ];
  const reading = await readPdf((pdf) =>
    [head, ...rows].forEach((row, y) => row.forEach((cell, x) => pdf.text(cell, 40 + x * 105, 80 + y * 14))),
  );
  assert.deepEqual(
    entriesOf(reading).map((entry) => [
      valuesOf(entry)["surname"],
      valuesOf(entry)["profession"],
      valuesOf(entry)["measure"],
    ]),
    [
      ["Berg", "SP", "Suspension of the licence"],
      ["Dahl", "JO", "Suspension"],
      ["Eide", undefined, "Warning"],
    ],
  );
});

test("joins a value that goes on beneath itself and a label that does", async () => {
  const reading = await readPdf((pdf) => {
    pdf.text("Surname", 40, 80).text("Berg", 200, 80);
    pdf.text("Date of birth", 40, 98).text("1 May 1970", 200, 98);
    pdf.text("Nature of the", 40, 116).text("Suspension of the licence until", 200, 116);
    pdf.text("measure", 40, 128).text("a new hearing is held", 200, 128);
    pdf.text("Profession", 40, 150).text("Nurse", 200, 150);
  });
  assert.deepEqual(valuesOf(entriesOf(reading)[0]), {
    surname: "Berg",
    birthDate: "1970-05-01",
    measure: "Suspension of the licence until a new hearing is held",
    profession: "SP",
  });
});

test("quarantines a PDF that is broken, locked or without text", async () => {
  const whole = await makePdf((pdf) => pdf.text("Surname: Berg"));
  const cases: [Uint8Array, string, string | undefined][] = [
    [Buffer.from("%PDF-1.4 broken"), "brokenPdf", "damaged"],
    [await makePdf((pdf) => pdf.rect(10, 10, 200, 200).fill("black")), "pdfWithoutText", undefined],
    [
      await makePdf((pdf) => pdf.text("Surname: Berg"), { userPassword: "secret" }),
      "brokenPdf",
      "passwordProtected",
    ],
    [whole.subarray(0, 300), "brokenPdf", "damaged"],
  ];
  for (const [content, reason, cause] of cases) {
    const { verdict } = await readMail([{ type: "application/pdf", content, fileName: "a.pdf" }]);
    assert.equal(verdict.outcome === "quarantined" && verdict.reason, reason);
    assert.equal(verdict.outcome === "quarantined" && verdict.params["cause"], cause);
  }
});
