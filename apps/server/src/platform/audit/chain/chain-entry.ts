import { createHash } from "node:crypto";
import type { Actor } from "../actor.ts";
import { canonicalJson } from "./canonical-json.ts";

/**
 * One entry of the audit log as the chain holds it; docs/guide/audit-format.md. Every key is always there, and an
 * absent part is null. Instants are in UTC to the microsecond, "2026-02-02T08:00:00.000000Z".
 */
export interface ChainEntry {
  /** Its place: 1, 2, 3 … without gaps. */
  readonly seq: number;
  /** Its number in the database, in the order entries were begun. */
  readonly id: number;
  readonly at: string;
  readonly sealedAt: string;
  readonly actor: Actor;
  readonly onBehalfOf: Actor | null;
  readonly act: string;
  readonly object: { readonly type: string; readonly id: string } | null;
  readonly purpose: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** An entry with the hash that ties it to all before it. */
export interface SealedEntry extends ChainEntry {
  readonly hash: string;
}

/** The end of a chain: number and hash of the last entry. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** What the first entry is tied to. */
export const CHAIN_START: ChainHead = { seq: 0, hash: "0".repeat(64) };

/** SHA-256, as hex, over the hash before, a line feed, and the entry as canonical JSON. Throws as `canonicalJson` does. */
export function hashOfEntry(previous: string, entry: ChainEntry): string {
  return createHash("sha256")
    .update(`${previous}\n${canonicalJson(entry)}`)
    .digest("hex");
}
