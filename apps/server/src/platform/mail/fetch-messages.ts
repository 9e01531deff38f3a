import { createHash } from "node:crypto";
import type { FetchMessageObject, ImapFlow } from "imapflow";
import { mailUnavailable } from "./mail-unavailable.ts";

/** A message as fetched: its bytes as they stand on the server, or a stub of one too large to keep. */
export interface FetchedMessage {
  readonly uid: number;
  readonly bytes: Uint8Array;
  /** The size on the server; differs from `bytes.length` for a stub. */
  readonly size: number;
}

/** How much is fetched and kept. */
export interface FetchLimits {
  /** Bytes fetched in one answer at most, apart from single messages above it. */
  readonly batchBytes: number;
  /** Larger messages are not kept whole: header and hash of the whole are. */
  readonly wholeBytes: number;
}

const HEADER_BYTES = 64 * 1024;

/** The messages with these UIDs in the open folder, one at a time; those gone meanwhile are left out. */
export async function* fetchMessages(
  client: ImapFlow,
  uids: readonly number[],
  { batchBytes, wholeBytes }: FetchLimits,
): AsyncGenerator<FetchedMessage> {
  try {
    for (const batch of chunks(uids, 200)) yield* fetchBatch(client, batch, { batchBytes, wholeBytes });
  } catch (error) {
    throw mailUnavailable(error);
  }
}

async function* fetchBatch(
  client: ImapFlow,
  batch: readonly number[],
  { batchBytes, wholeBytes }: FetchLimits,
): AsyncGenerator<FetchedMessage> {
  const sizes = new Map<number, number>();
  for await (const { uid, size } of client.fetch([...batch], { uid: true, size: true }, { uid: true }))
    sizes.set(uid, size ?? 0);
  for (const group of groupBySize(
    batch.filter((uid) => sizes.has(uid)),
    sizes,
    batchBytes,
  )) {
    const [first = 0] = group;
    if ((sizes.get(first) ?? 0) > wholeBytes) yield await fetchStub(client, first, sizes.get(first) ?? 0);
    else yield* fetchWhole(client, group);
  }
}

async function* fetchWhole(client: ImapFlow, uids: readonly number[]): AsyncGenerator<FetchedMessage> {
  const fetched: FetchMessageObject[] = [];
  // Collected first: no other command may run on the connection while the answer is being read.
  for await (const message of client.fetch([...uids], { uid: true, source: true }, { uid: true }))
    fetched.push(message);
  for (const { uid, source } of fetched.sort((a, b) => a.uid - b.uid))
    yield { uid, bytes: source ?? new Uint8Array(), size: source?.length ?? 0 };
}

async function fetchStub(client: ImapFlow, uid: number, size: number): Promise<FetchedMessage> {
  const { content } = await client.download(String(uid), undefined, { uid: true, chunkSize: 1024 * 1024 });
  const hash = createHash("sha256");
  let head = Buffer.alloc(0);
  for await (const chunk of (content ?? []) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (head.length < HEADER_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEADER_BYTES);
  }
  return { uid, bytes: stubOf(head, size, hash.digest("hex")), size };
}

/**
 * What is kept of a message too large to keep: its header, and instead of its body a text that says so with the
 * size and the SHA-256 of the whole. `head` is the beginning of the message.
 */
export function stubOf(head: Uint8Array, size: number, sha256: string): Uint8Array {
  const text = Buffer.from(head).toString("latin1");
  const end = /\r?\n\r?\n/.exec(text)?.index ?? 0;
  const body = `\r\n\r\nThis message is too large to be kept: ${size} bytes, SHA-256 ${sha256}.\r\n`;
  return Buffer.from(text.slice(0, end) + body, "latin1");
}

/** Parts a list into lists of `size`. */
function* chunks<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}

function* groupBySize(
  uids: readonly number[],
  sizes: ReadonlyMap<number, number>,
  bytes: number,
): Generator<number[]> {
  let group: number[] = [];
  let sum = 0;
  for (const uid of uids) {
    const size = sizes.get(uid) ?? 0;
    if (group.length > 0 && sum + size > bytes) {
      yield group;
      [group, sum] = [[], 0];
    }
    group.push(uid);
    sum += size;
  }
  if (group.length > 0) yield group;
}
