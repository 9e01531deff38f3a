import assert from "node:assert/strict";
import { test } from "node:test";
import { entriesOf, readText, valuesOf } from "../testing.ts";

const WANTED = {
  alertNumber: "SE-2026-00001-1",
  sendingCountry: "SE",
  surname: "Jönsson",
  forename: "Cecilia Maria",
  birthDate: "1957-10-01",
  profession: "TL",
  measure: "Temporary prohibition to practise",
  decisionDate: "2026-02-14",
  effectiveFrom: "2026-02-14",
};

const PAIRS: [string, string][] = [
  ["Alert number", "SE-2026-00001-1"],
  ["Sending country", "Sweden"],
  ["Surname(s)", "Jönsson"],
  ["Forename(s)", "Cecilia Maria"],
  ["Date of birth", "01/10/1957"],
  ["Place of birth", "Not provided"],
  ["Profession", "Dental practitioner"],
  ["Nature of the measure", "Temporary prohibition to practise"],
  ["Date of decision", "14 February 2026"],
  ["Effective from", "14-Feb-26"],
  ["Effective until", ""],
];

const LAYOUTS: Record<string, (pairs: [string, string][]) => string> = {
  "label and value parted by a colon": (pairs) => pairs.map(([l, v]) => `${l}: ${v}`).join("\n"),
  "labels in any order": (pairs) =>
    pairs
      .toReversed()
      .map(([l, v]) => `${l}: ${v}`)
      .join("\n"),
  "labels in capitals": (pairs) => pairs.map(([l, v]) => `${l.toUpperCase()}: ${v}`).join("\r\n"),
  "labels numbered": (pairs) => pairs.map(([l, v], i) => `${i + 1}. ${l}: ${v}`).join("\n"),
  "labels numbered by section": (pairs) => pairs.map(([l, v], i) => `2.${i + 1} ${l}: ${v}`).join("\n"),
  "labels with bullets": (pairs) => pairs.map(([l, v]) => `* ${l}: ${v}`).join("\n"),
  "quoted lines": (pairs) => pairs.map(([l, v]) => `> > ${l}: ${v}`).join("\n"),
  "values after tabs": (pairs) => pairs.map(([l, v]) => `${l}\t\t${v}`).join("\n"),
  "values after dotted leaders": (pairs) => pairs.map(([l, v]) => `${l.padEnd(34, ".")} ${v}`).join("\n"),
  "values in a column": (pairs) => pairs.map(([l, v]) => `${l.padEnd(34)}${v}`).join("\n"),
  "values after dashes": (pairs) => pairs.map(([l, v]) => `${l} – ${v}`).join("\n"),
  "values after equals signs": (pairs) => pairs.map(([l, v]) => `${l} = ${v}`).join("\n"),
  "values beneath labels": (pairs) => pairs.map(([l, v]) => `${l}\n${v}\n`).join("\n"),
  "values beneath labels with colons": (pairs) => pairs.map(([l, v]) => `${l}:\n  ${v}`).join("\n"),
  "a table drawn with bars": (pairs) => pairs.map(([l, v]) => `| ${l} | ${v} |`).join("\n"),
  "two columns": (pairs) =>
    pairs
      .flatMap(([l, v], i) =>
        i % 2
          ? []
          : [`${`${l}: ${v}`.padEnd(60)}${(pairs[i + 1] ?? ["", ""]).join(": ").replace(/^: $/, "")}`],
      )
      .join("\n"),
  "several labels on a line": (pairs) =>
    [pairs.slice(0, 4), pairs.slice(4, 8), pairs.slice(8)]
      .map((some) => some.map(([l, v]) => `${l}: ${v}`).join("; "))
      .join("\n"),
};

for (const [name, lay] of Object.entries(LAYOUTS)) {
  test(`reads plain text with ${name}`, async () => {
    const reading = await readText(`New alert\n\n${lay(PAIRS)}\n\nThis message was sent automatically.\n`);
    assert.equal(reading.verdict.outcome, "alerts", JSON.stringify(reading.verdict));
    assert.deepEqual(valuesOf(entriesOf(reading)[0]), WANTED);
    assert.deepEqual(entriesOf(reading)[0]?.problems, []);
  });
}

test("joins a value that goes on in the next line", async () => {
  const reading = await readText(
    "Surname: Berg\nForename: Anna\nDate of birth: 1 May 1970\nMeasure: Temporary prohibition to practise in hospitals,\n   and in private practice as well\nProfession: Nurse",
  );
  assert.equal(
    valuesOf(entriesOf(reading)[0])["measure"],
    "Temporary prohibition to practise in hospitals, and in private practice as well",
  );
});

test("keeps the raw text, the part, the line and the label of every field", async () => {
  const reading = await readText(
    "New alert\n\nSurname: Jönsson\nForename: Cecilia\nDate of birth: 01/10/1957\n",
  );
  assert.deepEqual(entriesOf(reading)[0]?.fields.birthDate, {
    value: "1957-10-01",
    raw: "01/10/1957",
    from: { part: "1", page: undefined, line: 5, cell: undefined, label: "Date of birth" },
  });
});

test("reads people who follow each other as entries of their own, with what stands before them shared", async () => {
  const people = ["Berg|Anna|1.2.1970", "Dahl|Per|3.4.1980", "Eide|Kari|5.6.1990"].map((person) =>
    person.split("|"),
  );
  const blocks = people.map(
    ([s, f, b], i) => `${i + 1}) Etternavn: ${s}\n   Fornavn: ${f}\n   Født: ${b}\n   Yrke: Lege`,
  );
  const reading = await readText(`Avsenderland: Danmark\nVedtaksdato: 10.01.2026\n\n${blocks.join("\n\n")}`);
  assert.deepEqual(
    entriesOf(reading).map((entry) => valuesOf(entry)),
    people.map(([surname, forename, birth]) => ({
      sendingCountry: "DK",
      decisionDate: "2026-01-10",
      surname,
      forename,
      birthDate: birth?.replace(/(\d)\.(\d)\.(\d+)/, "$3-0$2-0$1"),
      profession: "LE",
    })),
  );
});

test("takes a bare name as the surname beside a forename, and parts a whole name", async () => {
  const german = await readText("Name: Müller\nVorname: Hans\nGeburtsdatum: 01.02.1970\nBeruf: Arzt");
  assert.equal(valuesOf(entriesOf(german)[0])["surname"], "Müller");
  const italian = await readText(
    "Cognome: Rossi\nNome: Maria\nData di nascita: 1 maggio 1980\nProfessione: Infermiera",
  );
  assert.equal(valuesOf(entriesOf(italian)[0])["forename"], "Maria");
  const whole = await readText(
    "Full name: JÖNSSON Cecilia Maria\nDate of birth: 1 May 1980\nProfession: Nurse",
  );
  assert.deepEqual(
    [valuesOf(entriesOf(whole)[0])["surname"], valuesOf(entriesOf(whole)[0])["forename"]],
    ["JÖNSSON", "Cecilia Maria"],
  );
});

test("parts a period into its first and last day", async () => {
  const reading = await readText(
    "Surname: Berg\nDate of birth: 1 May 1980\nProfession: Nurse\nPeriod: 01.03.2026 – 28.02.2027",
  );
  const { effectiveFrom, effectiveUntil } = valuesOf(entriesOf(reading)[0]);
  assert.deepEqual([effectiveFrom, effectiveUntil], ["2026-03-01", "2027-02-28"]);
});

test("takes a word that is a label in a foreign language as the value it is", async () => {
  const reading = await readText(
    "Efternamn\nEk\n\nFörnamn\nLisa\n\nFödelsedatum\n1970-02-01\n\nYrke\nLäkare\n",
  );
  assert.deepEqual(valuesOf(entriesOf(reading)[0]), {
    surname: "Ek",
    forename: "Lisa",
    birthDate: "1970-02-01",
    profession: "LE",
  });
});

test("forgives a label one letter wrong", async () => {
  const reading = await readText(
    "Surnmae: Berg\nForenmae: Anna\nDate of brith: 1 May 1980\nProffesion: Nurse",
  );
  assert.deepEqual(valuesOf(entriesOf(reading)[0]), {
    surname: "Berg",
    forename: "Anna",
    birthDate: "1980-05-01",
    profession: "SP",
  });
});

test("never makes an alert of a label within running prose", async () => {
  const reading = await readText("Buy now. Date of birth: unknown. Surname: yours! Profession: winner.", {
    from: "offers@shop.example",
    subject: "Special offer",
  });
  assert.equal(reading.verdict.outcome, "irrelevant");
});
