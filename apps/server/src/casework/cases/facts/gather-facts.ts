import type { RegisterPersonView } from "@varde/contract";
import type { Kysely } from "kysely";
import { getPeople } from "../../registers/index.ts";
import type { Assignment, CaseFacts } from "../procedure/case-facts.ts";
import { dayOf } from "../procedure/clocks/calendar.ts";
import type { CaseAlert, CasePerson, LookUp, Register } from "../procedure/facts/surroundings.ts";
import type { Line } from "../procedure/stages.ts";
import { type AlertRecord, type CaseRecord, findCaseRecord } from "./facts.sql.ts";
import type { KeptFacts } from "./kept-facts.ts";
import { measureKindOf } from "./measure-kind.rules.ts";

/** A case with its facts as the rules take them, and the person as the register has them. */
export interface GatheredCase {
  readonly record: CaseRecord;
  readonly facts: CaseFacts;
  readonly person: RegisterPersonView | undefined;
}

/** Gathers everything the rules look at about a case as it stands at an instant; nothing where there is no such case. */
export async function findGatheredCase(
  db: Kysely<unknown>,
  id: number,
  at: Date,
): Promise<GatheredCase | undefined> {
  const record = await findCaseRecord(db, id, at);
  if (!record) return undefined;
  const person = (await getPeople(db, [record.hprNumber], at)).get(record.hprNumber);
  return { record, person, facts: factsOf(record, person) };
}

/** The facts of a case from what the database holds of it. */
export function factsOf(record: CaseRecord, person: RegisterPersonView | undefined): CaseFacts {
  const { assigned, establishedBasis, ...kept } = record.facts;
  return {
    ...kept,
    caseId: record.id,
    person: casePersonOf(record.hprNumber, person, { establishedBasis, employer: employerAnswer(record) }),
    alerts: record.alerts.map((alert) => caseAlertOf(alert, record.hprNumber)),
    lookUps: Object.fromEntries(
      record.lookUps.map(({ id, register, answer, at }): [Register, LookUp] => [
        register,
        { id, answer, at },
      ]),
    ),
    attachments: record.attachments,
    assignments: assignmentsOf(assigned, record.away),
    tasks: record.tasks.map(({ id, title, dueAt }) => ({
      id,
      title,
      dueOn: dueAt === null ? null : dayOf(dueAt),
    })),
  };
}

/** An alert as the procedure sees it from a case about a person: confirmed for somebody else is rejected here. */
export function caseAlertOf(alert: AlertRecord, hprNumber: number): CaseAlert {
  const { alertId, alertNumber, sendingCountry, status, decidedOn, receivedAt, byPerson } = alert;
  const isConfirmed = alert.identity === "confirmed";
  const state = isConfirmed
    ? alert.confirmedHpr === hprNumber
      ? "confirmed"
      : "rejected"
    : alert.identity === "rejected" || alert.identity === "asked"
      ? alert.identity
      : "open";
  return {
    alertId,
    alertNumber,
    sendingCountry,
    status,
    measure: measureKindOf(alert.measure, alert.alertType),
    decidedOn,
    receivedAt,
    identity: { state, byPerson },
  };
}

/** The person of a case from the mirror of HPR, and what an officer and the employer register have told besides. */
export function casePersonOf(
  hprNumber: number,
  person: RegisterPersonView | undefined,
  told: Pick<KeptFacts, "establishedBasis"> & { employer: Record<string, unknown> | undefined },
): CasePerson {
  return {
    hprNumber,
    authorisations: (person?.authorisations ?? []).map(
      ({ profession, status, prescribing, basisCountry }) => ({
        profession,
        inForce: status === "active",
        prescribingRight: prescribing,
        basisCountry,
      }),
    ),
    worksInNorway: yesOrNo(told.employer?.worksInNorway),
    worksWithPatients: yesOrNo(told.employer?.worksWithPatients),
    dead: person !== undefined && person.deathDate !== null,
    establishedBasis: told.establishedBasis,
  };
}

function employerAnswer({ lookUps }: CaseRecord): Record<string, unknown> | undefined {
  const answer = lookUps.find(({ register }) => register === "employer");
  if (answer?.answer === "notFound") return { worksInNorway: "no", worksWithPatients: "no" };
  return answer?.evidence;
}

function yesOrNo(said: unknown): boolean | null {
  return said === "yes" ? true : said === "no" ? false : null;
}

function assignmentsOf(assigned: KeptFacts["assigned"], away: CaseRecord["away"]): CaseFacts["assignments"] {
  const entries = Object.entries(assigned).map(([line, person]): [string, Assignment] => {
    const absence = away.find(({ personId }) => personId === person.id);
    const awayUntil = absence ? dayOf(new Date(absence.until).toISOString()) : null;
    return [line, { person, awayUntil, standIn: absence?.standIn ?? null }];
  });
  return Object.fromEntries(entries) as Partial<Record<Line, Assignment>>;
}
