import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { guideDocuments } from "./guide-documents.ts";

/** Writes every document made from the rules into a folder, which is made where it is not there. Returns their paths. */
export async function writeGuide(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const written = [...guideDocuments()].map(async ([name, content]) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  });
  return Promise.all(written);
}

// Run by itself it writes the documents of the repository anew; a test keeps them up to date.
if (import.meta.main)
  await writeGuide(new URL("../../../../../../docs/guide/procedure", import.meta.url).pathname);
