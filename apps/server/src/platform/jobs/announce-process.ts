import { hostname } from "node:os";
import type { Kysely } from "kysely";
import { forgetProcess, noteHeartbeat, type ProcessKind, registerProcess } from "./processes.sql.ts";

const HEARTBEAT_EVERY_MS = 5_000;

/**
 * Lets the others know that this process runs, until the returned function is called. A heartbeat that the database
 * does not take is left out; the next one counts.
 */
export async function announceProcess(
  db: Kysely<unknown>,
  kind: ProcessKind,
  version: string,
): Promise<() => Promise<void>> {
  const id = await registerProcess(db, { kind, host: hostname(), pid: process.pid, version });
  const beating = setInterval(() => {
    noteHeartbeat(db, id).catch(() => {});
  }, HEARTBEAT_EVERY_MS).unref();
  return async () => {
    clearInterval(beating);
    await forgetProcess(db, id).catch(() => {});
  };
}
