import type { AccessReport, Language, ReportSection } from "@varde/contract";
import { inWords } from "./code-words.ts";
import { DOCUMENT_WORDS, FIELD_TITLES } from "./report-words.ts";

const STYLE =
  "body{font:1rem/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}h2{border-top:1px solid #999;padding-top:1rem}" +
  "dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.2rem 1rem;margin:0 0 1rem;padding:.5rem 0;border-bottom:1px solid #ddd}" +
  'dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}dd dl{display:block;border:0;border-left:2px solid #ccc;padding:0 0 0 .6rem;margin:.2rem 0}dd dt{display:inline;font-weight:400;color:#555}dd dt::after{content:": "}dd dd{display:inline}dd dd::after{content:"";display:block}@media print{section{break-inside:auto}dl{break-inside:avoid}}';

/** A report as a document to be read on a screen, printed or read aloud: one page of HTML that needs nothing else. */
export function reportDocument(
  { madeAt, sections }: Pick<AccessReport, "madeAt" | "sections">,
  language: Language,
): string {
  const say = (word: keyof typeof DOCUMENT_WORDS) => DOCUMENT_WORDS[word][language];
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escaped(say("title"))}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${escaped(say("title"))}</h1><p>${escaped(say("introduction"))}</p><p>${escaped(say("madeAt"))}: ${time(madeAt, language)}</p>`,
    ...sections.map((section) => sectionOf(section, language)),
    "</main></body></html>\n",
  ].join("\n");
}

function sectionOf(
  { title, purpose, legalBasis, retention, records }: ReportSection,
  language: Language,
): string {
  const say = (word: keyof typeof DOCUMENT_WORDS) => escaped(DOCUMENT_WORDS[word][language]);
  return [
    `<section><h2>${escaped(title)}</h2>`,
    `<p>${say("purpose")}: ${escaped(purpose)}<br>${say("legalBasis")}: ${escaped(legalBasis)}<br>${say("retention")}: ${escaped(retention)}</p>`,
    ...(records.length === 0
      ? [`<p>${say("nothing")}</p>`]
      : records.map((record) => partsOf(record, language))),
    "</section>",
  ].join("\n");
}

/** The parts of a record that say something, each with its title. */
function partsOf(record: object, language: Language): string {
  const parts = Object.entries(record)
    .filter(([, value]) => saysSomething(value))
    .map(([name, value]) => {
      const title = FIELD_TITLES[name]?.[language] ?? name;
      return `<dt>${escaped(title)}</dt><dd>${valueOf(name, value, language)}</dd>`;
    });
  return `<dl>${parts.join("")}</dl>`;
}

function saysSomething(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return false;
  return typeof value !== "object" || Object.values(value).some(saysSomething);
}

function valueOf(part: string, value: unknown, language: Language): string {
  if (Array.isArray(value)) {
    const items = value.filter(saysSomething);
    const areRecords = items.some((item) => typeof item === "object");
    return items.map((item) => valueOf(part, item, language)).join(areRecords ? "" : ", ");
  }
  if (typeof value === "object" && value !== null) return partsOf(value, language);
  if (typeof value === "boolean") return escaped(DOCUMENT_WORDS[value ? "yes" : "no"][language]);
  const text = String(value);
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text)
    ? time(text, language)
    : escaped(inWords(part, text, language));
}

function time(instant: string, language: Language): string {
  const locale = language === "en" ? "en-GB" : language;
  const shown = new Intl.DateTimeFormat(locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Europe/Oslo",
  });
  const at = new Date(instant);
  return Number.isNaN(at.getTime())
    ? escaped(instant)
    : `<time datetime="${at.toISOString()}">${escaped(shown.format(at))}</time>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
