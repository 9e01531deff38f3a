import type { Applicant, ApplicantCheck } from "@varde/contract";
import type { LinkResult, PersonRecord } from "@varde/linkage";
import type { Kysely } from "kysely";
import type { AlertIndex } from "./alert-index.ts";
import { listConfirmedByNumber, listValidAlerts } from "./applicants.sql.ts";

/** What an applicant is checked against. */
export interface ApplicantParts {
  readonly db: Kysely<unknown>;
  readonly index: AlertIndex;
}

type Told = ApplicantCheck["alerts"][number]["answer"];

/**
 * Whether an applicant is mentioned in a valid alert, with the ids of the alerts it rests on. Two ways lead there: what
 * the alerts themselves say of their person, and the numbers in HPR of the person an alert is confirmed to be about.
 */
export async function checkApplicant(
  { db, index }: ApplicantParts,
  applicant: Applicant,
  at: Date,
): Promise<{ check: ApplicantCheck; alertIds: number[] }> {
  await index.refresh();
  const found = answersOf(index.link(recordOf(applicant)));
  for (const id of await listConfirmedByNumber(db, numbersOf(applicant))) found.set(id, "yes");
  const valid = new Map((await listValidAlerts(db, [...found.keys()])).map((alert) => [alert.id, alert]));
  const alerts = [...found]
    .flatMap(([id, answer]) => {
      const alert = valid.get(id);
      return alert ? [{ ...alert, answer }] : [];
    })
    .sort((a, b) => Number(b.answer === "yes") - Number(a.answer === "yes"));
  return {
    check: {
      answer: alerts[0]?.answer ?? "no",
      alerts: alerts.map(({ id: _id, ...alert }) => alert),
      checkedAt: at.toISOString(),
    },
    alertIds: alerts.map(({ id }) => id),
  };
}

/** The engine is tuned so that a miss costs more than a question: what is not excluded is possible. */
function answersOf({ candidates }: LinkResult): Map<number, Told> {
  return new Map(
    candidates
      .filter(({ outcome }) => outcome !== "noMatch")
      .map(({ id, outcome }) => [Number(id), outcome === "certain" ? "yes" : "possible"]),
  );
}

function recordOf({ surname, forename, nationalId, ...known }: Applicant): PersonRecord {
  return {
    ...known,
    id: "applicant",
    forenames: [forename],
    surnames: [surname],
    nationalIds: nationalId ? [nationalId] : [],
  };
}

/** Norwegian numbers alone stand in HPR. */
function numbersOf({ nationalId, registrationNumbers }: Applicant): string[] {
  const norwegian = nationalId?.country === "NO" ? [nationalId.number.replace(/\D/g, "")] : [];
  return [...norwegian, ...registrationNumbers];
}
