import { type CellObject, utils, write } from "@e965/xlsx";
import type { FieldName } from "@varde/contract/intake";
import type { Chance } from "@varde/linkage/invented";
import { alignForms, type Form } from "../form.ts";
import { encodeCharset, fitsCharset } from "../mime/transfer.ts";

/** A spreadsheet file: its bytes with the name ending and media type that belong to them. */
export interface SheetFile {
  bytes: Uint8Array;
  ending: "xlsx" | "xls" | "ods" | "csv";
  mediaType: string;
}

const WORKBOOKS = [
  {
    ending: "xlsx",
    bookType: "xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  { ending: "xlsx", bookType: "xlsx", mediaType: "application/octet-stream" },
  { ending: "xls", bookType: "biff8", mediaType: "application/vnd.ms-excel" },
  { ending: "ods", bookType: "ods", mediaType: "application/vnd.oasis.opendocument.spreadsheet" },
] as const;

const DATE_FORMAT = "dd/mm/yyyy";
/** Number formats by their id in a workbook: the two built-in ones in use, and the first free id. */
const FORMATS = { 0: "General", 14: "m/d/yy", 164: DATE_FORMAT };

const DATES = new Set<FieldName>(["birthDate", "decisionDate", "effectiveFrom", "effectiveUntil"]);

/** The forms as a workbook, one person a row; dates are cells of type date where the forms hold whole ISO dates. */
export function writeWorkbook(forms: readonly Form[], chance: Chance): SheetFile {
  const { ending, bookType, mediaType } = chance.pick(WORKBOOKS);
  // Without a table of its own a workbook is written with the formats of every workbook seen before.
  const book = Object.assign(utils.book_new(), { SSF: { ...FORMATS } });
  const sheetsOf = chance.happens(0.25) && forms.length > 2 ? halves(forms) : [forms];
  sheetsOf.forEach((part, i) => {
    const sheet = utils.aoa_to_sheet<CellObject | string>(sheetRows(part, chance), { UTC: true });
    utils.book_append_sheet(book, sheet, sheetsOf.length > 1 ? `Part ${i + 1}` : "Circular");
  });
  if (chance.happens(0.3)) utils.book_append_sheet(book, utils.aoa_to_sheet([[NOTE]]), "Notes");
  return { bytes: write(book, { type: "buffer", bookType, compression: true }) as Buffer, ending, mediaType };
}

const NOTE = "This circular replaces no earlier one. Questions are answered by the issuing office.";

const halves = (forms: readonly Form[]): Form[][] => {
  const middle = Math.ceil(forms.length / 2);
  return [forms.slice(0, middle), forms.slice(middle)];
};

function sheetRows(forms: readonly Form[], chance: Chance): (CellObject | string)[][] {
  const columns = alignForms(forms);
  const rows = forms.map((_, i) => columns.map(({ field, values }) => cell(field, values[i] ?? "")));
  const titles = chance.happens(0.5) ? [[forms[0]?.title ?? ""], []] : [];
  const notes = chance.happens(0.3) ? [[], [NOTE]] : [];
  return [...titles, columns.map(({ label }) => label), ...rows, ...notes];
}

function cell(field: FieldName, value: string): CellObject | string {
  if (!DATES.has(field) || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  return { t: "d", v: new Date(`${value}T00:00:00Z`), z: DATE_FORMAT };
}

/** The forms as comma-separated values, one person a row, with the separator and charset of the sender's program. */
export function writeCsv(forms: readonly Form[], chance: Chance): SheetFile {
  const separator = chance.pick([",", ";", "\t"]);
  const columns = alignForms(forms);
  const quote = (value: string): string =>
    /["\r\n,;\t]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const rows = [
    columns.map(({ label }) => label),
    ...forms.map((_, i) => columns.map(({ values }) => values[i] ?? "")),
  ];
  const text = `${rows.map((row) => row.map(quote).join(separator)).join("\r\n")}\r\n`;
  return { bytes: encodeSheet(text, chance), ending: "csv", mediaType: "text/csv" };
}

/** A sheet in the charset of the sender's program: UTF-8 with or without a mark, Windows, or UTF-16 as Excel's "Unicode text". */
function encodeSheet(text: string, chance: Chance): Uint8Array {
  if (fitsCharset(text, "windows-1252") && chance.happens(0.3)) return encodeCharset(text, "windows-1252");
  if (chance.happens(0.1)) return encodeCharset(`\uFEFF${text}`, "utf-16le");
  return encodeCharset(chance.happens(0.5) ? `\uFEFF${text}` : text, "utf-8");
}
