import { z } from "zod";
import { calendarDate, partialDate } from "./route.ts";

/** `alert` opens, `update` changes and `withdrawal` ends an alert that the sender has numbered. */
export const ENTRY_KINDS = ["alert", "update", "withdrawal"] as const;
export const entryKind = z.enum(ENTRY_KINDS);
export type EntryKind = z.infer<typeof entryKind>;

/** The content of an alert: Directive 2005/36/EC Art. 56a(2), Implementing Regulation (EU) 2015/983. Reasons are never part of it. */
export const FIELD_NAMES = [
  "alertNumber",
  "alertType",
  "sendingCountry",
  "authority",
  "decisionDate",
  "surname",
  "forename",
  "earlierNames",
  "birthDate",
  "sex",
  "birthPlace",
  "nationality",
  "nationalId",
  "registrationNumber",
  "profession",
  "measure",
  "effectiveFrom",
  "effectiveUntil",
] as const;
export const fieldName = z.enum(FIELD_NAMES);
export type FieldName = z.infer<typeof fieldName>;

export const provenance = z.object({
  part: z.string(),
  page: z.number().int().optional(),
  line: z.number().int().optional(),
  cell: z.string().optional(),
  label: z.string(),
});

export const fieldReading = z.object({ value: z.string(), raw: z.string(), from: provenance });

const short = z.string().trim().max(500);

/** An alert as an officer writes it: when completing a quarantined message, or when entering one by hand. */
export const alertEntry = z
  .object({
    kind: entryKind,
    alertNumber: short.optional(),
    alertType: short.optional(),
    sendingCountry: z
      .string()
      .regex(/^[A-Z]{2}$/, "country")
      .optional(),
    authority: short.optional(),
    decisionDate: calendarDate.optional(),
    surname: short.optional(),
    forename: short.optional(),
    earlierNames: short.optional(),
    birthDate: partialDate.optional(),
    sex: z.enum(["M", "F", "X"]).optional(),
    birthPlace: short.optional(),
    nationality: z
      .string()
      .regex(/^[A-Z]{2}$/, "country")
      .optional(),
    nationalId: short.optional(),
    registrationNumber: short.optional(),
    profession: short.optional(),
    measure: short.optional(),
    effectiveFrom: calendarDate.optional(),
    effectiveUntil: calendarDate.optional(),
  })
  .meta({ id: "AlertEntry" });
export type AlertEntry = z.infer<typeof alertEntry>;
