import { ROLES, type Role } from "@varde/contract";

/** Where roles stand in the provider's token and what they are called there. */
export interface RoleMapping {
  /** Name of the claim; points lead inwards, "resource_access.varde.roles". */
  readonly claim: string;
  /** The provider's word for a role → ours. Our own code names are always understood. */
  readonly names: Readonly<Record<string, Role>>;
}

/** The roles a token gives. Words nobody mapped are passed over: an unknown word gives no right. */
export function rolesFromClaims(
  claims: Readonly<Record<string, unknown>>,
  { claim, names }: RoleMapping,
): Role[] {
  const value = claims[claim] ?? claim.split(".").reduce<unknown>(step, claims);
  const words = typeof value === "string" ? value.split(/[\s,]+/) : Array.isArray(value) ? value : [];
  const given = new Set(words.map((word) => roleNamed(String(word), names)));
  return ROLES.filter((role) => given.has(role));
}

function step(inside: unknown, name: string): unknown {
  return typeof inside === "object" && inside !== null && Object.hasOwn(inside, name)
    ? (inside as Record<string, unknown>)[name]
    : undefined;
}

function roleNamed(word: string, names: RoleMapping["names"]): Role | undefined {
  return Object.hasOwn(names, word) ? names[word] : ROLES.find((role) => role === word);
}
