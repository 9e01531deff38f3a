import type { RegisterPersonView } from "@varde/contract";
import type { Kysely } from "kysely";
import { readStanding } from "../../../access/index.ts";
import { isRefusal, missing, type Refusal, refused } from "../../../platform/rules/refusal.ts";
import { getPeople } from "../../registers/index.ts";
import { type ActDone, type Acting, actWithin } from "../acting/act-on-case.ts";
import { robotNamed, waysToAct } from "../acting/acting-officer.ts";
import { findOpeningOfRequest } from "../acting/acts.sql.ts";
import { performAct, refuseToPerform, type Ways } from "../acting/perform-act.ts";
import type { CasesParts } from "../cases-parts.ts";
import { type AlertRecord, type CaseRecord, findAlertRecord } from "../facts/facts.sql.ts";
import { factsOf, findGatheredCase } from "../facts/gather-facts.ts";
import { dayOf } from "../procedure/clocks/calendar.ts";
import {
  casesAbout,
  findCaseOfAlert,
  insertCase,
  lockAlert,
  lockPerson,
  takeOrdinal,
  tieAlerts,
} from "./opening.sql.ts";
import { UNITS_OF_LINES, unopenedFacts } from "./unopened-facts.ts";

/** A case somebody wants opened about a person in HPR. */
export interface WantedCase {
  readonly hprNumber: number;
  readonly alertIds: readonly number[];
  readonly reason?: string | undefined;
  readonly by: Acting;
  readonly requestId?: string | undefined;
  /** The case is opened beside another open one about the same person. */
  readonly beside?: true;
}

/** Opens a case in a transaction of its own. */
export function openCase(parts: CasesParts, wanted: WantedCase): Promise<ActDone | Refusal> {
  return parts.db.transaction().execute((tx) => openCaseWithin(tx, parts, wanted));
}

/**
 * Opens a case about a person with these alerts, gives it the next number of the year and lets the machine look the
 * person up in HPR. Refuses, with nothing written, where the person has an open case or the rules do not allow it.
 */
export async function openCaseWithin(
  tx: Kysely<unknown>,
  parts: CasesParts,
  wanted: WantedCase,
): Promise<ActDone | Refusal> {
  const { hprNumber, requestId, by } = wanted;
  const at = parts.clock.now();
  await lockPerson(tx, hprNumber);
  const before = requestId && (await findOpeningOfRequest(tx, requestId));
  if (before) return before;
  const person = (await getPeople(tx, [hprNumber], at)).get(hprNumber);
  if (!person) return missing("noSuchPerson", { hprNumber });
  const alerts = await alertsFor(tx, wanted);
  if (isRefusal(alerts)) return alerts;
  const ways = await waysToOpen(tx, by, at);
  if (isRefusal(ways)) return ways;
  const act = { act: "openCase", ...(wanted.reason && { reason: wanted.reason }) } as const;
  const facts = factsOf(recordOf(hprNumber, alerts, at), person);
  const refusal = refuseToPerform(facts, act, { ways, at });
  if (refusal) return refusal;
  const caseId = await writeUnopened(tx, person, { alerts, at });
  const gathered = await findGatheredCase(tx, caseId, at);
  if (!gathered) throw new Error(`The case ${caseId} went away while it was opened`);
  const opened = await performAct(tx, parts, { gathered, ways, at, act, requestId });
  if (isRefusal(opened)) throw new Error(`The case ${caseId} was allowed and then refused: ${opened.code}`);
  await lookUpInMirror(tx, parts, caseId);
  return opened;
}

async function alertsFor(
  tx: Kysely<unknown>,
  { hprNumber, alertIds, beside }: WantedCase,
): Promise<AlertRecord[] | Refusal> {
  const open = (await casesAbout(tx, hprNumber)).find(({ isOpen }) => isOpen);
  if (open && !beside) return refused("openCaseExists", "forvaltningsloven § 17", { case: open.id });
  const alerts: AlertRecord[] = [];
  for (const alertId of new Set(alertIds)) {
    await lockAlert(tx, alertId);
    const alert = await findAlertRecord(tx, alertId);
    if (!alert) return missing("noSuchAlert", { alert: alertId });
    const other = await findCaseOfAlert(tx, alertId);
    if (other !== undefined) return refused("alertInOtherCase", undefined, { alert: alertId, case: other });
    alerts.push(alert);
  }
  return alerts;
}

async function waysToOpen(tx: Kysely<unknown>, by: Acting, at: Date): Promise<Ways | Refusal> {
  if ("robot" in by) return { standing: undefined, officers: [robotNamed(by.robot)] };
  const standing = await readStanding(tx, by.personId, at);
  const officers = waysToAct(standing, { caseId: 0, units: [UNITS_OF_LINES.firstLine] });
  return isRefusal(officers) ? officers : { standing, officers };
}

function recordOf(hprNumber: number, alerts: AlertRecord[], at: Date): CaseRecord {
  const facts = unopenedFacts(at.toISOString());
  const none = { lookUps: [], attachments: [], tasks: [], away: [] };
  return { id: 0, number: "", hprNumber, lastAct: 0, facts, alerts, ...none };
}

async function writeUnopened(
  tx: Kysely<unknown>,
  { hprNumber, surname, forename }: RegisterPersonView,
  { alerts, at }: { alerts: readonly AlertRecord[]; at: Date },
): Promise<number> {
  const year = Number(dayOf(at.toISOString()).slice(0, 4));
  const caseId = await insertCase(tx, {
    year,
    ordinal: await takeOrdinal(tx, year),
    hprNumber,
    surname,
    forename,
    openedAt: at,
    units: [UNITS_OF_LINES.firstLine],
    facts: unopenedFacts(at.toISOString()),
  });
  const alertIds = alerts.map(({ alertId }) => alertId);
  await tieAlerts(tx, caseId, alertIds, at);
  return caseId;
}

const PURPOSE = "Oppslag når saken opprettes";

/** The mirror answers at once; the other registers are asked by officers. */
async function lookUpInMirror(tx: Kysely<unknown>, parts: CasesParts, caseId: number): Promise<void> {
  for (const register of ["hpr", "prescribingRight"] as const) {
    const act = { act: "recordLookUp", register, purpose: PURPOSE, evidence: {} } as const;
    const done = await actWithin(tx, parts, { caseId, act, by: { robot: "look-up-in-hpr" } });
    if (isRefusal(done)) throw new Error(`The look-up of a case just opened was refused: ${done.code}`);
  }
}
