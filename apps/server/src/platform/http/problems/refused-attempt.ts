import type { FastifyRequest } from "fastify";
import type { Caller } from "../app.ts";

/** A logged-in person tried what they may not, or what the rules do not allow. */
export interface RefusedAttempt {
  readonly person: Caller["person"];
  readonly method: string;
  /** The address without its query, which may hold search words. */
  readonly path: string;
  readonly code: string;
  /** The person may, but the rules do not allow it now. */
  readonly byRules?: boolean;
}

/** Writes a refused attempt where it lasts. */
export type RecordRefusedAttempt = (attempt: RefusedAttempt) => Promise<void>;

const LONGEST_PATH = 300;

/** The address of a request as it may be recorded: without its query, and cut where it is endless. */
export function pathOf({ url }: Pick<FastifyRequest, "url">): string {
  return (url.split("?", 1)[0] ?? "").slice(0, LONGEST_PATH);
}
