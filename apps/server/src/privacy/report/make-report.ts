import type { AccessReport, DataSubject, Language, ReportSection } from "@varde/contract";
import { type Actor, recordAudit } from "../../platform/audit/index.ts";
import { type Refusal, refused } from "../../platform/rules/refusal.ts";
import { getActivity } from "../inventory/processing-activities.ts";
import type { PrivacyParts } from "../privacy-parts.ts";
import { REPORT_SOURCES, type ReportSource, recordsOf } from "./records.sql.ts";
import { reportDocument } from "./report-document.ts";
import { FIELD_TITLES, SOURCE_TITLES } from "./report-words.ts";
import { alertsAbout, countPeople, hprNumbersOf } from "./subject.sql.ts";

/** Who asks for a report, why, and in which language it is to be read. */
export interface ReportWish {
  readonly actor: Actor;
  readonly purpose: string;
  readonly language: Language;
}

/**
 * Gathers everything stored about a person, by purpose and source (GDPR article 15). What Varde holds about others in the
 * same records is left out. Making it is audited. Refused where a name and birth date fit several people in HPR.
 */
export async function makeReport(
  { db, clock }: PrivacyParts,
  subject: DataSubject,
  { actor, purpose, language }: ReportWish,
): Promise<AccessReport | Refusal> {
  const hprNumbers = await hprNumbersOf(db, subject);
  if ("surname" in subject && (await countPeople(db, hprNumbers)) > 1)
    return refused("severalPeople", undefined, { people: hprNumbers.join(", ") });
  const alerts = await alertsAbout(db, subject, hprNumbers);
  const sections: ReportSection[] = [];
  for (const source of Object.keys(REPORT_SOURCES) as ReportSource[])
    sections.push(sectionOf(source, await recordsOf(db, source, { hprNumbers, alerts }), language));
  const madeAt = clock.now();
  const about = { hprNumbers, alerts, foundBy: foundBy(subject) } as const;
  await recordAudit(db, {
    at: madeAt,
    actor,
    act: "makeAccessReport",
    purpose,
    ...(hprNumbers[0] !== undefined && { object: { type: "registerPerson", id: String(hprNumbers[0]) } }),
    details: { about },
  });
  const fieldTitles = Object.fromEntries(
    Object.entries(FIELD_TITLES).map(([field, title]) => [field, title[language]]),
  );
  const report = { madeAt: madeAt.toISOString(), about, sections, fieldTitles };
  return { ...report, document: reportDocument(report, language) };
}

function sectionOf(
  source: ReportSource,
  records: ReportSection["records"],
  language: Language,
): ReportSection {
  const { purpose, legalBasis, retention } = getActivity(REPORT_SOURCES[source]);
  return {
    source,
    title: SOURCE_TITLES[source][language],
    purpose: purpose[language],
    legalBasis: legalBasis[language],
    retention: retention.rule[language],
    // What the page and the file show is the same, so instants are already text.
    records: JSON.parse(JSON.stringify(records)) as ReportSection["records"],
  };
}

function foundBy(subject: DataSubject): AccessReport["about"]["foundBy"] {
  if ("hprNumber" in subject) return "hprNumber";
  return "nationalId" in subject ? "nationalId" : "nameAndBirthDate";
}
