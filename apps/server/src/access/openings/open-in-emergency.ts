import type { Permission } from "@varde/contract";
import type { Kysely } from "kysely";
import { personActor, recordAudit } from "../../platform/audit/index.ts";
import { notifyChange } from "../../platform/database/index.ts";
import { forbidden, missing, type Refusal, refused } from "../../platform/rules/refusal.ts";
import { refuseToAgree } from "../standing/four-eyes.rules.ts";
import { readStanding } from "../standing/read-standing.ts";
import type { Doer, StandingParts } from "../standing/standing-parts.ts";
import { mayEnd, OPEN_FOR, refuseOpening } from "./opening.rules.ts";
import { insertOpening, listOpenings, markEnded, markSeen, type OpeningRow } from "./openings.sql.ts";

/**
 * Opens a case of another unit for reading, for four hours. The event `caseOpenedInEmergency` and a live notice tell
 * the process owner in the same transaction: there is no opening without its alarm.
 */
export async function openInEmergency(
  { db, clock, jobs, findCaseUnits }: StandingParts,
  by: Doer,
  { caseId, reason }: { caseId: number; reason: string },
): Promise<OpeningRow | Refusal> {
  return db.transaction().execute(async (tx) => {
    const at = clock.now();
    const units = await findCaseUnits(tx, caseId);
    if (!units) return missing("noSuchCase", { case: caseId });
    const refusal = refuseOpening(await readStanding(tx, by.id, at), { caseId, units });
    if (refusal) return refusal;
    const actor = personActor(by);
    const until = new Date(at.getTime() + OPEN_FOR);
    const id = await insertOpening(tx, { personId: by.id, caseId, reason, at, until });
    await recordAudit(tx, {
      at,
      actor,
      act: "openCaseInEmergency",
      object: { type: "case", id: String(caseId) },
      purpose: reason,
      details: { opening: id, until: until.toISOString() },
    });
    await jobs.publish(tx, {
      type: "caseOpenedInEmergency",
      subject: `case:${caseId}`,
      payload: { caseId, openingId: id, personId: by.id, until: until.toISOString() },
      actor,
    });
    await notifyChange(tx, "openings", id);
    return getOpening(tx, id);
  });
}

/** Notes an opening as seen. Never by the person who opened, nor by somebody who stands in for them. */
export async function noteOpening(
  { db, clock }: StandingParts,
  by: Doer,
  id: number,
): Promise<OpeningRow | Refusal> {
  return db.transaction().execute(async (tx) => {
    const at = clock.now();
    const [opening] = await listOpenings(tx, { id, unseen: false, limit: 1 });
    if (!opening) return missing("noSuchOpening", { opening: id });
    const standing = await readStanding(tx, by.id, at);
    const refusal = refuseToAgree(standing, [{ actor: opening.person }], by.onBehalfOf);
    if (refusal) return refusal;
    const actor = personActor(by);
    if (!(await markSeen(tx, id, { actor, at })))
      return refused("openingSeenAlready", undefined, { opening: id });
    const object = { type: "case", id: String(opening.caseId) };
    await recordAudit(tx, { at, actor, act: "noteOpening", object, details: { opening: id } });
    await notifyChange(tx, "openings", id);
    return getOpening(tx, id);
  });
}

/** Ends an opening before its time: the one who opened, or whoever looks into openings. It is still to be noted as seen. */
export async function endOpening(
  { db, clock }: StandingParts,
  by: Doer,
  permissions: ReadonlySet<Permission>,
  id: number,
): Promise<OpeningRow | Refusal> {
  return db.transaction().execute(async (tx) => {
    const at = clock.now();
    const [opening] = await listOpenings(tx, { id, unseen: false, limit: 1 });
    if (!opening) return missing("noSuchOpening", { opening: id });
    if (!mayEnd(opening, by.id, permissions))
      return forbidden("permissionMissing", undefined, { permission: "noteOpenings" });
    const actor = personActor(by);
    if (!(await markEnded(tx, id, { actor, at }))) return refused("openingOver", undefined, { opening: id });
    const object = { type: "case", id: String(opening.caseId) };
    await recordAudit(tx, { at, actor, act: "endOpening", object, details: { opening: id } });
    await notifyChange(tx, "openings", id);
    return getOpening(tx, id);
  });
}

async function getOpening(tx: Kysely<unknown>, id: number): Promise<OpeningRow> {
  const [row] = await listOpenings(tx, { id, unseen: false, limit: 1 });
  if (!row) throw new Error(`There is no opening ${id}`);
  return row;
}
