import { z } from "zod";
import { numbersOpened, openNumbers } from "./identity-numbers.ts";
import { entryKind, fieldName, fieldReading } from "./intake.ts";
import { registerPerson } from "./registers.ts";
import { ability, instant, partialDate, route } from "./route.ts";

export const MATCH_OUTCOMES = ["certain", "probable", "noMatch"] as const;
export const matchOutcome = z.enum(MATCH_OUTCOMES);
export type MatchOutcome = z.infer<typeof matchOutcome>;

export const IDENTITY_DECISIONS = ["confirm", "reject", "ask"] as const;
export const identityDecision = z.enum(IDENTITY_DECISIONS);
export type IdentityDecision = z.infer<typeof identityDecision>;

/** Where the identity of an alert stands; `unmatched` only until the engine has answered. */
export const IDENTITY_STATES = [
  "unmatched",
  "awaitingDecision",
  "confirmed",
  "rejected",
  "asked",
  "noMatch",
] as const;
export const identityState = z.enum(IDENTITY_STATES);
export type IdentityState = z.infer<typeof identityState>;

export const ALERT_STATUSES = ["valid", "withdrawn", "expired"] as const;
export const alertStatus = z.enum(ALERT_STATUSES);
export type AlertStatus = z.infer<typeof alertStatus>;

export const alertRow = z
  .object({
    id: z.number().int(),
    alertNumber: z.string().nullable(),
    sendingCountry: z.string().nullable(),
    surname: z.string().nullable(),
    forename: z.string().nullable(),
    birthDate: partialDate.nullable(),
    profession: z.string().nullable(),
    measure: z.string().nullable(),
    status: alertStatus,
    identity: identityState,
    outcome: matchOutcome.nullable(),
    bestHpr: z.number().int().nullable(),
    bestProbability: z.number().nullable(),
    receivedAt: instant,
    versions: z.number().int(),
  })
  .meta({ id: "AlertRow" });
export type AlertRow = z.infer<typeof alertRow>;

/** One row of evidence: what was asked, what the register holds, how they agree, and what that weighs (bits, log2 of the likelihood ratio). */
export const fieldEvidence = z.object({
  field: z.string(),
  asked: z.string().nullable(),
  found: z.string().nullable(),
  level: z.string(),
  bits: z.number(),
  /** The same in words, in the reader's language. */
  sentence: z.string(),
});
export type FieldEvidenceView = z.infer<typeof fieldEvidence>;

export const candidateView = z
  .object({
    rank: z.number().int(),
    probability: z.number(),
    bits: z.number(),
    outcome: matchOutcome,
    /** Whether confirming this person goes against the engine, and so takes a second officer. */
    needsSecond: z.boolean(),
    keys: z.array(z.string()),
    evidence: z.array(fieldEvidence),
    person: registerPerson,
  })
  .meta({ id: "Candidate" });
export type CandidateView = z.infer<typeof candidateView>;

export const alertVersionView = z.object({
  id: z.number().int(),
  kind: entryKind,
  messageId: z.number().int(),
  recordedAt: instant,
  fields: z.partialRecord(fieldName, fieldReading),
  /** Names of the fields that differ from the version before. */
  changed: z.array(fieldName),
});

/**
 * A decision as recorded. One that goes against the engine's answer (`needsSecond`) counts only when another officer has
 * decided the same; until then its standing is `awaitingSecond`. `replaced` by a later decision or a newer alert version.
 */
export const decisionView = z.object({
  id: z.number().int(),
  decision: identityDecision,
  hprNumber: z.number().int().nullable(),
  reason: z.string(),
  by: z.string(),
  at: instant,
  versionId: z.number().int(),
  needsSecond: z.boolean(),
  /** The decision of the first officer that this one seconds. */
  seconds: z.number().int().nullable(),
  standing: z.enum(["effective", "awaitingSecond", "replaced"]),
});
export type DecisionView = z.infer<typeof decisionView>;

/** Why a settled identity was opened again. */
export const REOPEN_CAUSES = [
  "otherCandidate",
  "strongerCandidate",
  "confirmedNoLongerFits",
  "newInformation",
] as const;
export const reopened = z.object({
  cause: z.enum(REOPEN_CAUSES),
  at: instant,
  /** The candidate the engine now puts first, and the one before. */
  hprNumber: z.number().int().nullable(),
  previousHprNumber: z.number().int().nullable(),
});
export type Reopened = z.infer<typeof reopened>;

export const alertView = z
  .object({
    alert: alertRow,
    /** Newest first. */
    versions: z.array(alertVersionView),
    match: z
      .object({
        outcome: matchOutcome,
        engineVersion: z.string(),
        modelVersion: z.string(),
        /** The load whose people were asked, and the running number of the last change in them. */
        registerLoad: z.number().int().nullable(),
        registerVersion: z.number().int(),
        at: instant,
        candidates: z.array(candidateView),
      })
      .nullable(),
    /** Newest first. */
    decisions: z.array(decisionView),
    /** Set while a settled identity stands open again. */
    reopened: reopened.nullable(),
    /** Other alerts about the person confirmed here, or while nobody is, about the best candidate. */
    samePerson: z.array(alertRow),
    abilities: z.object({ confirm: ability, reject: ability, ask: ability }),
    /** The next alert that awaits a decision, most urgent first. */
    next: z.number().int().nullable(),
    /** Until when identity numbers are shown in full to the reader; null where they are masked. */
    numbersOpenUntil: instant.nullable(),
  })
  .meta({ id: "AlertView" });
export type AlertView = z.infer<typeof alertView>;

/** Everything known about one person in the register across alerts, newest first. */
export const personTimeline = z
  .object({
    person: registerPerson,
    alerts: z.array(alertRow),
    events: z.array(
      z.object({
        at: instant,
        what: z.enum(["alert", "update", "withdrawal", "confirm", "reject", "ask", "registerChange"]),
        alertId: z.number().int().nullable(),
        text: z.string().nullable(),
        by: z.string().nullable(),
      }),
    ),
    /** Until when the identity number is shown in full to the reader; null where it is masked. */
    numbersOpenUntil: instant.nullable(),
  })
  .meta({ id: "PersonTimeline" });
export type PersonTimeline = z.infer<typeof personTimeline>;

const alertId = z.object({ id: z.coerce.number().int().positive() });
const hprNumber = z.object({ hpr: z.coerce.number().int().positive() });

export const identificationRoutes = {
  listAlerts: route({
    method: "GET",
    path: "/api/alerts",
    summary:
      "Alerts, most urgent first: awaiting a decision, certain before probable, likely before unlikely, old before new",
    query: z.object({
      identity: identityState.optional(),
      status: alertStatus.optional(),
      /** Beginning of a surname, forename or alert number, or a whole HPR number. */
      search: z.string().trim().max(200).optional(),
      /** `next` of the page before. */
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({
      rows: z.array(alertRow),
      next: z.string().nullable(),
      /** Of all alerts of the asked status, whatever the other filters. */
      counts: z.record(identityState, z.number().int()),
    }),
  }),
  getAlert: route({
    method: "GET",
    path: "/api/alerts/:id",
    summary: "One alert with its versions, candidates and decisions",
    params: alertId,
    response: alertView,
  }),
  decideIdentity: route({
    method: "POST",
    path: "/api/alerts/:id/decide",
    summary: "Confirm, reject or ask about the identity of an alert, with a reason",
    params: alertId,
    body: z.object({
      decision: identityDecision,
      hprNumber: z.number().int().optional(),
      reason: z.string().trim().min(3, "reasonTooShort").max(2000),
      /** The alert version the officer looked at; a newer one refuses the decision. */
      versionId: z.number().int(),
      /** The newest decision the officer saw, null where there was none; one made meanwhile refuses this one. */
      lastDecision: z.number().int().nullable(),
    }),
    response: alertView,
  }),
  getPerson: route({
    method: "GET",
    path: "/api/people/:hpr",
    summary: "The timeline of one person in the register",
    params: hprNumber,
    response: personTimeline,
  }),
  openAlertNumbers: route({
    method: "POST",
    path: "/api/alerts/:id/identity-numbers",
    summary:
      "Have the identity numbers of an alert and its candidates shown in full for a while, for a purpose",
    params: alertId,
    body: openNumbers,
    response: numbersOpened,
  }),
  openPersonNumbers: route({
    method: "POST",
    path: "/api/people/:hpr/identity-numbers",
    summary: "Have the identity number of a person in the register shown in full for a while, for a purpose",
    params: hprNumber,
    body: openNumbers,
    response: numbersOpened,
  }),
} as const;
