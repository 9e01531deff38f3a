import { z } from "zod";
import { IDENTITY_STATES, MATCH_OUTCOMES } from "./identification.ts";
import { balance, MESSAGE_STATES } from "./intake.ts";
import { fileRoute, instant, route } from "./route.ts";

const counts = <const K extends readonly string[]>(keys: K) =>
  z.object(Object.fromEntries(keys.map((k) => [k, z.number().int()])) as Record<K[number], z.ZodNumber>);

const breakdown = z.array(z.object({ key: z.string(), count: z.number().int() }));

/** The status picture over all messages and alerts as it stood at `asOf`; the same instant always gives the same figures. */
export const portfolio = z
  .object({
    asOf: instant,
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
