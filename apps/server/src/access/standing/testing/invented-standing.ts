import type { Role } from "@varde/contract";
import { permissionsOf } from "../../access.permissions.ts";
import type { Standing } from "../standing.ts";

/** The units of the shipped tree. */
export const UNITS = ["utland", "foerstelinje", "andrelinje"] as const;

/** What is said of an invented person; the rest is nothing at all. */
export interface Said {
  readonly id?: string;
  readonly name?: string;
  readonly roles?: readonly Role[];
  readonly units?: readonly string[];
  readonly excludedCases?: readonly number[];
  readonly openedCases?: readonly number[];
}

/** The standing of an invented person. */
export function invented({ id = "ingrid", name = "Ingrid Solbakken", ...said }: Said): Standing {
  const { roles = [], units = [], excludedCases = [], openedCases = [] } = said;
  return {
    person: { id, name, roles },
    permissions: permissionsOf(roles),
    units: new Set(units),
    standsInFor: [],
    excludedCases: new Set(excludedCases),
    openedCases: new Set(openedCases),
  };
}
