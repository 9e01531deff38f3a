import { z } from "zod";
import { CASE_PRIORITIES, CASE_STAGES } from "./cases-terms.ts";
import { IDENTITY_STATES, MATCH_OUTCOMES } from "./identification.ts";
import { balance, MESSAGE_STATES } from "./intake.ts";
import { fileRoute, instant, route } from "./route.ts";

const counts = <const K extends readonly string[]>(keys: K) =>
  z.object(Object.fromEntries(keys.map((k) => [k, z.number().int()])) as Record<K[number], z.ZodNumber>);

const breakdown = z.array(z.object({ key: z.string(), count: z.number().int() }));

const spread = z.object({ median: z.number().nullable(), p90: z.number().nullable() });
const caseGroup = z.object({ key: z.string(), cases: z.number().int(), open: z.number().int() });
const workload = caseGroup.extend({ name: z.string(), overdue: z.number().int() }).omit({ cases: true });

/** How the work on cases stood. A case from several countries, of several professions or of both lines counts in each. */
const caseWork = z.object({
  /** Open cases that something of ours is late in. */
  overdue: z.number().int(),
  unassigned: z.number().int(),
  /** Open cases by priority; those that have none yet are left out. */
  byPriority: counts(CASE_PRIORITIES),
  /** Open cases that wait for others: for whom, since when the longest, and for how many days half of them at most. */
  waiting: z.array(
    z.object({ key: z.string(), count: z.number().int(), since: instant, medianDays: z.number() }),
  ),
  /** Working days from opening to the first closing, of cases so closed in the last 365 days: all, ours, and others'. */
  throughput: z.object({ closed: z.number().int(), days: spread, ours: spread, theirs: spread }),
  byCountry: z.array(caseGroup),
  byProfession: z.array(caseGroup),
  /** Open cases by the unit that owns them; both lines own a case that is being handed over. */
  byLine: z.array(workload.extend({ name: z.record(z.string(), z.string()) })),
  /** Open cases by the officer whose they are; those without one are in `unassigned`. */
  byOfficer: z.array(workload),
});

/** The status picture over all messages, alerts and cases as it stood at `asOf`; the same instant always gives the same figures. */
export const portfolio = z
  .object({
    asOf: instant,
    /** Cases ever opened, and of them: */
    cases: z.number().int(),
    open: z.number().int(),
    closed: z.number().int(),
    /** Closed with an outcome that changes what the professional may do. */
    closedWithReaction: z.number().int(),
    mediaCases: z.number().int(),
    mediaCasesClosed: z.number().int(),
    /** Opened again at least once, whether open or closed now. */
    reopened: z.number().int(),
    byStage: counts(CASE_STAGES),
    caseWork,
    messages: z.object({
      total: z.number().int(),
      byState: counts(MESSAGE_STATES),
      /** Received and not yet read. */
      unopened: z.number().int(),
      oldestUnopened: instant.nullable(),
      oldestQuarantined: instant.nullable(),
      /** Hours from received to registered, irrelevant or duplicate, of those handled in the last 30 days: median and 90th percentile. */
      hoursToHandled: z.object({ median: z.number().nullable(), p90: z.number().nullable() }),
      quarantineReasons: breakdown,
      /** The last 30 days in Norway, oldest first; a day without messages is in it. */
      perDay: z.array(z.object({ day: z.iso.date(), received: z.number().int(), handled: z.number().int() })),
    }),
    alerts: z.object({
      total: z.number().int(),
      versions: z.number().int(),
      valid: z.number().int(),
      withdrawn: z.number().int(),
      expired: z.number().int(),
      /** Valid alerts by where their identity stands; they add up to `valid`. */
      byIdentity: counts(IDENTITY_STATES),
      /** Valid alerts by the engine's answer. */
      byOutcome: counts(MATCH_OUTCOMES),
      /** Since when the valid alert that has waited longest has awaited an officer's decision. */
      oldestAwaiting: instant.nullable(),
      /** Of all alerts, most first; `unknown` where the sender did not say. */
      byCountry: breakdown,
      byProfession: breakdown,
      /** With the title of the source profile; none where the alert was entered by hand. */
      bySource: z.array(breakdown.element.extend({ title: z.string().nullable() })),
    }),
    register: z.object({
      people: z.number().int(),
      load: z.number().int().nullable(),
      loadedAt: instant.nullable(),
    }),
    balance: balance.nullable(),
  })
  .meta({ id: "Portfolio" });
export type Portfolio = z.infer<typeof portfolio>;

/** A date means the end of that day in Norway. */
const asOf = z.object({
  asOf: z.union([z.iso.datetime({ offset: true }), z.iso.date()]).optional(),
});

export const portfolioRoutes = {
  getPortfolio: route({
    method: "GET",
    path: "/api/portfolio",
    summary: "The whole picture, now or as of an instant or date",
    query: asOf,
    response: portfolio,
  }),
  downloadPortfolio: fileRoute({
    method: "GET",
    path: "/api/portfolio.xlsx",
    summary: "The same picture as a workbook",
    query: asOf,
  }),
} as const;
