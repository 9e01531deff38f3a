import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { RegisterLoad } from "@varde/contract/registers";
import type { Kysely } from "kysely";
import { type Actor, recordAudit } from "../../../platform/audit/index.ts";
import type { Clock } from "../../../platform/clock/clock.ts";
import { notifyChange } from "../../../platform/database/index.ts";
import { invalid, type Refusal, refused } from "../../../platform/rules/refusal.ts";
import { hashFile } from "../loading/file-lines.ts";
import {
  findUnfinishedLoad,
  finishLoad,
  insertLoad,
  type LoadKey,
  lockLoading,
  markAbandonedLoads,
  reopenLoad,
  unlockLoading,
} from "../loading/load.sql.ts";
import { type LoadEnd, type RunningLoad, takeInFile } from "../loading/take-in-file.ts";
import { findLoad } from "../registers.sql.ts";
import type { RegistersParts } from "../registers-parts.ts";

export interface LoadRequest {
  path: string;
  kind: "full" | "delta";
  actor: Actor;
  /** Removes people gone from a full extract even where that looks suspicious. */
  force?: boolean;
  /** Stops after the step under way; the same file loaded again goes on from there. */
  signal?: AbortSignal;
  /** Told how many bytes of how many have been read. */
  onProgress?: (bytesRead: number, size: number) => void;
}

/**
 * Loads an extract of HPR (JSON lines, packed with gzip or not) into the mirror. Only changes are written. A load that was
 * stopped or killed goes on after its last committed step when the same file is loaded again.
 * Refuses a file that cannot be read, and a second load while one runs. Throws when the database fails.
 */
export async function loadRegister(
  parts: RegistersParts,
  request: LoadRequest,
): Promise<RegisterLoad | Refusal> {
  const file = await stat(request.path).catch(() => undefined);
  if (!file?.isFile()) return invalid("noSuchFile", { file: request.path });
  const key = { kind: request.kind, fileName: basename(request.path), sha256: await hashFile(request.path) };
  return parts.db.connection().execute(async (connection) => {
    if (!(await lockLoading(connection))) return refused("anotherLoadRuns");
    try {
      const begun = await beginLoad(connection, parts, request, key);
      const end = await takeInReadable(connection, parts.clock, {
        ...begun,
        path: request.path,
        kind: request.kind,
        force: request.force ?? false,
        signal: request.signal,
        onProgress: (bytesRead) => request.onProgress?.(bytesRead, file.size),
      });
      await endLoad(connection, parts, request, begun.id, end);
      return (await findLoad(connection, begun.id)) as RegisterLoad;
    } finally {
      // A connection that broke has given the lock back already.
      await unlockLoading(connection).catch(() => {});
    }
  });
}

async function beginLoad(
  connection: Kysely<unknown>,
  { clock }: RegistersParts,
  { actor }: LoadRequest,
  key: LoadKey,
): Promise<{ id: number; lastLine: number }> {
  return connection.transaction().execute(async (tx) => {
    const at = clock.now();
    const unfinished = await findUnfinishedLoad(tx, key);
    await markAbandonedLoads(tx, at);
    if (unfinished) await reopenLoad(tx, unfinished.id);
    const begun = unfinished ?? { id: await insertLoad(tx, key, actor, at), lastLine: 0 };
    const details = { kind: key.kind, file: key.fileName, fromLine: begun.lastLine + 1 };
    const object = { type: "registerLoad", id: String(begun.id) };
    await recordAudit(tx, { at, actor, act: "loadRegister", object, details });
    return begun;
  });
}

/** A file that breaks off or cannot be read ends the load as failed; what was taken in stays. */
async function takeInReadable(
  connection: Kysely<unknown>,
  clock: Clock,
  load: RunningLoad,
): Promise<LoadEnd> {
  try {
    return await takeInFile(connection, clock, load);
  } catch (error) {
    const failure = fileFailure(error);
    if (!failure) throw error;
    return { state: "failed", failure, heldBack: 0 };
  }
}

function fileFailure(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "Z_BUF_ERROR") return "fileCutShort";
  if (code.startsWith("Z_")) return "filePackedWrong";
  return ["EIO", "EACCES", "EISDIR", "ENOENT", "ESTALE"].includes(code) ? "fileNotReadable" : undefined;
}

async function endLoad(
  connection: Kysely<unknown>,
  { clock, jobs }: RegistersParts,
  { actor }: LoadRequest,
  id: number,
  end: LoadEnd,
): Promise<void> {
  await connection.transaction().execute(async (tx) => {
    const at = clock.now();
    await finishLoad(tx, id, { ...end, at });
    const object = { type: "registerLoad", id: String(id) };
    await recordAudit(tx, { at, actor, act: "endRegisterLoad", object, details: { ...end } });
    await jobs.publish(tx, {
      type: "registerLoaded",
      subject: `registerLoad:${id}`,
      payload: { loadId: id },
      actor,
    });
    await notifyChange(tx, "registers");
  });
}
