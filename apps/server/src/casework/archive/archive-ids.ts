import { createHash } from "node:crypto";

/** Names of Varde's archive units are hashed under this, so that they are no one else's. */
const NAMESPACE = "varde-archive";

/**
 * The identity (systemID) of an archive unit: a UUID of version 8 (RFC 9562) made of the parts of its name, so that the
 * same unit has the same identity whenever it is delivered.
 */
export function archiveId(...name: readonly (string | number)[]): string {
  const hash = createHash("sha256").update(JSON.stringify([NAMESPACE, ...name]));
  const bytes = hash.digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
