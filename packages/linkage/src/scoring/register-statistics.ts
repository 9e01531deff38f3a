import type { DateLevel } from "../link-result.ts";

/**
 * How common things are in the register, so that agreement on a rare name or an odd birth year weighs more than
 * agreement on a common one. Kept up to date by adding and removing people.
 */
export interface RegisterStatistics {
  /** People in the register. */
  people: number;
  /** Share of people with a name at exactly this level from the folded token, smoothed so that none is 0. */
  levelShare(token: string, level: string): number;
  dateShare(packed: number, level: DateLevel): number;
  /** Share of people with the value in the field. */
  valueShare(field: "sex" | "nationality" | "profession", value: string): number;
}
