import { z } from "zod";
import { ability, calendarDate, instant, partialDate, route } from "./route.ts";

export const MESSAGE_STATES = [
  "received",
  "read",
  "registered",
  "duplicate",
  "irrelevant",
  "quarantined",
] as const;
export const messageState = z.enum(MESSAGE_STATES);
export type MessageState = z.infer<typeof messageState>;

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

export const QUARANTINE_REASONS = [
  "emptyMessage",
  "brokenMime",
  "brokenPdf",
  "pdfWithoutText",
  "brokenAttachment",
  "wrongCharset",
  "tooLarge",
  "tooManyParts",
  "archiveBomb",
  "xmlEntities",
  "dangerousAttachment",
  "unknownSource",
  "noAlertFound",
  "missingMandatory",
  "unknownReference",
  "conflictingFields",
  "readingTookTooLong",
  "readingUsedTooMuchMemory",
  "readerFailed",
] as const;
export const quarantineReason = z.enum(QUARANTINE_REASONS);
export type QuarantineReason = z.infer<typeof quarantineReason>;

export const IRRELEVANT_REASONS = ["autoReply", "noise", "deliveryReport", "rejectedByOfficer"] as const;
export const irrelevantReason = z.enum(IRRELEVANT_REASONS);
export type IrrelevantReason = z.infer<typeof irrelevantReason>;

const params = z.record(z.string(), z.union([z.string(), z.number()]));

export const provenance = z.object({
  part: z.string(),
  page: z.number().int().optional(),
  line: z.number().int().optional(),
  cell: z.string().optional(),
  label: z.string(),
});

export const fieldReading = z.object({ value: z.string(), raw: z.string(), from: provenance });

/** One row of the queue or of the whole ledger. */
export const messageRow = z
  .object({
    id: z.number().int(),
    state: messageState,
    /** Code of why it stands where it stands: a quarantine or irrelevance reason. */
    reason: z.string().nullable(),
    reasonParams: params,
    mailbox: z.string(),
    fromName: z.string().nullable(),
    fromAddress: z.string().nullable(),
    subject: z.string().nullable(),
    sentAt: instant.nullable(),
    receivedAt: instant,
    size: z.number().int(),
    profile: z.string().nullable(),
    /** How many alert versions the message has given. */
    alerts: z.number().int(),
  })
  .meta({ id: "MessageRow" });
export type MessageRow = z.infer<typeof messageRow>;

export const messageCounts = z
  .object({ ...Object.fromEntries(MESSAGE_STATES.map((s) => [s, z.number().int()])) } as Record<
    MessageState,
    z.ZodNumber
  >)
  .meta({ id: "MessageCounts" });

export const part = z.object({
  path: z.string(),
  kind: z.enum(["text", "html", "pdf", "xml", "sheet", "message", "archive", "other"]),
  mediaType: z.string(),
  fileName: z.string().optional(),
  size: z.number().int(),
  lines: z.array(z.object({ page: z.number().int().optional(), line: z.number().int(), text: z.string() })),
});
export type PartView = z.infer<typeof part>;

export const entryView = z.object({
  ordinal: z.number().int(),
  kind: entryKind,
  fields: z.partialRecord(fieldName, fieldReading),
  problems: z.array(z.object({ field: fieldName, code: z.string(), raw: z.string(), from: provenance })),
  missing: z.array(z.enum(["name", "birthDateOrIdentityNumber"])),
  /** The alert this entry was registered as, when it was. */
  alertId: z.number().int().nullable(),
});
export type EntryView = z.infer<typeof entryView>;

/** A message opened: what came, what was read, what happened to it, and what may be done. */
export const messageView = z
  .object({
    message: messageRow,
    fileName: z.string().nullable(),
    sha256: z.string(),
    duplicateOf: z.number().int().nullable(),
    /** Outcome folder in the mailbox, once mirrored. */
    folder: z.string(),
    parts: z.array(part),
    entries: z.array(entryView),
    history: z.array(
      z.object({
        at: instant,
        state: messageState,
        reason: z.string().nullable(),
        reasonParams: params,
        /** Name of the officer, or null where the robot did it. */
        by: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
    abilities: z.object({ complete: ability, reject: ability, reread: ability }),
  })
  .meta({ id: "MessageView" });
export type MessageView = z.infer<typeof messageView>;

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

const reason = z.string().trim().min(3, "reasonTooShort").max(2000);
const messageId = z.object({ id: z.coerce.number().int().positive() });

export const mailboxBalance = z.object({
  mailbox: z.string(),
  kind: z.enum(["imap", "folder", "upload", "manual"]),
  /** False where the server or folder could not be reached; counts are then those of the ledger alone. */
  reachable: z.boolean(),
  messages: z.number().int(),
  ledger: z.number().int(),
  missing: z.number().int(),
  extra: z.number().int(),
  folders: z.array(z.object({ folder: z.string(), messages: z.number().int(), ledger: z.number().int() })),
  /** What is on the server without a ledger row, and the other way round; at most 100 of each are named. */
  missingItems: z.array(z.string()),
  extraItems: z.array(z.string()),
});

/** The daily balance: the ledger counted against every mailbox. `missing` 0 is the promise. */
export const balance = z
  .object({
    at: instant,
    messages: z.number().int(),
    ledger: z.number().int(),
    missing: z.number().int(),
    extra: z.number().int(),
    byState: messageCounts,
    oldestUnhandled: instant.nullable(),
    /** Numbers a numbering source skipped, such as "GB-C148-3"; at most 100 are named. */
    gaps: z.array(z.string()),
    mailboxes: z.array(mailboxBalance),
  })
  .meta({ id: "Balance" });
export type Balance = z.infer<typeof balance>;

export const profileVersion = z.object({
  name: z.string(),
  version: z.number().int(),
  title: z.string(),
  state: z.enum(["draft", "active", "retired"]),
  shipped: z.boolean(),
  createdAt: instant,
  createdBy: z.string().nullable(),
  /** Messages read with it so far. */
  messages: z.number().int(),
  testedAt: instant.nullable(),
});

export const profileProblem = z.object({
  line: z.number().int(),
  column: z.number().int(),
  code: z.string(),
  message: z.string(),
});

/** What a draft would do to stored messages, beside what the active version did. */
export const profileTest = z
  .object({
    messages: z.number().int(),
    same: z.number().int(),
    better: z.number().int(),
    worse: z.number().int(),
    differences: z.array(
      z.object({
        messageId: z.number().int(),
        before: z.string(),
        after: z.string(),
        fields: z.array(fieldName),
      }),
    ),
  })
  .meta({ id: "ProfileTest" });

const profileKey = z.object({ name: z.string(), version: z.coerce.number().int().positive() });

export const intakeRoutes = {
  listMessages: route({
    method: "GET",
    path: "/api/intake/messages",
    summary: "The intake queue and the ledger: newest trouble first",
    query: z.object({
      state: messageState.optional(),
      reason: z.string().optional(),
      search: z.string().max(200).optional(),
      /** Id of the last row of the page before. */
      after: z.coerce.number().int().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({
      rows: z.array(messageRow),
      next: z.number().int().nullable(),
      counts: messageCounts,
      reasons: z.array(z.object({ reason: z.string(), count: z.number().int() })),
    }),
  }),
  getMessage: route({
    method: "GET",
    path: "/api/intake/messages/:id",
    summary: "One message with what was read in it",
    params: messageId,
    response: messageView,
  }),
  completeMessage: route({
    method: "POST",
    path: "/api/intake/messages/:id/complete",
    summary: "Complete a quarantined message by hand: its alerts are registered and matched",
    params: messageId,
    body: z.object({ entries: z.array(alertEntry).min(1).max(200), reason }),
    response: messageView,
  }),
  rejectMessage: route({
    method: "POST",
    path: "/api/intake/messages/:id/reject",
    summary: "Put a quarantined message aside as irrelevant, with a reason",
    params: messageId,
    body: z.object({ reason }),
    response: messageView,
  }),
  rereadMessage: route({
    method: "POST",
    path: "/api/intake/messages/:id/reread",
    summary: "Read a quarantined or irrelevant message again with the profiles now active",
    params: messageId,
    response: messageView,
  }),
  enterAlert: route({
    method: "POST",
    path: "/api/intake/alerts",
    summary:
      "Enter an alert by hand (telephone, letter, another system); it gets a ledger row like any other",
    body: z.object({ entry: alertEntry, source: z.string().trim().min(3).max(500) }),
    response: z.object({ messageId: z.number().int() }),
  }),
  getBalance: route({
    method: "GET",
    path: "/api/intake/balance",
    summary: "The latest balance of ledger against mailboxes",
    response: z.object({ balance: balance.nullable() }),
  }),
  runBalance: route({
    method: "POST",
    path: "/api/intake/balance",
    summary: "Count again now",
    response: balance,
  }),
  listProfiles: route({
    method: "GET",
    path: "/api/intake/profiles",
    summary: "Source profiles, every version",
    response: z.object({ profiles: z.array(profileVersion) }),
  }),
  getProfile: route({
    method: "GET",
    path: "/api/intake/profiles/:name/:version",
    summary: "One source profile as YAML",
    params: profileKey,
    response: z.object({ profile: profileVersion, yaml: z.string(), lastTest: profileTest.nullable() }),
  }),
  saveProfile: route({
    method: "POST",
    path: "/api/intake/profiles",
    summary: "Save a draft of a source profile; nothing changes until it is tested and switched on",
    body: z.object({ yaml: z.string().max(200_000) }),
    response: z.object({ profile: profileVersion.nullable(), problems: z.array(profileProblem) }),
  }),
  testProfile: route({
    method: "POST",
    path: "/api/intake/profiles/:name/:version/test",
    summary: "Read stored messages with a draft and compare with what was read before",
    params: profileKey,
    response: profileTest,
  }),
  activateProfile: route({
    method: "POST",
    path: "/api/intake/profiles/:name/:version/activate",
    summary: "Switch a tested draft on",
    params: profileKey,
    response: profileVersion,
  }),
} as const;
