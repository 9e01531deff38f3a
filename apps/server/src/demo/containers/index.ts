import type { Chance } from "@varde/linkage/invented";
import { byShare } from "../draws.ts";
import type { Form } from "../form.ts";
import { type Entity, filePart, textPart } from "../mime/message.ts";
import { writeArchive } from "./archive.ts";
import { htmlBody, writeHtml } from "./html.ts";
import { isNordic, nordicLetter } from "./nordic-letter.ts";
import { writePdf } from "./pdf.ts";
import { plainText, writePlainText } from "./plain-text.ts";
import { writeCsv, writeWorkbook } from "./spreadsheet.ts";
import { writeWord } from "./word.ts";
import { writeXml } from "./xml.ts";

/** What a container is given: the forms of one sender, the day (ISO) it is made, and chance. */
export interface Filling {
  forms: readonly [Form, ...Form[]];
  date: string;
  chance: Chance;
}

/** A way to send forms by mail. */
export interface Container {
  name: string;
  /** How often it is used for one form, relative to the others. */
  share: number;
  /** How often it is used for several forms in one message; 0 where it holds one only. */
  shareOfMany: number;
  /** Languages it exists in; all when absent. */
  suits?: (language: string) => boolean;
  fill(filling: Filling): Entity;
}

const XML = "application/xml";
const PDF = "application/pdf";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Every container, with how often each is used. */
export const CONTAINERS: readonly Container[] = [
  {
    name: "plainText",
    share: 22,
    shareOfMany: 0,
    fill: ({ forms: [form], chance }) => plainText(form, chance),
  },
  { name: "html", share: 18, shareOfMany: 10, fill: ({ forms, chance }) => htmlBody(forms, chance) },
  {
    name: "alternative",
    share: 8,
    shareOfMany: 0,
    fill: ({ forms: [form], chance }) => alternative(form, chance),
  },
  { name: "pdf", share: 16, shareOfMany: 6, fill: (filling) => attached(filling, pdfFile(filling)) },
  { name: "xml", share: 12, shareOfMany: 10, fill: (filling) => attached(filling, xmlFile(filling)) },
  {
    name: "pdfAndXml",
    share: 3,
    shareOfMany: 0,
    fill: (filling) => attached(filling, pdfFile(filling), xmlFile(filling)),
  },
  { name: "word", share: 3, shareOfMany: 0, fill: (filling) => attached(filling, wordFile(filling)) },
  {
    name: "nordicLetter",
    share: 30,
    shareOfMany: 0,
    suits: isNordic,
    fill: ({ forms: [form], date, chance }) => nordicLetter(form, date, chance),
  },
  {
    name: "workbook",
    share: 2,
    shareOfMany: 50,
    fill: (filling) => attached(filling, sheetFile(filling, writeWorkbook)),
  },
  {
    name: "csv",
    share: 2,
    shareOfMany: 20,
    fill: (filling) => attached(filling, sheetFile(filling, writeCsv)),
  },
  { name: "archive", share: 4, shareOfMany: 4, fill: (filling) => attached(filling, archived(filling)) },
];

/** Draws a container that can hold so many forms in the language. */
export function drawContainer(forms: readonly Form[], chance: Chance): Container {
  const language = forms[0]?.language.code ?? "";
  const usable = CONTAINERS.filter(({ suits }) => suits?.(language) ?? true);
  const shares = usable.map((container) => ({
    container,
    share: forms.length > 1 ? container.shareOfMany : container.share,
  }));
  return byShare(chance, shares).container;
}

interface NamedFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

function attached({ forms: [form], chance }: Filling, ...files: NamedFile[]): Entity {
  // The subject may say nothing of the kind, so the cover does.
  const cover = `${form.title}\n\n${form.language.cover}\n${form.footer ? `\n${form.footer}\n` : ""}`;
  const parts = files.map(({ name, mediaType, bytes }) => filePart(name, mediaType, bytes));
  return { multipart: "mixed", parts: [textPart(cover, chance), ...parts] };
}

/** What the file is called: by its alert's number, or by a plain word. */
function fileName({ forms: [form], chance }: Filling, ending: string): string {
  const number = form.rows.find(({ field }) => field === "alertNumber")?.value.replace(/[^\p{L}\d]+/gu, "-");
  const plain = chance.pick(["alert", "form", `${form.title} 1`, "notification"]);
  return `${number && chance.happens(0.5) ? number : plain}.${ending}`;
}

const pdfFile = (filling: Filling): NamedFile => ({
  name: fileName(filling, "pdf"),
  mediaType: PDF,
  bytes: writePdf(filling.forms, filling.chance, filling.date),
});

const xmlFile = (filling: Filling): NamedFile => ({
  name: fileName(filling, "xml"),
  mediaType: filling.chance.pick([XML, "text/xml"]),
  bytes: writeXml(filling.forms, filling.chance),
});

const wordFile = (filling: Filling): NamedFile => ({
  name: fileName(filling, "docx"),
  mediaType: WORD,
  bytes: writeWord(filling.forms[0], filling.chance),
});

function sheetFile(filling: Filling, write: typeof writeWorkbook): NamedFile {
  const { bytes, ending, mediaType } = write(filling.forms, filling.chance);
  return { name: fileName(filling, ending), mediaType, bytes };
}

function archived(filling: Filling): NamedFile {
  const inner = filling.chance.pick([pdfFile, xmlFile])(filling);
  return {
    name: fileName(filling, "zip"),
    mediaType: "application/zip",
    bytes: writeArchive({ [inner.name]: inner.bytes }),
  };
}

function alternative(form: Form, chance: Chance): Entity {
  return {
    multipart: "alternative",
    parts: [
      textPart(writePlainText(form, chance), chance),
      textPart(writeHtml([form], chance), chance, "html"),
    ],
  };
}
