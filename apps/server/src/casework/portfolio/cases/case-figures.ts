import { CASE_PRIORITIES, CASE_STAGES, type Portfolio } from "@varde/contract";
import type { Kysely } from "kysely";
import { type CaseGroup, countCases, findNames, type Percentiles } from "./case-figures.sql.ts";

/** The part of the portfolio that is about cases. */
export type CaseFigures = Pick<
  Portfolio,
  | "cases"
  | "open"
  | "closed"
  | "closedWithReaction"
  | "mediaCases"
  | "mediaCasesClosed"
  | "reopened"
  | "byStage"
  | "caseWork"
>;

/** How all cases stood at an instant. Names of officers and units are those of today. */
export async function getCaseFigures(db: Kysely<unknown>, at: Date): Promise<CaseFigures> {
  const { totals, groups } = await countCases(db, at);
  const of = (by: CaseGroup["by"]) =>
    groups
      .filter((group) => group.by === by)
      .sort((a, b) => b.open - a.open || b.cases - a.cases || keyOf(a).localeCompare(keyOf(b)));
  const atWork = (by: "officer" | "unit") => of(by).filter(({ key, open }) => key !== null && open > 0);
  const names = await findNames(db, atWork("officer").map(keyOf));
  const stages = of("stage");
  const cases = stages.reduce((sum, group) => sum + group.cases, 0);
  const byStage = countBy(CASE_STAGES, stages, ({ cases: count }) => count);
  const { measured, days, ours, theirs, overdue, ...rest } = totals;
  return {
    cases,
    open: cases - byStage.closed,
    closed: byStage.closed,
    ...rest,
    byStage,
    caseWork: {
      overdue,
      unassigned: of("officer").find(({ key }) => key === null)?.open ?? 0,
      byPriority: countBy(CASE_PRIORITIES, of("priority"), ({ open }) => open),
      waiting: of("waiting").flatMap(waitView),
      throughput: { closed: measured, days: spread(days), ours: spread(ours), theirs: spread(theirs) },
      byCountry: of("country").map(groupView),
      byProfession: of("profession").map(groupView),
      byLine: atWork("unit").map((group) => ({
        ...workView(group),
        name: names.units.get(keyOf(group)) ?? {},
      })),
      byOfficer: atWork("officer").map((group) => ({
        ...workView(group),
        name: names.officers.get(keyOf(group)) ?? keyOf(group),
      })),
    },
  };
}

const keyOf = ({ key }: CaseGroup): string => key ?? "unknown";
const groupView = (group: CaseGroup) => ({ key: keyOf(group), cases: group.cases, open: group.open });
const workView = (group: CaseGroup) => ({ key: keyOf(group), open: group.open, overdue: group.overdue });
const spread = (values: Percentiles) => ({ median: values?.[0] ?? null, p90: values?.[1] ?? null });

function waitView({ key, open, since, medianDays }: CaseGroup) {
  if (key === null || since === null) return [];
  return [
    {
      key,
      count: open,
      since: new Date(since).toISOString(),
      medianDays: Math.max(0, Math.round(medianDays ?? 0)),
    },
  ];
}

function countBy<K extends string>(
  keys: readonly K[],
  groups: readonly CaseGroup[],
  count: (group: CaseGroup) => number,
): Record<K, number> {
  const counted = keys.map((key) => {
    const group = groups.find((one) => one.key === key);
    return [key, group ? count(group) : 0] as const;
  });
  return Object.fromEntries(counted) as Record<K, number>;
}
