/** Kinds of things the log says acts were done on, the most looked for first. */
export const OBJECT_TYPES = [
  "case",
  "alert",
  "message",
  "registerPerson",
  "person",
  "serviceAccount",
  "standIn",
  "unit",
  "sourceProfile",
  "registerLoad",
  "job",
  "sweep",
  "address",
  "auditEntry",
  "trail",
] as const;

/** Kinds of things one can ask who has looked at. */
export const LOOKED_AT = ["case", "alert", "message", "registerPerson", "person"] as const;
export type LookedAt = (typeof LOOKED_AT)[number];

/** What one asks about, as it stands in the address. */
export interface LookersSearch {
  readonly type?: LookedAt;
  readonly id?: string;
}

/** Reads the address; what is not understood is left out. */
export function readLookersSearch(given: Record<string, unknown>): LookersSearch {
  const type = LOOKED_AT.find((one) => one === given.type);
  const isId = (typeof given.id === "string" && given.id !== "") || typeof given.id === "number";
  return { ...(type && { type }), ...(isId && { id: String(given.id) }) };
}
