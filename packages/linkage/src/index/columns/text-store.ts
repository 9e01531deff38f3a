const FIRST_CAPACITY = 16_384;
const GROWTH = 1.3;

/** From this size on the store reserves address space and grows in place, so that no copy is ever made. */
const LARGE = 262_144;
const MOST_BYTES = 2 ** 31;

/** Many short texts end to end as UTF-8 in shared memory, each known by the place where it starts. */
export class TextStore {
  bytes: Uint8Array<SharedArrayBuffer>;
  length: number;

  constructor(bytes?: Uint8Array<SharedArrayBuffer>) {
    this.bytes = bytes ?? new Uint8Array(new SharedArrayBuffer(FIRST_CAPACITY));
    this.length = bytes?.length ?? 0;
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

  /** The text in the given span of bytes. */
  read(start: number, end: number): string {
    return Buffer.from(this.bytes.buffer, start, end - start).toString("utf8");
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
    if (buffer.growable) {
      buffer.grow(capacity);
      this.bytes = new Uint8Array(buffer, 0, capacity);
      return;
    }
    const maxByteLength = Math.max(capacity, MOST_BYTES);
    const larger = new SharedArrayBuffer(capacity, capacity < LARGE ? undefined : { maxByteLength });
    const bytes = new Uint8Array(larger, 0, capacity);
    bytes.set(this.bytes.subarray(0, this.length));
    this.bytes = bytes;
  }
}
