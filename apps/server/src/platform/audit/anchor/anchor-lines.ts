import type { ChainHead } from "../chain/chain-entry.ts";
import type { Anchors } from "../chain/verify-chain.ts";

/** One line of an anchor: when, and what the head was. */
export interface AnchorLine extends ChainHead {
  readonly at: string;
}

const LINE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z) (\d+) ([0-9a-f]{64})$/;

/** A line as it is written, without its line feed: "2026-02-02T08:00:00.000Z 12 9f86…". */
export function anchorLine({ at, seq, hash }: AnchorLine): string {
  return `${at} ${seq} ${hash}`;
}

/** The lines of an anchor. What is no such line is passed over: writing may have been cut off. */
export function readAnchorLines(text: string): AnchorLine[] {
  return text.split("\n").flatMap((line) => {
    const [, at, seq, hash] = LINE.exec(line) ?? [];
    return at && hash ? [{ at, seq: Number(seq), hash }] : [];
  });
}

/** Anchors as a chain is held against them. What was told after an instant, in UTC, may lie beyond the end of the chain. */
export function anchorsOf(lines: readonly AnchorLine[], until?: string): Anchors {
  const told = new Map<number, Set<string>>();
  let reach = 0;
  for (const { at, seq, hash } of lines) {
    told.set(seq, (told.get(seq) ?? new Set()).add(hash));
    if (until === undefined || at <= until) reach = Math.max(reach, seq);
  }
  return { told, reach };
}
