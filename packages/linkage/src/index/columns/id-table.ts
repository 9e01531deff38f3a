import { GrowableColumn, sharedNumbers } from "./growable-column.ts";
import { hashUtf8 } from "./hash.ts";

const FIRST_SLOTS = 1024;
const FULLEST = 0.6;
const EMPTY = 0;
const REMOVED = -1;

/** Where the ids are: with the rows. */
export interface IdsOfRows {
  idOf(row: number): string;
  /** The hash of a row's id, as {@link hashUtf8} has it. */
  idHashOf(row: number): number;
}

/** An id table as it is written to a file or handed to a worker. */
export interface SavedIds {
  slots: Int32Array<SharedArrayBuffer>;
  taken: number;
  hashes: Int32Array<SharedArrayBuffer>;
}

/** Finds the row of an id by open addressing; the ids themselves stay with the rows. */
export class IdTable {
  readonly #ids: IdsOfRows;
  /** Row + 1 in each slot; 0 for an empty slot and -1 for one whose id was removed. */
  #slots: Int32Array<SharedArrayBuffer>;
  #taken: number;
  /** The hash of each row's id. */
  readonly #hashes: GrowableColumn;

  constructor(ids: IdsOfRows, saved?: SavedIds) {
    this.#ids = ids;
    this.#slots = saved?.slots ?? sharedNumbers(FIRST_SLOTS);
    this.#taken = saved?.taken ?? 0;
    this.#hashes = new GrowableColumn(saved?.hashes);
  }

  find(id: string): number | undefined {
    const slot = this.#slotOf(id);
    return slot < 0 ? undefined : (this.#slots[slot] as number) - 1;
  }

  /** Adds a row whose id is not there yet; rows come in order. */
  add(row: number): void {
    if (this.#taken >= this.#slots.length * FULLEST) this.#grow();
    this.#hashes.push(this.#ids.idHashOf(row));
    this.#place(row);
  }

  remove(id: string): void {
    const slot = this.#slotOf(id);
    if (slot >= 0) this.#slots[slot] = REMOVED;
  }

  save(): SavedIds {
    return { slots: this.#slots, taken: this.#taken, hashes: this.#hashes.used() };
  }

  #slotOf(id: string): number {
    const mask = this.#slots.length - 1;
    const hash = hashUtf8(id);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#slots[slot] as number;
      if (entry === EMPTY) return -1;
      if (entry !== REMOVED && this.#hashes.values[entry - 1] === hash && this.#ids.idOf(entry - 1) === id)
        return slot;
    }
  }

  #place(row: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#hashes.values[row] as number) & mask;
    while (this.#slots[slot] !== EMPTY) slot = (slot + 1) & mask;
    this.#slots[slot] = row + 1;
    this.#taken++;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = sharedNumbers(before.length * 2);
    this.#taken = 0;
    for (const entry of before) if (entry > 0) this.#place(entry - 1);
  }
}
