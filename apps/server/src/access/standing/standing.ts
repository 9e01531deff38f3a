import type { Permission, Role } from "@varde/contract";
import { permissionsOf, SENTENCES } from "../access.permissions.ts";
import { type UnitInTree, unitsWithin } from "./unit-tree.rules.ts";

/** A person as acts name them. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a stand-in may do in another's place just now. */
export interface StandingIn {
  readonly person: Named;
  /** Of the absent person's permissions those that pass to the stand-in. */
  readonly permissions: ReadonlySet<Permission>;
  /** Of the absent person's units those that pass to the stand-in. */
  readonly units: ReadonlySet<string>;
  /** Cases the absent person is shut out of; nobody acts there in their place. */
  readonly excludedCases: ReadonlySet<number>;
  readonly until: Date;
}

/** What a person may do, and where, at one instant. */
export interface Standing {
  readonly person: Named & { readonly roles: readonly Role[] };
  /** By the own roles. */
  readonly permissions: ReadonlySet<Permission>;
  /** Codes of the person's units and of those below. */
  readonly units: ReadonlySet<string>;
  readonly standsInFor: readonly StandingIn[];
  /** Shut out for conflict of interest; nothing helps, not even an emergency. */
  readonly excludedCases: ReadonlySet<number>;
  /** Opened in an emergency, and still open. */
  readonly openedCases: ReadonlySet<number>;
}

/** What the database says of a person's standing. */
export interface StandingRow {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly units: readonly string[];
  readonly standsInFor: readonly AbsenceRow[];
  readonly excludedCases: readonly number[];
  readonly openedCases: readonly number[];
}

/** Somebody stood in for, as the database tells of them. */
export interface AbsenceRow {
  readonly person: Named;
  readonly roles: readonly Role[];
  readonly units: readonly string[];
  readonly excludedCases: readonly number[];
  readonly until: string;
  readonly limits: Limits;
}

/** Puts together what the database says of a person and the tree of units. */
export function standingOf(row: StandingRow, tree: readonly UnitInTree[]): Standing {
  return {
    person: { id: row.id, name: row.name, roles: row.roles },
    permissions: permissionsOf(row.roles),
    units: unitsWithin(tree, row.units),
    standsInFor: row.standsInFor.map(({ person, roles, units, excludedCases, until, limits }) => ({
      person,
      excludedCases: new Set(excludedCases),
      permissions: passedOn(roles, limits),
      units: limitedTo(unitsWithin(tree, units), limits.units && unitsWithin(tree, limits.units)),
      until: new Date(until),
    })),
    excludedCases: new Set(row.excludedCases),
    openedCases: new Set(row.openedCases),
  };
}

/** What a stand-in is limited to; null where nothing is said. */
export interface Limits {
  readonly permissions: readonly string[] | null;
  readonly units: readonly string[] | null;
}

/**
 * The permissions of an absent person's roles that pass to a stand-in: none that stay with the person, and where the
 * stand-in is limited to some units only what concerns cases, for nothing else is tied to a unit.
 */
export function passedOn(roles: readonly Role[], limits: Limits): ReadonlySet<Permission> {
  return new Set(
    [...permissionsOf(roles)].filter((permission) => {
      const { neverByStandIn, inOwnUnits } = SENTENCES[permission];
      if (neverByStandIn || (limits.units !== null && !inOwnUnits)) return false;
      return limits.permissions === null || limits.permissions.includes(permission);
    }),
  );
}

function limitedTo(units: ReadonlySet<string>, limit: ReadonlySet<string> | null): ReadonlySet<string> {
  return limit === null ? units : units.intersection(limit);
}
