import type { CaseOfficer } from "@varde/contract";
import type { Kysely } from "kysely";
import { personActor, recordAudit } from "../../../platform/audit/index.ts";
import { notifyChange } from "../../../platform/database/index.ts";
import { forbidden, invalid, missing, type Refusal } from "../../../platform/rules/refusal.ts";
import type { CasesParts } from "../cases-parts.ts";
import type { PersonRef } from "../procedure/persons.ts";
import { endAbsences, findOfficer, insertAbsence, listOfficerRows } from "./officers.sql.ts";

/** Who says that somebody is away or back. */
export interface AbsenceTeller {
  readonly person: PersonRef;
  readonly permissions: ReadonlySet<string>;
}

/** Everybody who can have a case, with how much they have and whether they are away. */
export async function listOfficers(db: Kysely<unknown>, at: Date): Promise<CaseOfficer[]> {
  return (await listOfficerRows(db, at)).map(({ absentUntil, ...officer }) => ({
    ...officer,
    absentUntil: absentUntil?.toISOString() ?? null,
  }));
}

/** Says that an officer is away for a period. Oneself, or anybody by the process owner. */
export async function recordAbsence(
  { db, clock }: CasesParts,
  by: AbsenceTeller,
  { personId, from, until }: { personId: string; from: Date; until: Date },
): Promise<CaseOfficer[] | Refusal> {
  return db.transaction().execute(async (tx) => {
    const at = clock.now();
    const refusal = await refuseAbsence(tx, by, personId);
    if (refusal) return refusal;
    if (until <= from || until <= at) return invalid("absenceEndsTooEarly");
    const actor = personActor(by.person);
    await insertAbsence(tx, { personId, from, until, actor, at });
    const object = { type: "person", id: personId };
    const after = { from: from.toISOString(), until: until.toISOString() };
    await recordAudit(tx, { at, actor, act: "recordAbsence", object, after });
    await notifyChange(tx, "cases");
    return listOfficers(tx, at);
  });
}

/** Says that an officer is back: every absence that runs or is to come ends. */
export async function endAbsence(
  { db, clock }: CasesParts,
  by: AbsenceTeller,
  personId: string,
): Promise<CaseOfficer[] | Refusal> {
  return db.transaction().execute(async (tx) => {
    const at = clock.now();
    const refusal = await refuseAbsence(tx, by, personId);
    if (refusal) return refusal;
    const ended = await endAbsences(tx, personId, at);
    const object = { type: "person", id: personId };
    await recordAudit(tx, {
      at,
      actor: personActor(by.person),
      act: "endAbsence",
      object,
      details: { ended },
    });
    await notifyChange(tx, "cases");
    return listOfficers(tx, at);
  });
}

async function refuseAbsence(
  tx: Kysely<unknown>,
  { person, permissions }: AbsenceTeller,
  personId: string,
): Promise<Refusal | undefined> {
  if (person.id !== personId && !permissions.has("steerCases"))
    return forbidden("permissionMissing", undefined, { permission: "steerCases" });
  return (await findOfficer(tx, personId)) ? undefined : missing("noSuchOfficer");
}
