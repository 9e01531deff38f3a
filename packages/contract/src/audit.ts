import { z } from "zod";
import { calendarDate, fileRoute, instant, route } from "./route.ts";

/**
 * Who acted: a person, a service account, a user of the command line, a job, or a stranger who did not come in.
 * People and services have an `id`; the `name` of a stranger is the network address.
 */
export const auditActor = z
  .object({
    kind: z.enum(["person", "service", "cli", "job", "stranger"]),
    id: z.string().nullable(),
    name: z.string(),
  })
  .meta({ id: "AuditActor" });
export type AuditActor = z.infer<typeof auditActor>;

export const auditObject = z.object({ type: z.string(), id: z.string() });
export type AuditObject = z.infer<typeof auditObject>;

/** One line of the audit log as a list shows it. */
export const auditRow = z
  .object({
    id: z.number().int(),
    at: instant,
    actor: auditActor,
    onBehalfOf: auditActor.nullable(),
    act: z.string(),
    object: auditObject.nullable(),
    purpose: z.string().nullable(),
    refused: z.boolean(),
    /** Its number in the chain; null until it is sealed, which takes about a second. */
    seq: z.number().int().nullable(),
  })
  .meta({ id: "AuditRow" });
export type AuditRow = z.infer<typeof auditRow>;

const anything = z.record(z.string(), z.unknown());

/** An entry whole, with what was before and after a write and its seal. */
export const auditEntryView = auditRow
  .extend({
    details: anything,
    before: anything.nullable(),
    after: anything.nullable(),
    sealedAt: instant.nullable(),
    hash: z.string().nullable(),
  })
  .meta({ id: "AuditEntry" });
export type AuditEntryView = z.infer<typeof auditEntryView>;

/** Every part is optional; those given must all hold. */
export const auditFilter = z.object({
  /** Id of a person or service account, name of a job, or user of the command line. */
  actor: z.string().max(200).optional(),
  act: z.string().max(100).optional(),
  objectType: z.string().max(100).optional(),
  objectId: z.string().max(500).optional(),
  /** Words the purpose holds. */
  purpose: z.string().max(200).optional(),
  /** First and last day, in Norway. */
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  /** Only refused attempts. */
  refused: z.stringbool().optional(),
});
export type AuditFilter = z.infer<typeof auditFilter>;

export const auditPage = z
  .object({
    rows: z.array(auditRow),
    /** Give it back as `before` to go on; null at the end. */
    next: z.number().int().nullable(),
  })
  .meta({ id: "AuditPage" });
export type AuditPage = z.infer<typeof auditPage>;

/** One who has looked at or acted on an object. */
export const auditLooker = z.object({
  actor: auditActor,
  onBehalfOf: auditActor.nullable(),
  /** How often each act, the most frequent first. `shownInList` counts lists and searches that showed the object. */
  acts: z.array(z.object({ act: z.string(), times: z.number().int() })),
  first: instant,
  last: instant,
  purposes: z.array(z.string()),
});
export type AuditLooker = z.infer<typeof auditLooker>;

/** Who has looked at this case, alert, message or person. */
export const auditLookers = z
  .object({ object: auditObject, lookers: z.array(auditLooker) })
  .meta({ id: "AuditLookers" });
export type AuditLookers = z.infer<typeof auditLookers>;

export const ANOMALY_RULES = [
  "unusualVolume",
  "ownCase",
  "colleaguesCase",
  "outsideHours",
  "breakGlass",
  "repeatedRefusals",
] as const;
export const anomalyRule = z.enum(ANOMALY_RULES);
export type AnomalyRule = z.infer<typeof anomalyRule>;

/** Something an auditor should look at: which rule, about whom, on which day, and the figures that fill its sentence. */
export const auditAnomaly = z
  .object({
    rule: anomalyRule,
    actor: auditActor,
    /** The day in Norway. */
    day: calendarDate,
    /** Figures of the sentence: `reads`, `ownHabit`, `roleHabit`; `times`; `name`. */
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    object: auditObject.nullable(),
    /** Some of the entries, to begin with. */
    entries: z.array(z.number().int()),
  })
  .meta({ id: "AuditAnomaly" });
export type AuditAnomaly = z.infer<typeof auditAnomaly>;

/** What is wrong with a chain: at which number, and how. docs/guide/audit-format.md explains each. */
export const CHAIN_FAULTS = [
  "changed",
  "missing",
  "outOfOrder",
  "inserted",
  "unreadable",
  "cutShort",
  "anchorDiffers",
] as const;
export const chainVerdict = z
  .object({
    whole: z.boolean(),
    entries: z.number().int(),
    /** Number and hash of the last entry that holds; null in an empty chain. */
    head: z.object({ seq: z.number().int(), hash: z.string() }).nullable(),
    /** The first fault; `entry` is the number of the entry in the database, where it is known. */
    fault: z
      .object({ seq: z.number().int(), how: z.enum(CHAIN_FAULTS), entry: z.number().int().nullable() })
      .nullable(),
    /** Lines of the anchor that were compared; null when none was at hand. */
    anchors: z.number().int().nullable(),
  })
  .meta({ id: "ChainVerdict" });
export type ChainVerdict = z.infer<typeof chainVerdict>;

/** How the chain stands. */
export const auditChain = z
  .object({
    head: z.object({ seq: z.number().int(), hash: z.string() }).nullable(),
    /** Entries that await their place in the chain. */
    unsealed: z.number().int(),
    anchors: z.array(z.object({ place: z.string(), at: instant, seq: z.number().int() })),
    /** The last verification, whoever ran it. */
    verified: z.object({ at: instant, verdict: chainVerdict }).nullable(),
  })
  .meta({ id: "AuditChain" });
export type AuditChain = z.infer<typeof auditChain>;

const period = z.object({ from: calendarDate.optional(), to: calendarDate.optional() });

export const auditRoutes = {
  listAudit: route({
    method: "GET",
    path: "/api/audit",
    summary: "The audit log, newest first, by who, act, object, purpose, period and refusals",
    query: auditFilter.extend({
      before: z.coerce.number().int().positive().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    response: auditPage,
  }),
  getAuditEntry: route({
    method: "GET",
    path: "/api/audit/entries/:id",
    summary: "One entry of the audit log, whole",
    params: z.object({ id: z.coerce.number().int().positive() }),
    response: auditEntryView,
  }),
  getLookers: route({
    method: "GET",
    path: "/api/audit/lookers/:type/:id",
    summary: "Who has looked at or acted on a case, alert, message or person",
    params: z.object({ type: z.string().max(100), id: z.string().max(500) }),
    response: auditLookers,
  }),
  listAnomalies: route({
    method: "GET",
    path: "/api/audit/anomalies",
    summary: "What an auditor should look at: the last 30 days where no period is given",
    query: period,
    response: z.object({ from: calendarDate, to: calendarDate, anomalies: z.array(auditAnomaly) }),
  }),
  getAuditChain: route({
    method: "GET",
    path: "/api/audit/chain",
    summary: "How the chain of the audit log stands: head, anchors, last verification",
    response: auditChain,
  }),
  exportAudit: fileRoute({
    method: "GET",
    path: "/api/audit/export",
    summary: "The whole chain as JSON lines, compressed; anyone can verify it",
  }),
} as const;
