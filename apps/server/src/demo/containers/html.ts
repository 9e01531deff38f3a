import type { Chance } from "@varde/linkage/invented";
import { alignForms, type Form, type Row } from "../form.ts";
import { type Entity, textPart } from "../mime/message.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  ö: "&ouml;",
  ä: "&auml;",
  é: "&eacute;",
  ø: "&oslash;",
  å: "&aring;",
  ž: "&#382;",
  ł: "&#x142;",
};

/** Writes a text so that markup in it is text, letters as entities when the sender's program does that. */
const escaper = (chance: Chance): ((text: string) => string) => {
  const pattern = chance.happens(0.25) ? /[&<>öäéøåžł]/g : /[&<>]/g;
  return (text) => text.replace(pattern, (letter) => ENTITIES[letter] ?? letter);
};

type Escape = ReturnType<typeof escaper>;
type Layout = (rows: readonly Row[], write: Escape) => string;

const rowsOf = (
  rows: readonly Row[],
  write: Escape,
  cells: (label: string, value: string) => string,
): string => rows.map(({ label, value }) => cells(write(label), write(value))).join("\n");

const LAYOUTS: Readonly<Record<string, Layout>> = {
  headCells: (rows, write) =>
    `<table border="1">${rowsOf(rows, write, (l, v) => `<tr><th scope="row">${l}</th><td>${v}</td></tr>`)}</table>`,
  plainCells: (rows, write) =>
    `<TABLE CELLPADDING=4>${rowsOf(rows, write, (l, v) => `<TR><TD><B>${l}:</B></TD><TD>${v || "&nbsp;"}</TD></TR>`)}</TABLE>`,
  nested: (rows, write) =>
    `<table width="100%"><tr><td align="center"><table width="600"><tr><td style="padding:24px"><table>${rowsOf(
      rows,
      write,
      (l, v) =>
        `<tr><td style="color:#555">${l}</td><td><table><tr><td><span>${v}</span></td></tr></table></td></tr>`,
    )}</table></td></tr></table></td></tr></table>`,
  definitions: (rows, write) => `<dl>${rowsOf(rows, write, (l, v) => `<dt>${l}</dt><dd>${v}</dd>`)}</dl>`,
  paragraphs: (rows, write) => rowsOf(rows, write, (l, v) => `<p><strong>${l}:</strong> ${v}</p>`),
  breaks: (rows, write) => `<p>${rowsOf(rows, write, (l, v) => `${l}: ${v}<br>`)}</p>`,
  fourColumns: (rows, write) => {
    const cells = rows.map(({ label, value }) => `<th>${write(label)}</th><td>${write(value)}</td>`);
    const pairs = cells.flatMap((cell, i) =>
      i % 2 ? [] : [`<tr>${cell}${cells[i + 1] ?? "<td></td><td></td>"}</tr>`],
    );
    return `<table>${pairs.join("\n")}</table>`;
  },
  listItems: (rows, write) => `<ul>${rowsOf(rows, write, (l, v) => `<li><b>${l}</b>: ${v}</li>`)}</ul>`,
};

const NAMES = Object.keys(LAYOUTS);

/** Several people in one table: a row or a column each. */
function peopleTable(forms: readonly Form[], write: Escape, chance: Chance): string {
  const columns = alignForms(forms);
  if (chance.happens(0.5)) {
    const head = columns.map(({ label }) => `<th>${write(label)}</th>`).join("");
    const rows = forms.map(
      (_, i) => `<tr>${columns.map(({ values }) => `<td>${write(values[i] ?? "")}</td>`).join("")}</tr>`,
    );
    return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join("\n")}</tbody></table>`;
  }
  const rows = columns.map(
    ({ label, values }) =>
      `<tr><th>${write(label)}</th>${values.map((v) => `<td>${write(v)}</td>`).join("")}</tr>`,
  );
  return `<table>${rows.join("\n")}</table>`;
}

const STYLE = "<style>td{font:13px Arial} .pre{display:none}</style>";

/** Forms of one sender as a page: one in one of many layouts, several in one table. */
export function writeHtml(forms: readonly Form[], chance: Chance): string {
  const [form] = forms;
  if (!form) throw new RangeError("a page needs a form");
  const write = escaper(chance);
  const layout = LAYOUTS[chance.pick(NAMES)] as Layout;
  const body = forms.length > 1 ? peopleTable(forms, write, chance) : layout(form.rows, write);
  const hidden = chance.happens(0.3)
    ? '<div class="pre" style="display:none">View this message in a browser.</div>'
    : "";
  const footer = form.footer ? `<p style="font-size:10px">${write(form.footer)}</p>` : "";
  return `<!DOCTYPE html>
<html><head>${chance.happens(0.5) ? STYLE : ""}</head><body>
${hidden}<h2>${write(form.title)}</h2>
<!-- form -->
${body}
${footer}
</body></html>
`;
}

/** The forms as an HTML body. */
export const htmlBody = (forms: readonly Form[], chance: Chance): Entity =>
  textPart(writeHtml(forms, chance), chance, "html");
