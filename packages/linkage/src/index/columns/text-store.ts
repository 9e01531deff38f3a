const FIRST_CAPACITY = 16_384;
const GROWTH = 1.3;

/** From this size on the store reserves address space and grows in place, so that no copy is ever made. */
const LARGE = 262_144;
const MOST_BYTES = 2 ** 31;

/** Many short texts end to end as UTF-8 in shared memory, each known by the place where it starts. */
export class TextStore {
  bytes: Uint8Array<SharedArrayBuffer>;
  length: number;
  /** Memory that was given may be another's too: it is left for one's own before it grows. */
  #isOwn: boolean;
  /** The bytes as Node reads text from them, made anew when they have grown. */
  #window: Buffer<SharedArrayBuffer> = Buffer.from(new SharedArrayBuffer(0));

  constructor(bytes?: Uint8Array<SharedArrayBuffer>) {
    this.bytes = bytes ?? new Uint8Array(new SharedArrayBuffer(FIRST_CAPACITY));
    this.length = bytes?.length ?? 0;
    this.#isOwn = bytes === undefined;
  }

  /** Appends a text and returns where it starts; it ends where the next one starts. */
  append(text: string): number {
    const start = this.length;
    const most = start + text.length * 3;
    if (most > this.bytes.length) this.#grow(most);
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x7f) return this.#appendEncoded(text, start);
      this.bytes[start + i] = code;
    }
    this.length = start + text.length;
    return start;
  }

  /** Appends a span of bytes of another store and returns where it starts. */
  appendBytes(bytes: Uint8Array, from: number, to: number): number {
    const start = this.length;
    if (start + to - from > this.bytes.length) this.#grow(start + to - from);
    this.bytes.set(bytes.subarray(from, to), start);
    this.length = start + to - from;
    return start;
  }

  /** The text in the given span of bytes. */
  read(start: number, end: number): string {
    if (this.#window.buffer !== this.bytes.buffer || this.#window.length < end)
      this.#window = Buffer.from(this.bytes.buffer, 0, this.bytes.length);
    return this.#window.toString("utf8", start, end);
  }

  /** Where the bytes after so many zero bytes begin. */
  afterZeros(start: number, zeros: number): number {
    let at = start;
    for (let left = zeros; left > 0; at++) if (this.bytes[at] === 0) left--;
    return at;
  }

  /** Orders two spans by their bytes. */
  compare(start: number, end: number, otherStart: number, otherEnd: number): number {
    const shorter = Math.min(end - start, otherEnd - otherStart);
    for (let i = 0; i < shorter; i++) {
      const difference = (this.bytes[start + i] as number) - (this.bytes[otherStart + i] as number);
      if (difference !== 0) return difference;
    }
    return end - start - (otherEnd - otherStart);
  }

  used(): Uint8Array<SharedArrayBuffer> {
    return this.bytes.subarray(0, this.length);
  }

  #appendEncoded(text: string, start: number): number {
    const encoded = Buffer.from(text, "utf8");
    this.bytes.set(encoded, start);
    this.length = start + encoded.length;
    return start;
  }

  #grow(least: number): void {
    const capacity = Math.max(least, Math.ceil(this.bytes.length * GROWTH));
    const { buffer } = this.bytes;
    if (this.#isOwn && buffer.growable) {
      buffer.grow(capacity);
      this.bytes = new Uint8Array(buffer, 0, capacity);
      return;
    }
    const maxByteLength = Math.max(capacity, MOST_BYTES);
    const larger = new SharedArrayBuffer(capacity, capacity < LARGE ? undefined : { maxByteLength });
    const bytes = new Uint8Array(larger, 0, capacity);
    bytes.set(this.bytes.subarray(0, this.length));
    this.bytes = bytes;
    this.#isOwn = true;
  }
}
