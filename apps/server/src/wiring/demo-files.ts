import { createWriteStream, existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { demoMailbox, demoRegister } from "../demo/index.ts";

/** The invented extract and mailbox of the demonstration, as files the real commands can read. */
export interface DemoFiles {
  readonly register: string;
  readonly mailbox: string;
}

/**
 * Writes the demonstration's extract and mailbox to the data folder, once: later starts find what the first one wrote,
 * so that messages keep their dates. `today` is an ISO calendar date.
 */
export async function writeDemoFiles(dataDir: string, today: string): Promise<DemoFiles> {
  const folder = join(dataDir, "demo");
  const files = { register: join(folder, "hpr-extract.jsonl.gz"), mailbox: join(folder, "Utland") };
  if (existsSync(folder)) return files;
  const draft = `${folder}.${process.pid}.draft`;
  await mkdir(join(draft, "Utland"), { recursive: true });
  await pipeline(
    Readable.from(registerLines(today)),
    createGzip(),
    createWriteStream(join(draft, "hpr-extract.jsonl.gz")),
  );
  for (const { fileName, bytes } of demoMailbox(today))
    await writeFile(join(draft, "Utland", fileName), bytes);
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }));
  return files;
}

function* registerLines(today: string): Generator<string> {
  for (const line of demoRegister(today)) yield `${JSON.stringify(line)}\n`;
}
