import { z } from "zod";
import { MATCH_OUTCOMES, IDENTITY_STATES } from "./identification.ts";
import { balance, MESSAGE_STATES } from "./intake.ts";
import { instant, route } from "./route.ts";

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
      /** Hours from received to registered, irrelevant or duplicate: median and 90th percentile. */
      hoursToHandled: z.object({ median: z.number().nullable(), p90: z.number().nullable() }),
      quarantineReasons: breakdown,
      perDay: z.array(z.object({ day: z.iso.date(), received: z.number().int(), handled: z.number().int() })),
    }),
    alerts: z.object({
      total: z.number().int(),
      versions: z.number().int(),
      valid: z.number().int(),
      withdrawn: z.number().int(),
      expired: z.number().int(),
      byIdentity: counts(IDENTITY_STATES),
      byOutcome: counts(MATCH_OUTCOMES),
      oldestAwaiting: instant.nullable(),
      byCountry: breakdown,
      byProfession: breakdown,
      bySource: breakdown,
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

export const portfolioRoutes = {
  getPortfolio: route({
    method: "GET",
    path: "/api/portfolio",
    summary: "The whole picture, now or as of an instant or date",
    query: z.object({ asOf: z.union([z.iso.datetime({ offset: true }), z.iso.date()]).optional() }),
    response: portfolio,
  }),
} as const;
