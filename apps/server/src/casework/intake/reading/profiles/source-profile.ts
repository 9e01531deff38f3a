import { z } from "zod";
import { FIELD_NAMES } from "../reading.ts";

const text = z.string().trim().min(1).max(200);
const texts = z.array(text).max(500);
const LABEL_TARGETS = [
  ...FIELD_NAMES,
  "fullName",
  "name",
  "middleName",
  "secondSurname",
  "period",
  "birthDateAndPlace",
  "action",
  "relatesTo",
  "ignored",
] as const;
const CONTAINERS = ["xml", "pdf", "sheet", "html", "text"] as const;

const labels = z.partialRecord(
  z.enum([...LABEL_TARGETS, ...LABEL_TARGETS.map((target) => `${target}?` as const)]),
  texts,
);

/** A source profile as its YAML file holds it: which messages it fits, and what is particular about reading them. */
export const sourceProfileSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/, "lower-case letters, figures and hyphens"),
  version: z.int().min(1),
  title: text,
  description: z.string().trim().max(2000).optional(),
  /** Each kind of pattern that is given must be met by one of its patterns; `*` stands for any text. */
  fits: z.strictObject({
    senders: texts.optional(),
    subjects: texts.optional(),
    bodyMarkers: texts.optional(),
    attachments: texts.optional(),
  }),
  /** Taken where no other profile fits; its messages count as from an unknown source. */
  fallback: z.boolean().optional(),
  kinds: z
    .strictObject({
      alert: texts.optional(),
      update: texts.optional(),
      withdrawal: texts.optional(),
      noise: texts.optional(),
    })
    .optional(),
  labels: labels.optional(),
  dates: z.strictObject({ order: z.enum(["dmy", "mdy", "ymd"]).optional() }).optional(),
  /** Values the source always means where it writes none. */
  fixed: z.partialRecord(z.enum(["sendingCountry", "authority", "alertType", "profession"]), text).optional(),
  /** Containers in order of trust, where several tell of the same alert. */
  containers: z.array(z.enum(CONTAINERS)).max(CONTAINERS.length).optional(),
  /** Where the subject holds the alert number: a pattern with `#` for figures, `@` for letters and `*` for any run of both. */
  alertNumberInSubject: texts.optional(),
  /** The source numbers its alerts in sequence, so that a number that never came is seen in the balance. */
  numbersInSequence: z.boolean().optional(),
});

export type SourceProfile = z.infer<typeof sourceProfileSchema>;
