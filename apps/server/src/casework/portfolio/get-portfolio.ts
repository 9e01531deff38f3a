import { IDENTITY_STATES, MATCH_OUTCOMES, MESSAGE_STATES, type Portfolio } from "@varde/contract";
import type { Kysely } from "kysely";
import { getCaseFigures } from "./cases/case-figures.ts";
import {
  type AlertGroup,
  countAlerts,
  countMessages,
  countOpened,
  countPerDay,
  countVersions,
  endOfDay,
  findBalance,
  findRegister,
  findSourceTitles,
  type MessageGroup,
  measureHandling,
  type OpenedGroup,
} from "./portfolio.sql.ts";

/** Reads what was asked for: an instant, or a calendar date, which means the end of that day in Norway. */
export async function instantOf(db: Kysely<unknown>, asOf: string): Promise<Date> {
  return /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? endOfDay(db, asOf) : new Date(asOf);
}

/**
 * The whole picture as it stood at an instant, counted from the insert-only histories: asked again, it is the same
 * whatever has happened since. A running total that stands now is used where nothing has moved after the instant.
 */
export async function getPortfolio(db: Kysely<unknown>, at: Date): Promise<Portfolio> {
  const [cases, messages, hoursToHandled, perDay, alerts, versions, opened, titles, register, balance] =
    await Promise.all([
      getCaseFigures(db, at),
      countMessages(db, at),
      measureHandling(db, at),
      countPerDay(db, at),
      countAlerts(db, at),
      countVersions(db, at),
      countOpened(db, at),
      findSourceTitles(db),
      findRegister(db, at),
      findBalance(db, at),
    ]);
  return {
    asOf: at.toISOString(),
    ...cases,
    messages: { ...messageFigures(messages), hoursToHandled, perDay },
    alerts: { ...alertFigures(alerts), versions, ...breakdowns(opened, titles) },
    register: { ...register, loadedAt: register.loadedAt?.toISOString() ?? null },
    balance: balance ?? null,
  };
}

type Messages = Omit<Portfolio["messages"], "hoursToHandled" | "perDay">;

function messageFigures(groups: readonly MessageGroup[]): Messages {
  const byState = countBy(MESSAGE_STATES, groups, ({ state }) => state);
  const oldest = (state: string) =>
    earliest(groups.filter((group) => group.state === state).map((group) => group.oldest));
  return {
    total: total(groups),
    byState,
    unopened: byState.received,
    oldestUnopened: oldest("received"),
    oldestQuarantined: oldest("quarantined"),
    quarantineReasons: groups
      .flatMap(({ reason, count }) => (reason === null ? [] : [{ key: reason, count }]))
      .sort((a, b) => b.count - a.count || a.key.localeCompare(b.key)),
  };
}

type Alerts = Omit<Portfolio["alerts"], "versions" | "byCountry" | "byProfession" | "bySource">;

function alertFigures(groups: readonly AlertGroup[]): Alerts {
  const valid = groups.filter(({ status }) => status === "valid");
  const awaiting = valid.filter(({ identity }) => identity === "awaitingDecision");
  const ofStatus = (wanted: string) => total(groups.filter(({ status }) => status === wanted));
  return {
    total: total(groups),
    valid: total(valid),
    withdrawn: ofStatus("withdrawn"),
    expired: ofStatus("expired"),
    byIdentity: countBy(IDENTITY_STATES, valid, ({ identity }) => identity),
    byOutcome: countBy(MATCH_OUTCOMES, valid, ({ outcome }) => outcome),
    oldestAwaiting: earliest(awaiting.map(({ since }) => since)),
  };
}

function breakdowns(groups: readonly OpenedGroup[], titles: ReadonlyMap<string, string>) {
  const of = (by: OpenedGroup["by"]) =>
    groups.filter((group) => group.by === by).map(({ key, count }) => ({ key: key ?? "unknown", count }));
  const bySource = of("source").map((group) => ({ ...group, title: titles.get(group.key) ?? null }));
  return { byCountry: of("country"), byProfession: of("profession"), bySource };
}

function countBy<K extends string, G extends { count: number }>(
  keys: readonly K[],
  groups: readonly G[],
  keyOf: (group: G) => string | null,
): Record<K, number> {
  const counted = keys.map((key) => [key, total(groups.filter((group) => keyOf(group) === key))] as const);
  return Object.fromEntries(counted) as Record<K, number>;
}

function total(groups: readonly { count: number }[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

function earliest(instants: readonly (Date | null)[]): string | null {
  const known = instants.filter((instant) => instant !== null).map((instant) => instant.getTime());
  return known.length === 0 ? null : new Date(Math.min(...known)).toISOString();
}
