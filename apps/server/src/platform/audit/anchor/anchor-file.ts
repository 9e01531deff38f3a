import { mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { ChainHead } from "../chain/chain-entry.ts";
import { type AnchorLine, anchorLine, readAnchorLines } from "./anchor-lines.ts";

/** Adds the head to an anchor, on its own line whatever stands before it, and waits until the disk has it. */
export async function appendAnchor(path: string, head: ChainHead, at: Date): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "a+", 0o600);
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(1, "\n");
    if (size > 0) await file.read(last, 0, 1, size - 1);
    const line = anchorLine({ ...head, at: at.toISOString() });
    await file.write(`${last.toString() === "\n" ? "" : "\n"}${line}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The lines of an anchor, or undefined where there is no such file. Throws the other errors of reading. */
export async function findAnchorLines(path: string): Promise<AnchorLine[] | undefined> {
  try {
    return readAnchorLines(await readFile(path, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
