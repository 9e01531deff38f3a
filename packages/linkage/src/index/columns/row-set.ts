const FIRST_SLOTS = 4096;
const FIRST_ROWS = 1024;
const FULLEST = 0.5;
const EMPTY = -1;

/** The rows one search has seen, once each, in the order they came. Emptied for each search. */
export class RowSet {
  #slots = new Int32Array(FIRST_SLOTS).fill(EMPTY);
  /** The rows; only the first `size` are in use. Read anew after an addition. */
  rows = new Int32Array(FIRST_ROWS);
  size = 0;

  /** Adds a row, unless it is there already. */
  add(row: number): void {
    const mask = this.#slots.length - 1;
    let slot = (Math.imul(row, 0x9e3779b1) >>> 7) & mask;
    for (let there = this.#slots[slot]; there !== EMPTY; there = this.#slots[slot]) {
      if (there === row) return;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = row;
    if (this.size === this.rows.length) this.#lengthen();
    this.rows[this.size++] = row;
    if (this.size > this.#slots.length * FULLEST) this.#widen();
  }

  clear(): void {
    if (this.#slots.length > FIRST_SLOTS * 4) this.#slots = new Int32Array(FIRST_SLOTS);
    this.#slots.fill(EMPTY);
    this.size = 0;
  }

  #lengthen(): void {
    const longer = new Int32Array(this.rows.length * 2);
    longer.set(this.rows);
    this.rows = longer;
  }

  #widen(): void {
    this.#slots = new Int32Array(this.#slots.length * 4).fill(EMPTY);
    const mask = this.#slots.length - 1;
    for (let i = 0; i < this.size; i++) {
      const row = this.rows[i] as number;
      let slot = (Math.imul(row, 0x9e3779b1) >>> 7) & mask;
      while (this.#slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      this.#slots[slot] = row;
    }
  }
}
