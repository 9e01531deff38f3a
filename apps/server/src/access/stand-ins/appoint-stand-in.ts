import type { Permission } from "@varde/contract";
import type { Kysely } from "kysely";
import { personActor, recordAudit } from "../../platform/audit/index.ts";
import { notifyChange } from "../../platform/database/index.ts";
import { forbidden, missing, type Refusal, refused } from "../../platform/rules/refusal.ts";
import type { Doer, StandingParts } from "../standing/standing-parts.ts";
import { refuseUnits } from "../units/units.rules.ts";
import { listColleagues, listUnits } from "../units/units.sql.ts";
import { refuseStandIn, type WantedStandIn } from "./stand-in.rules.ts";
import { endStandIn, insertStandIn, listStandIns, type StandInRow } from "./stand-ins.sql.ts";

type Permissions = ReadonlySet<Permission>;

/** Lets somebody act in a person's place for a period. Returns the stand-in, or why not. */
export async function appointStandIn(
  { db, clock, jobs }: StandingParts,
  by: Doer,
  permissions: Permissions,
  wanted: WantedStandIn & { readonly reason: string },
): Promise<StandInRow | Refusal> {
  return db.transaction().execute(async (tx) => {
    const at = clock.now();
    const refusal = await refuseWanted(
      tx,
      wanted,
      { id: by.id, mayForOthers: permissions.has("appointStandIns") },
      at,
    );
    if (refusal) return refusal;
    const actor = personActor(by);
    const id = await insertStandIn(tx, wanted, { actor, at });
    const { absentId, standInId, from, until, limits } = wanted;
    const object = { type: "standIn", id: String(id) };
    const after = { absentId, standInId, from: from.toISOString(), until: until.toISOString(), ...limits };
    await recordAudit(tx, { at, actor, act: "appointStandIn", object, after });
    await jobs.publish(tx, {
      type: "standInAppointed",
      subject: `standIn:${id}`,
      payload: { absentId, standInId },
      actor,
    });
    await notifyChange(tx, "standIns", id);
    return getStandIn(tx, id, at);
  });
}

async function refuseWanted(
  tx: Kysely<unknown>,
  wanted: WantedStandIn,
  by: Parameters<typeof refuseStandIn>[1],
  at: Date,
): Promise<Refusal | undefined> {
  const [absent] = await listColleagues(tx, at, wanted.absentId);
  if (!absent) return missing("noSuchColleague", { person: wanted.absentId });
  const [standIn] = await listColleagues(tx, at, wanted.standInId);
  if (!standIn) return missing("noSuchColleague", { person: wanted.standInId });
  const { units } = wanted.limits;
  return (
    refuseStandIn(wanted, by, absent.roles, at) ??
    (units ? refuseUnits(await listUnits(tx), units) : undefined)
  );
}

/** Ends a stand-in before its time: either of the two persons may, and whoever may appoint for others. */
export async function dismissStandIn(
  { db, clock, jobs }: StandingParts,
  by: Doer,
  permissions: Permissions,
  id: number,
): Promise<StandInRow | Refusal> {
  return db.transaction().execute(async (tx) => {
    const at = clock.now();
    const [standIn] = await listStandIns(tx, { id, past: true }, at);
    if (!standIn) return missing("noSuchStandIn", { standIn: id });
    if (!mayEnd(standIn, by.id, permissions))
      return forbidden("permissionMissing", undefined, { permission: "appointStandIns" });
    const actor = personActor(by);
    if (!(await endStandIn(tx, id, { actor, at }))) return refused("standInOver", undefined, { standIn: id });
    await recordAudit(tx, { at, actor, act: "endStandIn", object: { type: "standIn", id: String(id) } });
    const payload = { absentId: standIn.absent.id, standInId: standIn.standIn.id };
    await jobs.publish(tx, { type: "standInEnded", subject: `standIn:${id}`, payload, actor });
    await notifyChange(tx, "standIns", id);
    return getStandIn(tx, id, at);
  });
}

/** Whether a person may end a stand-in that is not over. */
export function mayEnd({ absent, standIn }: StandInRow, personId: string, permissions: Permissions): boolean {
  return permissions.has("appointStandIns") || [absent.id, standIn.id].includes(personId);
}

async function getStandIn(tx: Kysely<unknown>, id: number, at: Date): Promise<StandInRow> {
  const [row] = await listStandIns(tx, { id, past: true }, at);
  if (!row) throw new Error(`There is no stand-in ${id}`);
  return row;
}
