import { z } from "zod";
import { openNumbers } from "./identity-numbers.ts";
import { instant, partialDate, route } from "./route.ts";

/** Checks of applicants a minute, of one caller: work by hand and by machine, but no sifting of a population. */
export const APPLICANT_CHECKS_PER_MINUTE = 60;

const name = z.string().trim().min(1).max(200);
const number = z.string().trim().min(4).max(40);

/** Whether an applicant is mentioned in a valid alert. `possible`: an officer of the supervision authority must be asked. */
export const APPLICANT_ANSWERS = ["yes", "possible", "no"] as const;
export const applicantAnswer = z.enum(APPLICANT_ANSWERS);
export type ApplicantAnswer = z.infer<typeof applicantAnswer>;

export const applicantCheck = z
  .object({
    answer: applicantAnswer,
    /** The alerts the answer rests on, the surest first; nothing of what they say. */
    alerts: z.array(
      z.object({
        alertNumber: z.string().nullable(),
        /** ISO 3166 alpha-2 of the sender. */
        country: z.string().nullable(),
        answer: applicantAnswer.exclude(["no"]),
      }),
    ),
    checkedAt: instant,
  })
  .meta({ id: "ApplicantCheck" });
export type ApplicantCheck = z.infer<typeof applicantCheck>;

/** What the directorate knows of somebody who applies for an authorisation. */
export const applicant = z.object({
  surname: name,
  forename: name,
  earlierNames: z.array(name).max(10).default([]),
  birthDate: partialDate,
  /** An identity number, with the ISO 3166 alpha-2 code of the country that gave it. */
  nationalId: z.object({ country: z.string().regex(/^[A-Z]{2}$/, "countryCode"), number }).optional(),
  /** Numbers in registers of health personnel, the HPR number among them. */
  registrationNumbers: z.array(number).max(10).default([]),
});
export type Applicant = z.infer<typeof applicant>;

export const applicantRoutes = {
  checkApplicant: route({
    method: "POST",
    path: "/api/applicants/check",
    summary: "Whether somebody who applies for an authorisation is mentioned in a valid alert, for a purpose",
    body: applicant.extend({ purpose: openNumbers.shape.purpose }),
    response: applicantCheck,
  }),
} as const;
