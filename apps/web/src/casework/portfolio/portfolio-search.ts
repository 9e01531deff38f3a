/** Which day the portfolio is shown as of; without one it is shown as it stands now. */
export interface PortfolioSearch {
  readonly asOf?: string;
}

/** Reads the address; what is not a date is left out. */
export function readPortfolioSearch({ asOf }: Record<string, unknown>): PortfolioSearch {
  return typeof asOf === "string" && /^\d{4}-\d\d-\d\d$/.test(asOf) ? { asOf } : {};
}
