import { GrowableColumn, sharedNumbers } from "./growable-column.ts";
import { hashText } from "./hash.ts";

const FIRST_SLOTS = 1024;
const FULLEST = 0.6;
const EMPTY = 0;
const REMOVED = -1;

/** Finds the row of an id by open addressing; the ids themselves stay with the rows. */
export class IdTable {
  readonly #idOf: (row: number) => string;
  /** Row + 1 in each slot; 0 for an empty slot and -1 for one whose id was removed. */
  #slots = sharedNumbers(FIRST_SLOTS);
  #taken = 0;
  /** The hash of each row's id. */
  readonly #hashes = new GrowableColumn();

  constructor(idOf: (row: number) => string) {
    this.#idOf = idOf;
  }

  find(id: string): number | undefined {
    const slot = this.#slotOf(id);
    return slot < 0 ? undefined : (this.#slots[slot] as number) - 1;
  }

  /** Adds an id that is not there yet; rows come in order. */
  add(id: string, row: number): void {
    if (this.#taken >= this.#slots.length * FULLEST) this.#grow();
    while (this.#hashes.length < row) this.#hashes.push(0);
    this.#hashes.push(hashText(id));
    this.#place(row);
  }

  remove(id: string): void {
    const slot = this.#slotOf(id);
    if (slot >= 0) this.#slots[slot] = REMOVED;
  }

  #slotOf(id: string): number {
    const mask = this.#slots.length - 1;
    const hash = hashText(id);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#slots[slot] as number;
      if (entry === EMPTY) return -1;
      if (entry !== REMOVED && this.#hashes.values[entry - 1] === hash && this.#idOf(entry - 1) === id)
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
