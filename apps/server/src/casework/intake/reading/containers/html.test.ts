import assert from "node:assert/strict";
import { test } from "node:test";
import { entriesOf, readHtml, valuesOf } from "../testing.ts";

const WANTED = {
  alertNumber: "FI-2026-7",
  sendingCountry: "FI",
  surname: "Mäkinen",
  forename: "Päivi",
  birthDate: "1970-03-05",
  profession: "SP",
};
const PAIRS: [string, string][] = [
  ["Varoituksen numero", "FI-2026-7"],
  ["Sukunimi", "Mäkinen"],
  ["Etunimet", "Päivi"],
  ["Syntymäaika", "5. maaliskuuta 1970"],
  ["Ammatti", "Sairaanhoitaja"],
  ["Voimassa asti", ""],
];
const each = (row: (label: string, value: string) => string) => PAIRS.map(([l, v]) => row(l, v)).join("");

const PAGES: Record<string, string> = {
  "a table of headings and cells": `<table>${each((l, v) => `<tr><th>${l}</th><td>${v}</td></tr>`)}</table>`,
  "a table of plain cells": `<table>${each((l, v) => `<tr><td>${l}:</td><td>${v}</td></tr>`)}</table>`,
  "cells that begin with a colon": `<table>${each((l, v) => `<tr><td>${l}</td><td>: ${v}</td></tr>`)}</table>`,
  "tables within layout tables": `<table><tr><td><table><tr><td><table>${each((l, v) => `<tr><td>${l}</td><td><table><tr><td>${v}</td></tr></table></td></tr>`)}</table></td></tr></table></td></tr></table>`,
  "a definition list": `<dl>${each((l, v) => `<dt>${l}</dt><dd>${v}</dd>`)}</dl>`,
  "paragraphs with bold labels": each((l, v) => `<p><b>${l}</b> ${v}</p>`),
  "labels and values in spans": each((l, v) => `<div><span class="l">${l}</span><span>${v}</span></div>`),
  "labels and values in blocks of their own": each((l, v) => `<div>${l}</div><div>${v}</div>`),
  "line breaks": `<p>${each((l, v) => `${l}: ${v}<br>`)}</p>`,
  "lines side by side in one row": `<table><tr><td>${PAIRS.slice(0, 5)
    .map(([l]) => l)
    .join("<br>")}</td><td>${PAIRS.slice(0, 5)
    .map(([, v]) => v)
    .join("<br>")}</td></tr></table>`,
  "a list": `<ul>${each((l, v) => `<li><strong>${l}:</strong> ${v}</li>`)}</ul>`,
  "two pairs in a row": `<table><tr>${PAIRS.slice(0, 2)
    .map(([l, v]) => `<td>${l}</td><td>${v}</td>`)
    .join("")}</tr><tr>${PAIRS.slice(2, 4)
    .map(([l, v]) => `<td>${l}</td><td>${v}</td>`)
    .join("")}</tr><tr>${PAIRS.slice(4)
    .map(([l, v]) => `<td>${l}</td><td>${v}</td>`)
    .join("")}</tr></table>`,
  "tags left open": `<table>${each((l, v) => `<tr><td>${l}<td>${v}`)}`,
  "form fields": each((l, v) => `<p><label>${l}</label> <input type="text" value="${v}"></p>`),
  "headings above values": `<table><tr>${PAIRS.map(([l]) => `<th>${l}</th>`).join("")}</tr><tr>${PAIRS.map(([, v]) => `<td>${v}</td>`).join("")}</tr></table>`,
};

for (const [name, page] of Object.entries(PAGES)) {
  test(`reads HTML with ${name}`, async () => {
    const reading = await readHtml(
      `<html><head><title>Surname: Title</title></head><body><h2>Uusi varoitus</h2>${page}<p>Lisätietoja saa viranomaiselta.</p></body></html>`,
    );
    assert.deepEqual(valuesOf(entriesOf(reading)[0]), WANTED);
    assert.equal(entriesOf(reading).length, 1);
  });
}

test("reads a person a row beneath a heading row, and a person a column beside labels", async () => {
  const people = [
    ["Surname", "Berg", "Dahl", "Ek"],
    ["Forename", "Anna", "Per", "Max"],
    ["Date of birth", "1970-01-02", "1980-03-04", "1990-05-06"],
    ["Profession", "Nurse", "Midwife", ""],
    ["Effective until", "", "2027-01-01", ""],
  ];
  const table = (cells: string[][]) =>
    `<table>${cells.map((row) => `<tr>${row.map((c) => `<td>${c}</td>`).join("")}</tr>`).join("")}</table>`;
  const turned = people[0]?.map((_, column) => people.map((row) => row[column] ?? "")) ?? [];
  const wanted = [
    { surname: "Berg", forename: "Anna", birthDate: "1970-01-02", profession: "SP" },
    {
      surname: "Dahl",
      forename: "Per",
      birthDate: "1980-03-04",
      profession: "JO",
      effectiveUntil: "2027-01-01",
    },
    { surname: "Ek", forename: "Max", birthDate: "1990-05-06" },
  ];
  for (const page of [table(people), table(turned)]) {
    assert.deepEqual(entriesOf(await readHtml(page)).map(valuesOf), wanted);
  }
});

test("never reads scripts, styles, comments or hidden text", async () => {
  const evil = "Surname: Evil";
  const hidden = [
    `<script>document.write("${evil}")</script>`,
    `<style>/* ${evil} */</style>`,
    `<!-- ${evil} -->`,
    `<div style="display:none">${evil}</div>`,
    `<span hidden>${evil}</span>`,
    `<p style="visibility: hidden">${evil}<b>${evil}</b></p>`,
    `<svg><text>${evil}</text></svg>`,
    `<noscript>${evil}</noscript>`,
    `<div style="font-size:0">${evil}</div>`,
  ].join("");
  const reading = await readHtml(
    `<body>${hidden}<p>Surname: Berg</p><p>Date of birth: 1 May 1970</p><p>Profession: Nurse</p></body>`,
  );
  assert.equal(valuesOf(entriesOf(reading)[0])["surname"], "Berg");
  assert.ok(!JSON.stringify(reading).includes("Evil"));
});
