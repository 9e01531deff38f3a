import type { Kysely } from "kysely";
import type { Clock } from "../../platform/clock/clock.ts";
import type { PortfolioReader } from "./portfolio-reader.ts";

/** What the portfolio works with; joined by the composition root. One reader serves a whole process. */
export interface PortfolioParts {
  readonly db: Kysely<unknown>;
  readonly clock: Clock;
  readonly reader: PortfolioReader;
}
