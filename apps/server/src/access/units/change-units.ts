import type { Colleague, UnitView } from "@varde/contract";
import { personActor, recordAudit } from "../../platform/audit/index.ts";
import { missing, type Refusal, refused } from "../../platform/rules/refusal.ts";
import type { Doer, StandingParts } from "../standing/standing-parts.ts";
import { refusePlace, refuseUnits } from "./units.rules.ts";
import {
  insertUnit,
  insertUnitChoice,
  listColleagues,
  listUnits,
  lockUnits,
  updateUnit,
} from "./units.sql.ts";

type UnitToAdd = Pick<UnitView, "code" | "parent" | "name">;
type UnitToChange = UnitToAdd & Pick<UnitView, "closed">;

/** Adds a unit below another, or at the top. Refuses a code that is taken and a parent that does not exist. */
export async function addUnit(
  { db, clock }: StandingParts,
  by: Doer,
  unit: UnitToAdd,
): Promise<UnitView | Refusal> {
  return db.transaction().execute(async (tx) => {
    await lockUnits(tx);
    const refusal = refusePlace(await listUnits(tx), unit);
    if (refusal) return refusal;
    if (!(await insertUnit(tx, unit))) return refused("unitExists", undefined, { unit: unit.code });
    await recordAudit(tx, {
      at: clock.now(),
      actor: personActor(by),
      act: "addUnit",
      object: { type: "unit", id: unit.code },
      after: { parent: unit.parent, name: unit.name },
    });
    return { ...unit, closed: false, members: [] };
  });
}

/** Renames, moves, closes or opens a unit. Refuses to place it below itself, and to close one with open units below. */
export async function changeUnit(
  { db, clock }: StandingParts,
  by: Doer,
  unit: UnitToChange,
): Promise<UnitView | Refusal> {
  return db.transaction().execute(async (tx) => {
    await lockUnits(tx);
    const tree = await listUnits(tx);
    const before = tree.find(({ code }) => code === unit.code);
    if (!before) return missing("noSuchUnit", { unit: unit.code });
    const refusal = refusePlace(tree, unit);
    if (refusal) return refusal;
    const below = tree.find(({ parent, closed }) => parent === unit.code && !closed);
    if (unit.closed && below)
      return refused("unitHasUnitsBelow", undefined, { unit: unit.code, below: below.code });
    const at = clock.now();
    await updateUnit(tx, unit, at);
    const { members: _, ...stood } = before;
    await recordAudit(tx, {
      at,
      actor: personActor(by),
      act: "changeUnit",
      object: { type: "unit", id: unit.code },
      before: stood,
      after: { ...unit },
    });
    return (await listUnits(tx)).find(({ code }) => code === unit.code) ?? missing("noSuchUnit");
  });
}

/** Says which units a person belongs to; null lets their roles decide again. Counts from the next request. */
export async function chooseUnits(
  { db, clock }: StandingParts,
  by: Doer,
  { personId, units }: { personId: string; units: readonly string[] | null },
): Promise<Colleague | Refusal> {
  return db.transaction().execute(async (tx) => {
    const at = clock.now();
    const [before] = await listColleagues(tx, at, personId);
    if (!before) return missing("noSuchColleague", { person: personId });
    const refusal = refuseUnits(await listUnits(tx), units ?? []);
    if (refusal) return refusal;
    const actor = personActor(by);
    await insertUnitChoice(tx, { personId, units: units && [...new Set(units)], at, actor });
    const [after] = await listColleagues(tx, at, personId);
    await recordAudit(tx, {
      at,
      actor,
      act: "chooseUnits",
      object: { type: "person", id: personId },
      before: { units: before.units },
      after: { units: after?.units },
    });
    return after ?? missing("noSuchColleague", { person: personId });
  });
}
