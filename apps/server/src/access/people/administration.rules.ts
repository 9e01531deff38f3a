import type { KnownPerson, Role } from "@varde/contract";
import { type Refusal, refused } from "../../platform/rules/refusal.ts";

/** Nobody administers themself: nobody can raise their own rights, or lock everybody out by mistake. */
export function refuseOwn(actorId: string, personId: string): Refusal | undefined {
  return actorId === personId ? refused("ownPerson") : undefined;
}

/** Whether somebody can be shut out: not twice. */
export function refuseDeactivation({
  deactivatedAt,
}: Pick<KnownPerson, "deactivatedAt">): Refusal | undefined {
  return deactivatedAt === null ? undefined : refused("personDeactivated");
}

/** Whether somebody can be let in again: only who was shut out. */
export function refuseReactivation({
  deactivatedAt,
}: Pick<KnownPerson, "deactivatedAt">): Refusal | undefined {
  return deactivatedAt === null ? refused("personActive") : undefined;
}

/** Whether roles can be given in Varde: not to somebody whose login provider brings them at every login. */
export function refuseRoles(
  { rolesFrom, roles: before }: Pick<KnownPerson, "rolesFrom" | "roles">,
  { roles, name }: { readonly roles: readonly Role[]; readonly name?: string | undefined },
): Refusal | undefined {
  if (rolesFrom === "provider") return refused("rolesFromProvider");
  const isSame = new Set(before).symmetricDifference(new Set(roles)).size === 0;
  return isSame && name === undefined ? refused("rolesUnchanged") : undefined;
}
