import type { Portfolio } from "@varde/contract";
import type { Kysely } from "kysely";
import type { Clock } from "../../platform/clock/clock.ts";
import { getPortfolio } from "./get-portfolio.ts";
import { historyStamp } from "./portfolio.sql.ts";

/** The portfolio as pages ask for it, counted once for all who ask while nothing has happened. */
export interface PortfolioReader {
  /** The picture now. */
  now(): Promise<Portfolio>;
  /** The picture at an instant; one to come gives the picture now. */
  asOf(at: Date): Promise<Portfolio>;
}

const PAST_PICTURES_KEPT = 30;
/** What a slow transaction still adds to the histories may date back this far. */
const SETTLED_AFTER_MS = 60_000;
/** The stamp misses a transaction that commits after a later one; this bounds for how long. */
const LONGEST_TRUSTED_MS = 5_000;

/**
 * Reads the portfolio and remembers what it counted: a picture of the past never changes, and that of now only when
 * a history has grown or a new day has begun.
 */
export function createPortfolioReader(db: Kysely<unknown>, clock: Clock): PortfolioReader {
  const past = new Map<number, Portfolio>();
  let latest: { stamp: string; countedAt: number; portfolio: Portfolio } | undefined;

  const now = async (): Promise<Portfolio> => {
    const at = clock.now();
    const stamp = await historyStamp(db, at);
    const isTrusted = latest && at.getTime() - latest.countedAt < LONGEST_TRUSTED_MS;
    if (!latest || latest.stamp !== stamp || !isTrusted)
      latest = { stamp, countedAt: at.getTime(), portfolio: await getPortfolio(db, at) };
    return { ...latest.portfolio, asOf: at.toISOString() };
  };
  const asOf = async (at: Date): Promise<Portfolio> => {
    if (at >= clock.now()) return now();
    const known = past.get(at.getTime());
    if (known) return known;
    const portfolio = await getPortfolio(db, at);
    if (clock.now().getTime() - at.getTime() > SETTLED_AFTER_MS) {
      past.set(at.getTime(), portfolio);
      const [oldest] = past.keys();
      if (past.size > PAST_PICTURES_KEPT && oldest !== undefined) past.delete(oldest);
    }
    return portfolio;
  };
  return { now, asOf };
}
