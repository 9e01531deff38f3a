import { sharedNumbers } from "./growable-column.ts";
import type { RowSet } from "./row-set.ts";

/** Emits the keys under which a row is found. */
export type KeysOf = (row: number, emit: (key: number) => void) => void;

/** How rows are keyed. */
export interface Keying {
  keysOf: KeysOf;
  /** About how many different keys so many rows have; sets the number of buckets. */
  differentKeys: (rows: number) => number;
}

/**
 * The part of the postings that is packed: where each bucket's entries start, and the entries. The low bits of an
 * entry are a row, as many as the covered rows need; the others are those of the key.
 */
export interface PackedPostings {
  starts: Int32Array<SharedArrayBuffer>;
  entries: Int32Array<SharedArrayBuffer>;
  covered: number;
}

/** The bits of an entry that are a row's. */
const rowBits = (rows: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, rows))) - 1;

/** Rows may wait outside the packed part until they are more than this, or more than this share of it. */
const MOST_WAITING = 2_000;
const MOST_WAITING_SHARE = 0.02;

/**
 * From a key's hash to the rows that have the key. Most rows lie packed in two typed arrays; the latest wait in a
 * map until enough have come to pack anew. Keys with the same hash share their rows, so who collects must check.
 */
export class Postings {
  readonly #keying: Keying;
  #packed: PackedPostings;
  #waiting = new Map<number, number[]>();
  #covered: number;
  /** Where the rows of each asked key start and end, one after the other. */
  #spans = new Int32Array(512);

  constructor(keying: Keying, packed?: PackedPostings) {
    this.#keying = keying;
    this.#packed = packed ?? { starts: sharedNumbers(2), entries: sharedNumbers(0), covered: 0 };
    this.#covered = this.#packed.covered;
  }

  /** Takes in all rows up to `rows`. Cheap for few, and packs anew when many have come. */
  cover(rows: number): void {
    if (rows === this.#covered) return;
    const outside = rows - this.#packed.covered;
    if (outside > Math.max(MOST_WAITING, this.#packed.covered * MOST_WAITING_SHARE)) this.pack(rows);
    else {
      for (let row = this.#covered; row < rows; row++) this.#wait(row);
      this.#covered = rows;
    }
  }

  /** Packs all rows up to `rows` and returns the packed arrays, ready to be saved or shared. */
  pack(rows: number): PackedPostings {
    if (rows !== this.#packed.covered || this.#waiting.size > 0)
      this.#packed = packPostings(rows, this.#keying);
    this.#waiting = new Map();
    this.#covered = rows;
    return this.#packed;
  }

  /**
   * Collects every row that may have one of the keys, and perhaps some that have not. All keys are looked up before
   * any row is, so that the waits for memory overlap.
   */
  collect(keys: readonly number[], into: RowSet): void {
    const { starts, entries, covered } = this.#packed;
    const mask = starts.length - 2;
    const ofRow = rowBits(covered);
    if (this.#spans.length < keys.length * 2) this.#spans = new Int32Array(keys.length * 4);
    const spans = this.#spans;
    for (let i = 0; i < keys.length; i++) {
      const bucket = (keys[i] as number) & mask;
      spans[2 * i] = starts[bucket] as number;
      spans[2 * i + 1] = starts[bucket + 1] as number;
    }
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      const end = spans[2 * i + 1] as number;
      for (let at = spans[2 * i] as number; at < end; at++) {
        const entry = entries[at] as number;
        if (((entry ^ key) & ~ofRow) === 0) into.add(entry & ofRow);
      }
    }
    if (this.#waiting.size > 0) this.#collectWaiting(keys, into);
  }

  #collectWaiting(keys: readonly number[], into: RowSet): void {
    for (const key of keys) for (const row of this.#waiting.get(key) ?? []) into.add(row);
  }

  #wait(row: number): void {
    this.#keying.keysOf(row, (key) => {
      const rows = this.#waiting.get(key);
      if (rows) rows.push(row);
      else this.#waiting.set(key, [row]);
    });
  }
}

function packPostings(rowCount: number, { keysOf, differentKeys }: Keying): PackedPostings {
  const buckets = 2 ** Math.ceil(Math.log2(Math.max(1, differentKeys(rowCount))));
  const starts = sharedNumbers(buckets + 1);
  const tally = (key: number): void => {
    starts[key & (buckets - 1)]!++;
  };
  for (let row = 0; row < rowCount; row++) keysOf(row, tally);
  for (let bucket = 1; bucket <= buckets; bucket++) starts[bucket]! += starts[bucket - 1] as number;
  const entries = sharedNumbers(starts[buckets] as number);
  const ofRow = rowBits(rowCount);
  let placing = 0;
  const place = (key: number): void => {
    entries[--starts[key & (buckets - 1)]!] = (key & ~ofRow) | placing;
  };
  for (placing = rowCount - 1; placing >= 0; placing--) keysOf(placing, place);
  return { starts, entries, covered: rowCount };
}
