import type { DateLevel } from "../link-result.ts";
import type { Token, TokenLevel } from "../names/token-level.ts";

/**
 * How common things are in the register, so that agreement on a rare name or an odd birth year weighs more than
 * agreement on a common one. All shares are above 0.
 */
export interface RegisterView {
  /** People in the register. */
  people: number;
  /** What the register holds around a name of the query. */
  around(name: Token): NameSurroundings;
  /** Chance that a stranger's birth date stands at the level to this one, packed as `yyyymmdd`. */
  dateShare(packed: number, level: DateLevel): number;
  /** Share of people with the value in the field. */
  valueShare(field: "sex" | "nationality" | "profession", value: string): number;
}

export interface NameSurroundings {
  /** The level at which a name agrees with the query's. */
  levelOf(name: Token): TokenLevel;
  /** Share of people who carry a name at exactly the level. */
  shareAt(level: TokenLevel | "joined"): number;
}
