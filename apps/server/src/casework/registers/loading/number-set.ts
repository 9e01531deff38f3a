const PAGE_BITS = 65_536;

/**
 * A set of whole numbers kept as bits in pages, so that a million register numbers take about a megabyte
 * and the numbers of a whole extract can be remembered while it streams by.
 */
export class NumberSet {
  readonly #pages = new Map<number, Uint8Array>();

  /** Puts a number from 0 upwards in; returns false where it was there already. */
  add(number: number): boolean {
    const index = Math.floor(number / PAGE_BITS);
    let page = this.#pages.get(index);
    if (!page) this.#pages.set(index, (page = new Uint8Array(PAGE_BITS / 8)));
    const bit = number % PAGE_BITS;
    const byte = page[bit >> 3] ?? 0;
    const mask = 1 << (bit & 7);
    if ((byte & mask) !== 0) return false;
    page[bit >> 3] = byte | mask;
    return true;
  }

  has(number: number): boolean {
    const bit = number % PAGE_BITS;
    const page = this.#pages.get(Math.floor(number / PAGE_BITS));
    return page !== undefined && ((page[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  }
}
