import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  IndexFileError,
  openIndex,
  type PersonIndex,
  readIndexFile,
  type StoredIndex,
  UNFINISHED,
  writeIndexFile,
} from "@varde/linkage";
import type { Kysely } from "kysely";
import { streamPeople } from "../../registers/index.ts";
import { findChangeMark } from "./register-mark.sql.ts";

/** Up to which change of the register an index has read it, and the load that change came with. */
export interface ReadUpTo {
  version: number;
  loadId: number | null;
}

/** The file in which processes of a host leave the register index for each other and for their own next start. */
export interface IndexStore {
  /** Opens the index if the file is of this very register; `undefined` where it is to be built. */
  open(): Promise<{ index: PersonIndex; read: ReadUpTo } | undefined>;
  /** Writes the index. Failing, as on a full disk, is told and otherwise of no consequence. */
  save(index: PersonIndex, read: ReadUpTo): Promise<void>;
}

/** What the file notes of the register it was made from. */
interface Note extends ReadUpTo {
  mark: string;
}

const FILE = "register";
const OWNER_ONLY = 0o700;
const ABANDONED_AFTER_MS = 3_600_000;
/** So many people tell whether records are still read from the register as they were. */
const SAMPLE = 20;

/**
 * Keeps the register index in a folder that only its owner may enter: the file holds names, birth dates and identity
 * numbers of everybody in the register. `say` is told why a file is not used or cannot be written.
 */
export function createIndexStore(
  db: Kysely<unknown>,
  folder: string,
  say: (message: string) => void,
): IndexStore {
  const path = join(folder, FILE);
  return {
    async open() {
      const stored = readOrSay(path, say);
      if (!stored) return undefined;
      const note = stored.note as Note | undefined;
      if (!note || (await markOf(db, note.version)) !== note.mark) {
        say("the register index on disk is of another register or release: it is built anew");
        return undefined;
      }
      return { index: openIndex(stored), read: { version: note.version, loadId: note.loadId } };
    },
    async save(index, read) {
      const mark = await markOf(db, read.version);
      if (mark === undefined) return;
      try {
        mkdirSync(folder, { recursive: true, mode: OWNER_ONLY });
        removeAbandoned(folder);
        writeIndexFile(path, index.save(), { ...read, mark } satisfies Note);
      } catch (error) {
        if (!isOfFile(error)) throw error;
        say(`the register index cannot be kept on disk: ${error.message}`);
      }
    },
  };
}

function readOrSay(path: string, say: (message: string) => void): StoredIndex | undefined {
  try {
    return readIndexFile(path);
  } catch (error) {
    if (!isOfFile(error)) throw error;
    if (error.code !== "ENOENT") say(`the register index on disk is not used: ${error.message}`);
    return undefined;
  }
}

/** Tells this register, at a change of it and as this release reads it, from every other. */
async function markOf(db: Kysely<unknown>, version: number): Promise<string | undefined> {
  const change = await findChangeMark(db, version);
  if (change === undefined) return undefined;
  const hash = createHash("sha256").update(change);
  let sampled = 0;
  for await (const person of streamPeople(db)) {
    hash.update(JSON.stringify(person));
    if (++sampled === SAMPLE) break;
  }
  return hash.digest("hex");
}

/** Whether the file or the disk is at fault, and not this code. */
function isOfFile(error: unknown): error is Error & { code: string } {
  return error instanceof IndexFileError || (error instanceof Error && "syscall" in error);
}

/** Removes what processes left that were killed while writing. */
function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.endsWith(UNFINISHED) && Date.now() - statSync(path).mtimeMs > ABANDONED_AFTER_MS)
      rmSync(path, { force: true });
  }
}
