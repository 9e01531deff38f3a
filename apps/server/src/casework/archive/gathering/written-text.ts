import { archiveDay } from "../archive-days.ts";
import type { RecordedDecision, RecordedLookUp, RecordedVersion } from "./archive-record.ts";

/** The procedure's word for a code, or the code itself where it has none. */
export type WordOf = (code: string) => string;

const LABEL: Readonly<Record<string, string>> = {
  agrees: "Enig",
  alertNumber: "Varselnummer",
  alertType: "Type varsel",
  against: "Gjelder",
  answerBy: "Svarfrist",
  attachmentId: "Vedlegg",
  authority: "Myndighet",
  birthDate: "Fødselsdato",
  birthPlace: "Fødested",
  channel: "Sendt med",
  country: "Land",
  deadline: "Frist",
  decidedOn: "Avgjort",
  decisionDate: "Vedtaksdato",
  earlierNames: "Tidligere navn",
  effectiveFrom: "Gjelder fra",
  effectiveOn: "Gjelder fra",
  effectiveUntil: "Gjelder til",
  evidence: "Dokumentasjon",
  forename: "Fornavn",
  ground: "Grunn",
  letter: "Tekst",
  line: "Gjelder",
  measure: "Tiltak",
  nationalId: "Identitetsnummer",
  nationality: "Statsborgerskap",
  notApplicable: "Ikke aktuelt",
  note: "Merknad",
  outcome: "Utfall",
  priority: "Prioritet",
  profession: "Yrke",
  proof: "Bevis for sending",
  question: "Spørsmål",
  reason: "Begrunnelse",
  receivedOn: "Mottatt",
  registrationNumber: "Registreringsnummer",
  result: "Resultat",
  scope: "Omfang",
  sentOn: "Sendt",
  sex: "Kjønn",
  surname: "Etternavn",
  text: "Forhold",
  track: "Spor",
  until: "Til",
  wanted: "Ønsket dokumentasjon",
};
const ANSWER: Readonly<Record<string, string>> = {
  found: "funnet",
  notFound: "ikke funnet",
  ambiguous: "flere mulige",
  unavailable: "registeret svarte ikke",
};
/** Words of officers and authorities, never codes. */
const OWN_WORDS = new Set([
  "authority",
  "evidence",
  "letter",
  "note",
  "question",
  "reason",
  "text",
  "wanted",
]);

/** A journal note: what was done in the case, by whom, with what was given. `given` is by the names of the act's input. */
export function noteText(
  heading: string,
  { by, at, given }: { by: string; at: string; given: Readonly<Record<string, unknown>> },
  wordOf: WordOf,
): string {
  return [heading, `${archiveDay(at)}, ${by}`, "", ...labelled(given, wordOf)].join("\n");
}

/** An alert as it was understood, for an archive that may not have what else its message says. */
export function alertText({ fields, at }: RecordedVersion, heading: string): string {
  return [heading, `Mottatt ${archiveDay(at)}`, "", ...labelled(fields, (code) => code)].join("\n");
}

/** A look-up with the whole answer. */
export function lookUpText(
  { purpose, answer, evidence, at }: RecordedLookUp,
  { heading, by }: { heading: string; by: string },
): string {
  const asked = [`Formål: ${purpose}`, `Svar: ${ANSWER[answer] ?? answer}`];
  return [heading, `${archiveDay(at)}, ${by}`, ...asked, "", JSON.stringify(evidence, null, 2)].join("\n");
}

/** A decision in words, with what it rests on as it stood. */
export function decisionText(decision: RecordedDecision, heading: string, wordOf: WordOf): string {
  const { outcome, letter, conditions, legalBases, effectiveFrom, contentHash } = decision;
  return [
    heading,
    `Utfall: ${wordOf(outcome)}`,
    ...(effectiveFrom === null ? [] : [`Gjelder fra: ${effectiveFrom}`]),
    "",
    letter,
    ...(conditions.length > 0 ? ["", "Vilkår:", ...conditions.map((condition) => `- ${condition}`)] : []),
    ...(legalBases.length > 0 ? ["", "Rettsgrunnlag:"] : []),
    ...legalBases.map(({ provision, text }) => `- ${provision}: ${text}`),
    "",
    `Innholdets SHA-256: ${contentHash}`,
  ].join("\n");
}

function labelled(given: Readonly<Record<string, unknown>>, wordOf: WordOf): string[] {
  return Object.entries(given).flatMap(([name, value]) =>
    value === null || value === undefined || value === ""
      ? []
      : [`${LABEL[name] ?? name}: ${valueText(value, OWN_WORDS.has(name) ? (code) => code : wordOf)}`],
  );
}

function valueText(value: unknown, wordOf: WordOf): string {
  if (typeof value === "string") return wordOf(value);
  if (typeof value === "boolean") return value ? "ja" : "nei";
  return JSON.stringify(value);
}
