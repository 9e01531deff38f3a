import type { ChainVerdict } from "@varde/contract";
import { CHAIN_START, type ChainHead, hashOfEntry, type SealedEntry } from "./chain-entry.ts";

type Fault = NonNullable<ChainVerdict["fault"]>;

/** Heads that were told to a place outside. */
export interface Anchors {
  /** Number of the entry → every hash told for it. */
  readonly told: ReadonlyMap<number, ReadonlySet<string>>;
  /** How far the chain must reach at least. */
  readonly reach: number;
}

/** Follows a chain from its start, and keeps the first fault. */
export interface ChainVerifier {
  /** The next link. Call it in the order the links stand. */
  take(link: SealedEntry): void;
  /** A link whose entry is gone or cannot be read. */
  takeBroken(how: "missing" | "unreadable"): void;
  /** The verdict; `end` is what the chain should hold according to who handed it over. */
  finish(end: ChainEnd): ChainVerdict;
}

/** What is known from elsewhere about the end of a chain. */
export interface ChainEnd {
  /** The head it should have; absent where the line that says so is gone. */
  readonly declared?: ChainHead | undefined;
  /** An entry that stands outside the chain. */
  readonly stray?: number | undefined;
}

/** Begins to verify a chain against the anchors there are. Pure but for its own memory, which does not grow. */
export function createChainVerifier(anchors?: Anchors): ChainVerifier {
  let head = CHAIN_START;
  let fault: Fault | undefined;
  let compared = 0;

  const blame = (seq: number, how: Fault["how"], entry: number | null = null): void => {
    fault ??= { seq, how, entry };
  };
  /** What comes after a fault may tell what it was: a number that comes later was moved, one that comes twice was added. */
  const reconsider = (seq: number): void => {
    if (fault?.seq !== seq) return;
    if (fault.how === "missing") fault = { ...fault, how: "outOfOrder" };
    if (fault.how === "changed") fault = { ...fault, how: "inserted" };
  };
  const follow = (link: SealedEntry): void => {
    const { hash, ...entry } = link;
    if (link.seq > head.seq + 1) return blame(head.seq + 1, "missing");
    if (link.seq <= head.seq) return blame(link.seq, "inserted", link.id);
    if (!fits(head.hash, entry, hash)) return blame(link.seq, "changed", link.id);
    head = { seq: link.seq, hash };
    const told = anchors?.told.get(link.seq);
    if (told) compared += 1;
    if (told && (told.size > 1 || !told.has(hash))) blame(link.seq, "anchorDiffers", link.id);
  };

  return {
    take: (link) => (fault ? reconsider(link.seq) : follow(link)),
    takeBroken: (how) => blame(head.seq + 1, how),
    finish: ({ declared, stray }) => {
      if (!declared || declared.seq > head.seq) blame(head.seq + 1, "cutShort");
      else if (declared.seq < head.seq) blame(declared.seq + 1, "inserted");
      else if (declared.hash !== head.hash) blame(head.seq, "changed");
      if (anchors && anchors.reach > head.seq) blame(head.seq + 1, "cutShort");
      if (stray !== undefined) blame(head.seq + 1, "inserted", stray);
      return {
        whole: fault === undefined,
        entries: head.seq,
        head: head.seq > 0 ? head : null,
        fault: fault ?? null,
        anchors: anchors ? compared : null,
      };
    },
  };
}

function fits(previous: string, entry: Omit<SealedEntry, "hash">, hash: string): boolean {
  try {
    return hashOfEntry(previous, entry) === hash;
  } catch {
    return false;
  }
}
