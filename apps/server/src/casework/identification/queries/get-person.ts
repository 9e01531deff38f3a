import type { PersonTimeline } from "@varde/contract";
import type { Kysely } from "kysely";
import { findNumbersShown } from "../../../access/index.ts";
import { missing, type Refusal } from "../../../platform/rules/refusal.ts";
import { getPeople, listChangesOf } from "../../registers/index.ts";
import { listDecisions, listVersions } from "./alert-detail.sql.ts";
import { readAlertRows } from "./alert-list.sql.ts";
import { listAlertsAbout } from "./find-alerts.sql.ts";

type TimelineEvent = PersonTimeline["events"][number];

/**
 * Everything known about a person in the register across alerts, newest first. `at` is the day authorisations are shown
 * for; the identity number is masked until the reader has opened it.
 */
export async function getPerson(
  db: Kysely<unknown>,
  hprNumber: number,
  { at, readerId }: { at: Date; readerId: string },
): Promise<PersonTimeline | Refusal> {
  const numbersUntil = await findNumbersShown(db, readerId, { type: "registerPerson", id: hprNumber }, at);
  const numbersOpen = numbersUntil !== undefined;
  const person = (await getPeople(db, [hprNumber], at, { numbersOpen })).get(hprNumber);
  if (!person) return missing("noSuchPerson", { hprNumber });
  const alertIds = await listAlertsAbout(db, hprNumber);
  const events = [
    ...(await alertEvents(db, alertIds)),
    ...(await decisionEvents(db, alertIds, hprNumber)),
    ...(await registerEvents(db, hprNumber)),
  ];
  return {
    person,
    alerts: await readAlertRows(db, alertIds, readerId),
    events: events.sort((a, b) => b.at.localeCompare(a.at)),
    numbersOpenUntil: numbersUntil?.toISOString() ?? null,
  };
}

async function alertEvents(db: Kysely<unknown>, alertIds: readonly number[]): Promise<TimelineEvent[]> {
  const versions = await listVersions(db, alertIds);
  return versions.map(({ alertId, kind, recordedAt, measure }) => ({
    at: recordedAt.toISOString(),
    what: kind,
    alertId,
    text: measure,
    by: null,
  }));
}

/** Confirmations of somebody else say nothing about this person. */
async function decisionEvents(
  db: Kysely<unknown>,
  alertIds: readonly number[],
  about: number,
): Promise<TimelineEvent[]> {
  const decisions = await listDecisions(db, alertIds);
  return decisions
    .filter(({ hprNumber }) => hprNumber === null || hprNumber === about)
    .map(({ alertId, decision, at, reason, officer }) => ({
      at,
      what: decision,
      alertId,
      text: reason,
      by: officer,
    }));
}

async function registerEvents(db: Kysely<unknown>, hprNumber: number): Promise<TimelineEvent[]> {
  const changes = await listChangesOf(db, hprNumber);
  return changes.map(({ at, removed, first }) => ({
    at: at.toISOString(),
    what: "registerChange",
    alertId: null,
    text: removed ? "removed" : first ? "added" : "changed",
    by: null,
  }));
}
