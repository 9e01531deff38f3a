import type { FieldName } from "@varde/contract/intake";
import type { Chance } from "@varde/linkage/invented";
import type { Form, Row } from "../form.ts";
import { encodeCharset, fitsCharset } from "../mime/transfer.ts";

/** A text so that markup in it is text. */
export const escapeXml = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter] ?? letter,
  );

/** What programs call the fields: their own technical English, whatever the language of the sender. */
const TECHNICAL: Readonly<Record<FieldName, string>> = {
  alertNumber: "AlertNumber",
  alertType: "AlertType",
  sendingCountry: "SendingCountry",
  authority: "CompetentAuthority",
  decisionDate: "DateOfDecision",
  surname: "Surname",
  forename: "Forename",
  earlierNames: "PreviousNames",
  birthDate: "DateOfBirth",
  sex: "Sex",
  birthPlace: "PlaceOfBirth",
  nationality: "Nationality",
  nationalId: "NationalIdentityNumber",
  registrationNumber: "RegistrationNumber",
  profession: "Profession",
  measure: "NatureOfMeasure",
  effectiveFrom: "EffectiveFrom",
  effectiveUntil: "EffectiveUntil",
};

const PERSONAL = new Set<FieldName>([
  "surname",
  "forename",
  "earlierNames",
  "birthDate",
  "sex",
  "birthPlace",
  "nationality",
  "nationalId",
]);

const ACTIONS = { alert: "new", update: "update", withdrawal: "withdrawal" } as const;

/** One way to write a form as elements; the first line may carry what the form does to the alert. */
type Shape = (form: Form, prefix: string) => string;

const element = (name: string, text: string): string =>
  text === "" ? `<${name}/>` : `<${name}>${escapeXml(text)}</${name}>`;

const elements = (rows: readonly Row[], prefix: string): string =>
  rows.map(({ field, value }) => `    ${element(prefix + TECHNICAL[field], value)}`).join("\n");

const SHAPES: readonly Shape[] = [
  ({ kind, rows }, prefix) => `  <${prefix}Notification action="${ACTIONS[kind]}">
${elements(rows, prefix)}
  </${prefix}Notification>`,
  ({ kind, rows }, prefix) => `  <${prefix}Notification>
    <${prefix}Action>${ACTIONS[kind]}</${prefix}Action>
${elements(
  rows.filter(({ field }) => !PERSONAL.has(field)),
  prefix,
)}
    <${prefix}Professional>
${elements(
  rows.filter(({ field }) => PERSONAL.has(field)),
  prefix,
)}
    </${prefix}Professional>
  </${prefix}Notification>`,
  ({ kind, rows }) => `  <form type="${ACTIONS[kind]}">
${rows.map(({ label, value }) => `    <item caption="${escapeXml(label)}">${escapeXml(value)}</item>`).join("\n")}
  </form>`,
  ({ kind, rows }) => `  <record operation="${ACTIONS[kind]}">
${rows.map(({ label, value }) => `    <entry>${element("key", label)}${element("value", value)}</entry>`).join("\n")}
  </record>`,
  ({ kind, rows }, prefix) =>
    `  <${prefix}Alert action="${ACTIONS[kind]}"${rows
      .map(
        ({ field, value }) =>
          `\n      ${TECHNICAL[field].replace(/^./, (l) => l.toLowerCase())}="${escapeXml(value)}"`,
      )
      .join("")}/>`,
];

/** The forms as one XML document in one of many shapes, in UTF-8 or, where every letter fits, Latin-1. */
export function writeXml(forms: readonly Form[], chance: Chance): Uint8Array {
  const shape = chance.pick(SHAPES);
  const prefix = chance.happens(0.3) ? "al:" : "";
  const namespace = prefix ? ' xmlns:al="urn:alerts.example:notification"' : "";
  const body = forms.map((form) => shape(form, prefix)).join("\n");
  const isLatin = fitsCharset(body, "iso-8859-1") && chance.happens(0.25);
  const charset = isLatin ? "ISO-8859-1" : "UTF-8";
  const text = `<?xml version="1.0" encoding="${charset}"?>\n<${prefix}Notifications${namespace}>\n${body}\n</${prefix}Notifications>\n`;
  return encodeCharset(text, charset);
}
