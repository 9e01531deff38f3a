import { invalid, type Refusal, refused } from "../../platform/rules/refusal.ts";
import { type UnitInTree, unitsWithin } from "../standing/unit-tree.rules.ts";

/** A unit as it is to be. */
export interface WantedUnit {
  readonly code: string;
  readonly parent: string | null;
}

/** Why a unit cannot stand where it is wanted: below a unit that does not exist, or below itself. */
export function refusePlace(tree: readonly UnitInTree[], { code, parent }: WantedUnit): Refusal | undefined {
  if (parent === null) return undefined;
  if (!tree.some((unit) => unit.code === parent)) return invalid("noSuchUnit", { unit: parent });
  return unitsWithin(tree, [code]).has(parent) || parent === code
    ? refused("unitBelowItself", undefined, { unit: code, parent })
    : undefined;
}

/** Why somebody cannot belong to these units: one of them does not exist, or is closed. */
export function refuseUnits(
  tree: readonly (UnitInTree & { readonly closed: boolean })[],
  codes: readonly string[],
): Refusal | undefined {
  for (const code of codes) {
    const unit = tree.find((one) => one.code === code);
    if (!unit) return invalid("noSuchUnit", { unit: code });
    if (unit.closed) return refused("unitClosed", undefined, { unit: code });
  }
  return undefined;
}
