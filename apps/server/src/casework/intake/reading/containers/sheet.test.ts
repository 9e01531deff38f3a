import assert from "node:assert/strict";
import { test } from "node:test";
import * as xlsx from "@e965/xlsx";
import { DEFAULT_LIMITS } from "../limits.ts";
import { readMessage } from "../read-message.ts";
import { composeMail, entriesOf, readMail, valuesOf } from "../testing.ts";

type Rows = (string | number | Date | null)[][];

const HEAD = ["Reference", "Surname", "Forenames", "Date of birth", "Profession", "Measure", "Decision date"];
const ROWS: Rows = [
  ["GB-C1-1", "Berg", "Anna", "01/02/1970", "Nurse", "Suspension", "13/04/2026"],
  ["GB-C1-2", "Dahl", "Per", "03/04/1980", "Midwife", "Suspension", "14/04/2026"],
];
const WANTED = [
  {
    alertNumber: "GB-C1-1",
    sendingCountry: "GB",
    surname: "Berg",
    forename: "Anna",
    birthDate: "1970-02-01",
    profession: "SP",
    measure: "Suspension",
    decisionDate: "2026-04-13",
  },
  {
    alertNumber: "GB-C1-2",
    sendingCountry: "GB",
    surname: "Dahl",
    forename: "Per",
    birthDate: "1980-04-03",
    profession: "JO",
    measure: "Suspension",
    decisionDate: "2026-04-14",
  },
];

function workbook(sheets: Record<string, Rows>, bookType: xlsx.BookType = "xlsx"): Uint8Array {
  const book = xlsx.utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows, { UTC: true }), name);
  return new Uint8Array(xlsx.write(book, { type: "array", bookType }) as ArrayBuffer);
}

const cover = { type: "text/plain", content: "Please find the circular attached." };
const readBook = (content: Uint8Array, fileName = "circular.xlsx") =>
  readMail([cover, { type: "application/octet-stream", content, fileName }]);
const readCsv = (content: string) =>
  readMail([cover, { type: "text/csv", content, fileName: "circular.csv" }]);

for (const [bookType, ending] of [
  ["xlsx", "xlsx"],
  ["biff8", "xls"],
  ["ods", "ods"],
] as const) {
  test(`reads one entry a row of a workbook of type ${ending}`, async () => {
    const reading = await readBook(workbook({ A: [HEAD, ...ROWS] }, bookType), `circular.${ending}`);
    assert.deepEqual(entriesOf(reading).map(valuesOf), WANTED);
    assert.equal(entriesOf(reading)[1]?.fields.surname?.from.cell, "B3");
  });
}

test("finds the heading row beneath title rows, passes notes by, and reads every sheet", async () => {
  const first: Rows = [
    ["Fitness to practise circular 12", null, null],
    [],
    ["Confidential"],
    [],
    HEAD,
    ...ROWS,
    [],
    ["Total: 2"],
  ];
  const third = [["GB-C1-3", "Eide", "Kari", "05/06/1990", "Doctor", "Erasure", "15/04/2026"]];
  const reading = await readBook(
    workbook({ Notes: [["About this circular"]], A: first, B: [HEAD, ...third] }),
  );
  assert.deepEqual(
    entriesOf(reading).map((entry) => valuesOf(entry)["surname"]),
    ["Berg", "Dahl", "Eide"],
  );
});

test("reads dates kept as serial numbers", async () => {
  const date = new Date(Date.UTC(1970, 1, 1));
  const rows: Rows = [HEAD, ["GB-C1-1", "Berg", "Anna", date, "Nurse", "Suspension", date]];
  assert.equal(valuesOf(entriesOf(await readBook(workbook({ A: rows })))[0])["birthDate"], "1970-02-01");
  const bare = await readBook(
    workbook({ A: [HEAD, ["GB-C1-1", "Berg", "Anna", 25600, "Nurse", "Suspension", 46125]] }),
  );
  assert.deepEqual(
    [valuesOf(entriesOf(bare)[0])["birthDate"], valuesOf(entriesOf(bare)[0])["decisionDate"]],
    ["1970-02-01", "2026-04-13"],
  );
});

for (const [name, delimiter] of [
  ["comma", ","],
  ["semicolon", ";"],
  ["tab", "\t"],
] as const) {
  test(`reads text parted by ${name}s`, async () => {
    const quoted = [HEAD, ...ROWS]
      .map((row) => row.map((cell) => `"${String(cell)}"`).join(delimiter))
      .join("\r\n");
    assert.deepEqual(entriesOf(await readCsv(`\ufeff${quoted}\r\n`)).map(valuesOf), WANTED);
  });
}

test("keeps what looks like a formula as text", async () => {
  const reading = await readCsv(
    'Surname,Forename,Date of birth\n"=HYPERLINK(""http://evil.example"")",@SUM(1),1970-02-01\n',
  );
  assert.deepEqual(valuesOf(entriesOf(reading)[0]), {
    surname: '=HYPERLINK("http://evil.example")',
    forename: "@SUM(1)",
    birthDate: "1970-02-01",
  });
});

test("quarantines a circular with an incomplete row, keeping every entry", async () => {
  const { verdict } = await readCsv(
    "Surname,Forename,Date of birth,Profession\nBerg,Anna,1970-02-01,Nurse\n,Per,,Nurse\n",
  );
  assert.equal(verdict.outcome === "quarantined" && verdict.reason, "missingMandatory");
  assert.deepEqual(
    entriesOf({ verdict } as never).map(({ missing }) => missing),
    [[], ["name", "birthDateOrIdentityNumber"]],
  );
});

test("refuses more rows than the limit", async () => {
  const rows = [
    "Surname,Forename,Date of birth",
    ...Array.from({ length: 30 }, (_, i) => `Berg${i},Anna,1970-02-01`),
  ];
  const mail = composeMail([cover, { type: "text/csv", content: rows.join("\n"), fileName: "a.csv" }]);
  const { verdict } = await readMessage(mail, [], { ...DEFAULT_LIMITS, rows: 20 });
  assert.equal(verdict.outcome === "quarantined" && verdict.reason, "tooLarge");
});
