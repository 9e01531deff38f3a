const FIRST_CAPACITY = 1024;
const GROWTH = 1.3;

/** From this size on a column reserves address space and grows in place, so that no copy is ever made. */
const LARGE = 65_536;
const MOST_NUMBERS = 2 ** 28;
const BYTES = 4;

/**
 * A column of 32-bit whole numbers that grows at its end. It lives in shared memory, so that workers on the same
 * host can read it without a copy each.
 */
export class GrowableColumn {
  /** The numbers; only the first `length` are in use. Read through this in loops, and anew after a push. */
  values: Int32Array<SharedArrayBuffer>;
  length: number;
  /** Memory that was given may be another's too: it is left for one's own before it grows. */
  #isOwn: boolean;

  constructor(values?: Int32Array<SharedArrayBuffer>) {
    this.values = values ?? sharedNumbers(FIRST_CAPACITY);
    this.length = values?.length ?? 0;
    this.#isOwn = values === undefined;
  }

  push(value: number): void {
    if (this.length === this.values.length) this.#grow(this.length + 1);
    this.values[this.length++] = value;
  }

  /** Pushes a span of other numbers. */
  append(numbers: Int32Array, start: number, end: number): void {
    for (let at = start; at < end; at++) this.push(numbers[at] as number);
  }

  /** The numbers in use, without a copy. */
  used(): Int32Array<SharedArrayBuffer> {
    return this.values.subarray(0, this.length);
  }

  #grow(least: number): void {
    const capacity = Math.max(FIRST_CAPACITY, least, Math.ceil(this.values.length * GROWTH));
    const { buffer } = this.values;
    if (this.#isOwn && buffer.growable) {
      buffer.grow(capacity * BYTES);
      this.values = new Int32Array(buffer, 0, capacity);
      return;
    }
    const larger =
      capacity < LARGE
        ? sharedNumbers(capacity)
        : new Int32Array(
            new SharedArrayBuffer(capacity * BYTES, { maxByteLength: MOST_NUMBERS * BYTES }),
            0,
            capacity,
          );
    larger.set(this.values);
    this.values = larger;
    this.#isOwn = true;
  }
}

/** Zeroed whole numbers in shared memory. */
export function sharedNumbers(length: number): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(length * BYTES));
}

/** A copy in shared memory of its own. */
export function sharedCopy(numbers: Int32Array): Int32Array<SharedArrayBuffer> {
  const copy = sharedNumbers(numbers.length);
  copy.set(numbers);
  return copy;
}
