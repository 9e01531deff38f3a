import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { recordAudit } from "../../../platform/audit/index.ts";
import type { ArchivedCase } from "../archived-case.ts";
import { documentsOfMessages, fiksMessages } from "../fiks/fiks-message.ts";
import { countCases } from "../gathering/archive.sql.ts";
import { xmlText } from "../xml/write-xml.ts";
import {
  type ArchiveParts,
  type ArchiveWish,
  archivedCases,
  type RemovedFromCase,
} from "./archive-writing.ts";
import { putDocuments } from "./put-file.ts";

/** What was written. `unchanged` cases stood there already as they would be written. */
export interface MessagesWritten {
  readonly cases: number;
  readonly unchanged: number;
  readonly messages: number;
  readonly files: number;
  readonly removed: readonly RemovedFromCase[];
  readonly complete: boolean;
}

/**
 * Writes a folder for each case with its Fiks Arkiv messages (`arkivmelding.xml`, `arkivmelding-002.xml` …) and the
 * documents they name. A case stands there whole or not at all; running again writes what is missing or has changed.
 * Audited.
 */
export async function writeMessages(
  parts: ArchiveParts,
  {
    folder,
    closedOnly,
    actor,
    signal,
    onProgress = () => {},
  }: ArchiveWish & { readonly closedOnly: boolean },
): Promise<MessagesWritten> {
  const { db, clock } = parts;
  await recordAudit(db, { at: clock.now(), actor, act: "exportArchiveMessages", details: { closedOnly } });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const total = await countCases(db, { closedOnly });
  const written = { cases: 0, unchanged: 0, messages: 0, files: 0, removed: [] as RemovedFromCase[] };
  for await (const archived of archivedCases(parts, { closedOnly })) {
    if (signal?.aborted) return { ...written, complete: false };
    const texts = fiksMessages(archived).map((message) =>
      xmlText(message, (removed) => written.removed.push({ case: archived.number, ...removed })),
    );
    const told = await writeCase(parts, join(folder, archived.number), { archived, texts });
    written.cases += 1;
    written.messages += texts.length;
    written.files += told.files;
    written.unchanged += told.unchanged ? 1 : 0;
    onProgress(written.cases, total);
  }
  return { ...written, complete: true };
}

async function writeCase(
  { db }: ArchiveParts,
  place: string,
  { archived, texts }: { archived: ArchivedCase; texts: readonly string[] },
): Promise<{ files: number; unchanged: boolean }> {
  const documents = documentsOfMessages(archived).flat();
  if (await isWritten(place, texts))
    return { files: await putDocuments(db, place, documents), unchanged: true };
  const partial = `${place}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { mode: 0o700 });
  const files = await putDocuments(db, partial, documents);
  await Promise.all(
    texts.map((text, index) => writeFile(join(partial, nameOfMessage(index)), text, { mode: 0o600 })),
  );
  await rm(place, { recursive: true, force: true });
  await rename(partial, place);
  return { files, unchanged: false };
}

async function isWritten(place: string, texts: readonly string[]): Promise<boolean> {
  const written = await Promise.all(
    texts.map((_, index) => readFile(join(place, nameOfMessage(index)), "utf8").catch(() => undefined)),
  );
  return written.every((text, index) => text === texts[index]);
}

function nameOfMessage(index: number): string {
  return index === 0 ? "arkivmelding.xml" : `arkivmelding-${String(index + 1).padStart(3, "0")}.xml`;
}
