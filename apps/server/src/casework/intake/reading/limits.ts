/** Bounds on what one message may hold; beyond them it is quarantined instead of read. */
export interface ReadingLimits {
  /** Bytes of the whole message. */
  messageBytes: number;
  /** Parts, counting everything unpacked from attachments. */
  parts: number;
  /** Levels of messages within messages and archives within archives. */
  depth: number;
  /** Bytes unpacked from archives (spreadsheets and documents that are archives too), all together. */
  unpackedBytes: number;
  /** Unpacked size over packed size of one archive. */
  unpackedRatio: number;
  /** Characters of text read from one part. */
  textPerPart: number;
  /** Characters of one field. */
  field: number;
  /** Rows of one spreadsheet. */
  rows: number;
  /** Pages of one PDF. */
  pages: number;
}

export const DEFAULT_LIMITS: ReadingLimits = {
  messageBytes: 25 * 1024 * 1024,
  parts: 200,
  depth: 8,
  unpackedBytes: 100 * 1024 * 1024,
  unpackedRatio: 200,
  textPerPart: 2 * 1024 * 1024,
  field: 500,
  rows: 20_000,
  pages: 200,
};
