import { z } from "zod";
import { instant, partialDate, route } from "./route.ts";

/** Whom an access report is about: by HPR number, by identity number, or by name and birth date. */
export const dataSubject = z.union([
  z.object({ hprNumber: z.number().int().positive() }),
  z.object({ nationalId: z.string().min(4).max(40) }),
  z.object({ surname: z.string().min(1).max(200), forename: z.string().max(200), birthDate: partialDate }),
]);
export type DataSubject = z.infer<typeof dataSubject>;

/** One kind of stored data about a person: why it is held, on what basis, how long, and every record. */
export const reportSection = z.object({
  source: z.string(),
  title: z.string(),
  purpose: z.string(),
  legalBasis: z.string(),
  retention: z.string(),
  records: z.array(z.record(z.string(), z.unknown())),
});
export type ReportSection = z.infer<typeof reportSection>;

export const correctionState = z.enum(["requested", "annotated", "declined"]);
export type CorrectionState = z.infer<typeof correctionState>;

/** Something a person says is wrong. What was received is never changed: the answer stands beside it. */
export const correction = z
  .object({
    id: z.number().int(),
    object: z.object({ type: z.enum(["registerPerson", "alert", "message", "case"]), id: z.string() }),
    /** Which field, where it concerns one. */
    field: z.string().nullable(),
    /** What is wrong, and what would be right, as the person says. */
    statement: z.string(),
    requestedAt: instant,
    recordedBy: z.string(),
    state: correctionState,
    /** What was answered: the annotation, or why it was declined. */
    answer: z.string().nullable(),
    answeredAt: instant.nullable(),
    answeredBy: z.string().nullable(),
  })
  .meta({ id: "Correction" });
export type Correction = z.infer<typeof correction>;

/** Everything stored about one person, by purpose and source. */
export const accessReport = z
  .object({
    madeAt: instant,
    /** HPR numbers and alerts found to be about the person, and how. */
    about: z.object({
      hprNumbers: z.array(z.number().int()),
      alerts: z.array(z.number().int()),
      foundBy: z.enum(["hprNumber", "nationalId", "nameAndBirthDate"]),
    }),
    sections: z.array(reportSection),
    /** What the fields of the records are called, in the reader's language. */
    fieldTitles: z.record(z.string(), z.string()),
    /** The same as a document to be read and printed (HTML). */
    document: z.string(),
  })
  .meta({ id: "AccessReport" });
export type AccessReport = z.infer<typeof accessReport>;

export const privacyRoutes = {
  makeAccessReport: route({
    method: "POST",
    path: "/api/privacy/report",
    summary: "Everything stored about a person, for the person (GDPR article 15); making it is audited",
    body: z.object({ subject: dataSubject, purpose: z.string().trim().min(10).max(1000) }),
    response: accessReport,
  }),
  listCorrections: route({
    method: "GET",
    path: "/api/privacy/corrections",
    summary: "Corrections people have asked for, of one object or those unanswered",
    query: z.object({
      objectType: z.string().max(100).optional(),
      objectId: z.string().max(200).optional(),
      unanswered: z.stringbool().optional(),
    }),
    response: z.object({ corrections: z.array(correction) }),
  }),
  requestCorrection: route({
    method: "POST",
    path: "/api/privacy/corrections",
    summary: "Record that a person says something is wrong (GDPR article 16)",
    body: z.object({
      object: correction.shape.object,
      field: z.string().trim().max(100).optional(),
      statement: z.string().trim().min(5).max(4000),
    }),
    response: correction,
  }),
  answerCorrection: route({
    method: "POST",
    path: "/api/privacy/corrections/:id/answer",
    summary: "Answer a request for correction: annotate the data, or decline with a reason",
    params: z.object({ id: z.coerce.number().int().positive() }),
    body: z.object({ annotate: z.boolean(), answer: z.string().trim().min(5).max(4000) }),
    response: correction,
  }),
} as const;
