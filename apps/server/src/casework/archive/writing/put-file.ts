import { createHash } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Kysely } from "kysely";
import type { ArchivedDocument, ArchivedFile } from "../archived-case.ts";
import { deliveredNameOf } from "../archived-file.ts";
import { readOriginal } from "../gathering/archive.sql.ts";

/** Few enough that large originals do not fill the memory. */
const FILES_AT_ONCE = 8;

/** Puts a file in place when it is whole, so that whoever is stopped under way leaves none that is half. */
export async function putFile(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.partial`, content, { mode: 0o600 });
  await rename(`${path}.partial`, path);
}

/** Writes the files of documents into a folder; those that stand there whole are left. Returns how many there are. */
export async function putDocuments(
  db: Kysely<unknown>,
  folder: string,
  documents: readonly ArchivedDocument[],
): Promise<number> {
  const files = new Map(documents.map(({ file }) => [deliveredNameOf(file), file]));
  const put = async ([name, file]: readonly [string, ArchivedFile]) => {
    const path = join(folder, name);
    if (!(await stands(path, file))) await putFile(path, file.text ?? (await readOriginal(db, file.sha256)));
  };
  for (const together of inGroups([...files], FILES_AT_ONCE)) await Promise.all(together.map(put));
  return files.size;
}

/** Whether the file stands at a path with the bytes it must have. */
async function stands(path: string, { sha256 }: Pick<ArchivedFile, "sha256">): Promise<boolean> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return bytes !== undefined && createHash("sha256").update(bytes).digest("hex") === sha256;
}

function inGroups<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, group) =>
    all.slice(group * size, (group + 1) * size),
  );
}
