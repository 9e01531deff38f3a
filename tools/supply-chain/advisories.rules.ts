/** An advisory that `npm audit` tells of, about one installed package. */
export interface Advisory {
  /** Address of the advisory, its lasting name. */
  readonly url: string;
  readonly package: string;
  readonly title: string;
  readonly severity: Severity;
}

export const SEVERITIES = ["info", "low", "moderate", "high", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** An advisory we live with for a while, and why. */
export interface Allowance {
  readonly url: string;
  readonly reason: string;
  /** The last day it holds, as YYYY-MM-DD; then the advisory must be looked at again. */
  readonly until: string;
}

/** What stands in the way of a release. */
export interface Verdict {
  /** Advisories of `gate` or worse that nothing allows. */
  readonly open: readonly Advisory[];
  /** Allowed and still within their time. */
  readonly allowed: readonly Advisory[];
  /** Allowances past their day, or for what is no longer told of: to be deleted or renewed. */
  readonly stale: readonly Allowance[];
}

/** Reads the report of `npm audit --json`. Throws when it is none. */
export function readAdvisories(report: unknown): Advisory[] {
  const { vulnerabilities } = report as { vulnerabilities?: Record<string, { via: readonly unknown[] }> };
  if (!vulnerabilities) throw new Error("this is no report of npm audit");
  const byUrl = new Map<string, Advisory>();
  for (const via of Object.values(vulnerabilities).flatMap((one) => one.via)) {
    // A word names another vulnerable package; its own entry holds the advisory.
    if (typeof via === "string") continue;
    const { url, name, title, severity } = via as Advisory & { name: string };
    byUrl.set(`${url} ${name}`, { url, package: name, title, severity });
  }
  return [...byUrl.values()].sort((a, b) => a.url.localeCompare(b.url));
}

/** Which advisories stop a release on a day (YYYY-MM-DD). Anything milder than `gate` is left to the reader. */
export function judgeAdvisories(
  advisories: readonly Advisory[],
  allowances: readonly Allowance[],
  { today, gate }: { today: string; gate: Severity },
): Verdict {
  const holds = new Map(allowances.filter(({ until }) => until >= today).map((one) => [one.url, one]));
  const serious = advisories.filter(
    ({ severity }) => SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(gate),
  );
  const told = new Set(advisories.map(({ url }) => url));
  return {
    open: serious.filter(({ url }) => !holds.has(url)),
    allowed: serious.filter(({ url }) => holds.has(url)),
    stale: allowances.filter(({ url, until }) => until < today || !told.has(url)),
  };
}
