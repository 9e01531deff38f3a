import type { Permission } from "@varde/contract";
import type { Kysely } from "kysely";
import { personActor, recordAudit } from "../../platform/audit/index.ts";
import { notifyChange } from "../../platform/database/index.ts";
import { forbidden, missing, type Refusal, refused } from "../../platform/rules/refusal.ts";
import type { Doer, StandingParts } from "../standing/standing-parts.ts";
import { listColleagues } from "../units/units.sql.ts";
import { type ExclusionRow, endExclusion, insertExclusion, listExclusions } from "./exclusions.sql.ts";

/**
 * Shuts a person out of a case. Everybody may do so to themselves; to others whoever may exclude. Takes effect at
 * the next request; the case slice hears of it and takes the case from the person.
 */
export async function excludeFromCase(
  { db, clock, jobs, findCaseUnits }: StandingParts,
  by: Doer,
  permissions: ReadonlySet<Permission>,
  { personId, caseId, reason }: { personId: string; caseId: number; reason: string },
): Promise<ExclusionRow | Refusal> {
  if (personId !== by.id && !permissions.has("excludeFromCases"))
    return forbidden("permissionMissing", undefined, { permission: "excludeFromCases" });
  return db.transaction().execute(async (tx) => {
    const at = clock.now();
    if (!(await findCaseUnits(tx, caseId))) return missing("noSuchCase", { case: caseId });
    if ((await listColleagues(tx, at, personId)).length === 0)
      return missing("noSuchColleague", { person: personId });
    const actor = personActor(by);
    const id = await insertExclusion(tx, { personId, caseId, reason, actor, at });
    if (id === undefined) return refused("alreadyExcluded", undefined, { case: caseId });
    const object = { type: "case", id: String(caseId) };
    await recordAudit(tx, {
      at,
      actor,
      act: "excludeFromCase",
      object,
      details: { exclusion: id, personId },
    });
    await jobs.publish(tx, {
      type: "officerExcluded",
      subject: `case:${caseId}`,
      payload: { caseId, personId },
      actor,
    });
    await notifyChange(tx, "exclusions", caseId);
    return getExclusion(tx, id);
  });
}

/** Lets a person into a case again. Never done by the person who is shut out, whatever their role. */
export async function letInAgain(
  { db, clock, jobs }: StandingParts,
  by: Doer,
  { id, reason }: { id: number; reason: string },
): Promise<ExclusionRow | Refusal> {
  return db.transaction().execute(async (tx) => {
    const at = clock.now();
    const [exclusion] = await listExclusions(tx, { id });
    if (!exclusion) return missing("noSuchExclusion", { exclusion: id });
    if (exclusion.person.id === by.id) return forbidden("ownExclusion", "forvaltningsloven § 6");
    const actor = personActor(by);
    if (!(await endExclusion(tx, id, { reason, actor, at })))
      return refused("exclusionOver", undefined, { exclusion: id });
    const { caseId, person } = exclusion;
    const object = { type: "case", id: String(caseId) };
    await recordAudit(tx, {
      at,
      actor,
      act: "endExclusion",
      object,
      details: { exclusion: id, personId: person.id },
    });
    const payload = { caseId, personId: person.id };
    await jobs.publish(tx, { type: "officerLetInAgain", subject: `case:${caseId}`, payload, actor });
    await notifyChange(tx, "exclusions", caseId);
    return getExclusion(tx, id);
  });
}

async function getExclusion(tx: Kysely<unknown>, id: number): Promise<ExclusionRow> {
  const [row] = await listExclusions(tx, { id });
  if (!row) throw new Error(`There is no exclusion ${id}`);
  return row;
}
