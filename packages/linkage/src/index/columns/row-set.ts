const FIRST_SLOTS = 4096;
const FULLEST = 0.5;
const EMPTY = -1;

/** The rows one search has seen. Small enough to stay near the processor, and emptied for each search. */
export class RowSet {
  #slots = new Int32Array(FIRST_SLOTS).fill(EMPTY);
  #size = 0;

  /** Adds a row; false when it was there. */
  add(row: number): boolean {
    if (this.#size >= this.#slots.length * FULLEST) this.#grow();
    const mask = this.#slots.length - 1;
    let slot = (Math.imul(row, 0x9e3779b1) >>> 7) & mask;
    for (;;) {
      const there = this.#slots[slot];
      if (there === row) return false;
      if (there === EMPTY) break;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = row;
    this.#size++;
    return true;
  }

  clear(): void {
    if (this.#slots.length > FIRST_SLOTS * 4) this.#slots = new Int32Array(FIRST_SLOTS);
    this.#slots.fill(EMPTY);
    this.#size = 0;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 4).fill(EMPTY);
    this.#size = 0;
    for (const row of before) if (row !== EMPTY) this.add(row);
  }
}
