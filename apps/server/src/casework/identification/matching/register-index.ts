import {
  createIndex,
  ENGINE_VERSION,
  type LinkResult,
  type PersonRecord,
  SHIPPED_MODEL,
} from "@varde/linkage";
import type { Kysely } from "kysely";
import { registerVersion, streamChanges, streamPeople } from "../../registers/index.ts";
import { createIndexStore, type ReadUpTo } from "./index-store.ts";

/** With what an answer was made, so that it can be made again. */
export interface AskedWith {
  engineVersion: string;
  modelVersion: string;
  /** The last change of the register in the index; 0 while the register is empty. */
  registerVersion: number;
  /** The load that change came with. */
  registerLoad: number | null;
}

/** What answers are made with now, from a register of a version. */
export const presentEngine = (version: number, loadId: number | null = null): AskedWith => ({
  engineVersion: ENGINE_VERSION,
  modelVersion: SHIPPED_MODEL.version,
  registerVersion: version,
  registerLoad: loadId,
});

/** The register in memory, as the linkage engine asks it; one for each process. */
export interface RegisterIndex {
  /**
   * Takes in what has changed in the register since last time, everybody at the first call (some seconds for a million
   * people), and says what answers are made with from now on. Throws when the database fails; the next call goes on.
   */
  refresh(): Promise<AskedWith>;
  /** Whom a record may be about, at most `top`, best first. Call `refresh` before. */
  link(query: PersonRecord, top: number): LinkResult;
}

/** How the register index of a process is made. */
export interface RegisterIndexOptions {
  /** A folder of this host where the index is kept between starts and for other processes; nowhere unless given. */
  folder?: string;
  /** Told when the index is ready, and of trouble with its file. */
  say?: (message: string) => void;
}

/** So many changes are followed again, within a second, by whoever opens the file; then it is written anew. */
const MOST_UNSAVED = 10_000;

/** Makes the register index of a process; nothing is read before the first `refresh`. */
export function createRegisterIndex(
  db: Kysely<unknown>,
  { folder, say = () => {} }: RegisterIndexOptions = {},
): RegisterIndex {
  const store = folder === undefined ? undefined : createIndexStore(db, folder, say);
  let index = createIndex();
  let read: ReadUpTo | undefined;
  let unsaved = 0;
  let running: Promise<AskedWith> | undefined;

  const build = async (): Promise<ReadUpTo> => {
    const from = await registerVersion(db);
    index = createIndex();
    for await (const person of streamPeople(db)) index.change(person);
    unsaved = MOST_UNSAVED;
    return from;
  };
  const begin = async (): Promise<ReadUpTo> => {
    const started = performance.now();
    const opened = await store?.open();
    if (opened) index = opened.index;
    const from = opened?.read ?? (await build());
    const how = opened ? "opened from its file" : "built from the database";
    say(`register index ready: ${index.size} people ${how} in ${Math.round(performance.now() - started)} ms`);
    return from;
  };
  const follow = async (from: ReadUpTo): Promise<ReadUpTo> => {
    let last = from;
    for await (const { version, loadId, id, person } of streamChanges(db, from.version)) {
      if (person) index.change(person);
      else index.remove(id);
      last = read = { version, loadId };
      unsaved++;
    }
    return last;
  };
  const bringUpToDate = async (): Promise<AskedWith> => {
    read ??= await begin();
    const { version, loadId } = await follow(read);
    if (store && unsaved >= MOST_UNSAVED) {
      await store.save(index, { version, loadId });
      unsaved = 0;
    }
    return presentEngine(version, loadId);
  };

  return {
    refresh() {
      running ??= bringUpToDate().finally(() => {
        running = undefined;
      });
      return running;
    },
    link: (query, top) => index.link(query, { top }),
  };
}
