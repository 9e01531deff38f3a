import { z } from "zod";
import { alertEntry, entryKind, fieldName, fieldReading, provenance } from "./alert-content.ts";
import { numbersOpened, openNumbers } from "./identity-numbers.ts";
import { ability, fileRoute, instant, route } from "./route.ts";

export * from "./alert-content.ts";

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
  .object(
    Object.fromEntries(MESSAGE_STATES.map((s) => [s, z.number().int()])) as Record<MessageState, z.ZodNumber>,
  )
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
  /** Its place in the message, from 1. */
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
        /** `by` is then a user of the machine, not an officer. */
        byCommandLine: z.boolean(),
        note: z.string().nullable(),
      }),
    ),
    abilities: z.object({ complete: ability, reject: ability, reread: ability }),
    /** Until when identity numbers are shown in full to the reader; null where they are masked. */
    numbersOpenUntil: instant.nullable(),
  })
  .meta({ id: "MessageView" });
export type MessageView = z.infer<typeof messageView>;

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
  uploadMessages: route({
    method: "POST",
    path: "/api/intake/upload",
    summary: "Upload message files (multipart/form-data, any number of files); each gets a ledger row",
    response: z.object({
      messages: z.array(
        z.object({
          fileName: z.string(),
          messageId: z.number().int(),
          /** True where the same file had been uploaded before. */
          known: z.boolean(),
        }),
      ),
    }),
  }),
  openMessageNumbers: route({
    method: "POST",
    path: "/api/intake/messages/:id/identity-numbers",
    summary: "Have the identity numbers in a message shown in full for a while, for a purpose",
    params: messageId,
    body: openNumbers,
    response: numbersOpened,
  }),
  downloadOriginal: fileRoute({
    method: "GET",
    path: "/api/intake/messages/:id/original",
    summary: "The message as it came, as a file to save",
    params: messageId,
  }),
  downloadPart: fileRoute({
    method: "GET",
    path: "/api/intake/messages/:id/parts/:path",
    summary: "One part of a message, such as an attachment, as a file to save",
    params: messageId.extend({
      path: z
        .string()
        .regex(/^\d+(\.\d+)*$/, "partPath")
        .max(100),
    }),
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
} as const;
