import {
  createIndex,
  ENGINE_VERSION,
  type LinkResult,
  type PersonRecord,
  SHIPPED_MODEL,
} from "@varde/linkage";
import type { Kysely } from "kysely";
import { registerVersion, streamChanges, streamPeople } from "../../registers/index.ts";

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

/** Makes the register index of a process; nothing is read before the first `refresh`. `say` is told when it is ready. */
export function createRegisterIndex(
  db: Kysely<unknown>,
  say: (message: string) => void = () => {},
): RegisterIndex {
  const index = createIndex();
  let read: { version: number; loadId: number | null } | undefined;
  let running: Promise<AskedWith> | undefined;

  const build = async () => {
    const started = performance.now();
    const from = await registerVersion(db);
    for await (const person of streamPeople(db)) index.change(person);
    read = from;
    say(`register index ready: ${index.size} people in ${Math.round(performance.now() - started)} ms`);
  };
  const follow = async (from: number) => {
    for await (const { version, loadId, id, person } of streamChanges(db, from)) {
      if (person) index.change(person);
      else index.remove(id);
      read = { version, loadId };
    }
  };
  const bringUpToDate = async (): Promise<AskedWith> => {
    if (!read) await build();
    await follow(read?.version ?? 0);
    return presentEngine(read?.version ?? 0, read?.loadId ?? null);
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
