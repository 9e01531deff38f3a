import { sharedNumbers } from "./growable-column.ts";
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

  constructor(idOf: (row: number) => string) {
    this.#idOf = idOf;
  }

  find(id: string): number | undefined {
    const slot = this.#slotOf(id);
    return slot < 0 ? undefined : (this.#slots[slot] as number) - 1;
  }

  /** Adds an id that is not there yet. */
  add(id: string, row: number): void {
    if (this.#taken >= this.#slots.length * FULLEST) this.#grow();
    this.#place(id, row);
  }

  remove(id: string): void {
    const slot = this.#slotOf(id);
    if (slot >= 0) this.#slots[slot] = REMOVED;
  }

  #slotOf(id: string): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashText(id) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#slots[slot] as number;
      if (entry === EMPTY) return -1;
      if (entry !== REMOVED && this.#idOf(entry - 1) === id) return slot;
    }
  }

  #place(id: string, row: number): void {
    const mask = this.#slots.length - 1;
    let slot = hashText(id) & mask;
    while (this.#slots[slot] !== EMPTY) slot = (slot + 1) & mask;
    this.#slots[slot] = row + 1;
    this.#taken++;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = sharedNumbers(before.length * 2);
    this.#taken = 0;
    for (const entry of before) if (entry > 0) this.#place(this.#idOf(entry - 1), entry - 1);
  }
}
