import { createWriteStream, existsSync } from "node:fs";
import { mkdir, rename, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { demoMailbox, demoRegister } from "../demo/index.ts";

/** The invented extract and messages of the demonstration, as files the real intake can read. */
export interface DemoFiles {
  readonly register: string;
  /** Messages on their way; each file is as old as its message. */
  readonly post: string;
  /** The mailbox they are delivered to. */
  readonly mailbox: string;
}

/**
 * Writes the demonstration's extract and messages to the data folder, once: later starts find what the first one wrote,
 * so that messages keep their dates. `today` is an ISO calendar date.
 */
export async function writeDemoFiles(dataDir: string, today: string): Promise<DemoFiles> {
  const folder = join(dataDir, "demo");
  const files = filesIn(folder);
  if (existsSync(folder)) return files;
  const draftFolder = `${folder}.${process.pid}.draft`;
  const draft = filesIn(draftFolder);
  await mkdir(draft.mailbox, { recursive: true });
  await mkdir(draft.post);
  await pipeline(Readable.from(registerLines(today)), createGzip(), createWriteStream(draft.register));
  for (const { fileName, bytes, sentAt } of demoMailbox(today)) {
    const path = join(draft.post, fileName);
    await writeFile(path, bytes);
    await utimes(path, new Date(sentAt), new Date(sentAt));
  }
  await rename(draftFolder, folder).catch(() => rm(draftFolder, { recursive: true }));
  return files;
}

function filesIn(folder: string): DemoFiles {
  return {
    register: join(folder, "hpr-extract.jsonl.gz"),
    post: join(folder, "post"),
    mailbox: join(folder, "Utland"),
  };
}

function* registerLines(today: string): Generator<string> {
  for (const line of demoRegister(today)) yield `${JSON.stringify(line)}\n`;
}
