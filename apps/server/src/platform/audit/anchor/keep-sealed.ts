import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { chainHead } from "../chain/chain.sql.ts";
import { type ChainParts, sealEntries } from "../chain/seal-entries.ts";
import { appendAnchor } from "./anchor-file.ts";
import { insertAnchor } from "./anchors.sql.ts";
import type { Witness } from "./witness.ts";

const SEAL_EVERY_MS = 1_000;
const ANCHOR_EVERY_MS = 60_000;

/** What keeping the chain needs. */
export interface KeepParts extends ChainParts {
  /** The anchor, a file outside the database. */
  readonly anchorFile: string;
  /** Told when sealing begins to fail; it is tried again until it works. */
  readonly onTrouble: (error: unknown) => void;
  /** Milliseconds between two looks at what awaits its place; a second unless told otherwise. */
  readonly everyMs?: number;
}

/**
 * Seals entries about a second after they are committed, and anchors the head at most once a minute, until the
 * returned function is called; then once more. Any number of processes may do it at once.
 */
export function keepSealed(parts: KeepParts): () => Promise<void> {
  const stop = new AbortController();
  let [anchored, anchoredAt] = [0, Number.NEGATIVE_INFINITY];
  let isTroubled = false;
  const turn = async (isLast: boolean): Promise<void> => {
    try {
      await sealAndAnchor(isLast);
      isTroubled = false;
    } catch (error) {
      if (!isTroubled) parts.onTrouble(error);
      isTroubled = true;
    }
  };
  const sealAndAnchor = async (isLast: boolean): Promise<void> => {
    const { seq } = await sealEntries(parts);
    const isDue = isLast || parts.clock.now().getTime() - anchoredAt >= ANCHOR_EVERY_MS;
    if (seq === anchored || !isDue) return;
    anchored = await anchorHead(parts);
    anchoredAt = parts.clock.now().getTime();
  };
  const run = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await turn(false);
      await sleep(parts.everyMs ?? SEAL_EVERY_MS, undefined, { signal: stop.signal }).catch(() => {});
    }
    await turn(true);
  };
  const running = run();
  return async () => {
    stop.abort();
    await running;
  };
}

/** Writes the head to the anchor, and remembers that it did. Returns its number, 0 of an empty chain, which is not anchored. */
export async function anchorHead({
  db,
  clock,
  anchorFile,
}: Pick<KeepParts, "db" | "clock" | "anchorFile">): Promise<number> {
  const head = await chainHead(db);
  if (head.seq === 0) return 0;
  const at = clock.now();
  await appendAnchor(anchorFile, head, at);
  await insertAnchor(db, { place: `${hostname()}:${anchorFile}`, at, ...head });
  return head.seq;
}

/** Tells a witness the head, and remembers that it took it. Throws `WitnessUnavailable`. */
export async function tellWitness({ db, clock }: ChainParts, witness: Witness): Promise<void> {
  const head = await sealEntries({ db, clock });
  if (head.seq === 0) return;
  const at = clock.now();
  await witness.tell({ at: at.toISOString(), ...head });
  await insertAnchor(db, { place: witness.place, at, ...head });
}
