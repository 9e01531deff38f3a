import { type FileHandle, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { recordAudit } from "../../../platform/audit/index.ts";
import { invalid, missing, type Refusal } from "../../../platform/rules/refusal.ts";
import { countCases, findPeriod, getTopUnit } from "../gathering/archive.sql.ts";
import { type ClosedCase, caseFolder, createJournalNumbers } from "../noark/case-folder.ts";
import { changesOf, closeChangeLog, openChangeLog } from "../noark/change-log.ts";
import { closeDeposit, type Deposit, depositFolder, openDeposit } from "../noark/deposit.ts";
import { startXml, type XmlWriter } from "../xml/write-xml.ts";
import {
  type ArchiveParts,
  type ArchiveWish,
  archivedCases,
  type RemovedFromCase,
} from "./archive-writing.ts";
import { putDocuments } from "./put-file.ts";

/** The files of a deposit beside its documents. */
const STRUCTURE = "arkivstruktur.xml";
const CHANGES = "endringslogg.xml";

/** What was written; not complete where it was stopped, and then the same command goes on. */
export interface DepositWritten {
  readonly cases: number;
  readonly posts: number;
  readonly files: number;
  readonly changes: number;
  readonly removed: readonly RemovedFromCase[];
  readonly complete: boolean;
}

/**
 * Writes a Noark 5 deposit of all closed cases: `arkivstruktur.xml`, `endringslogg.xml` and the documents. The two are
 * put in place last; a stopped deposit goes on with the documents it has. Refused where the folder holds something
 * else or a whole deposit, and where no case is closed. Audited.
 */
export async function writeDeposit(
  parts: ArchiveParts,
  wish: ArchiveWish & { readonly creator?: Deposit["creator"] },
): Promise<DepositWritten | Refusal> {
  const { db, clock } = parts;
  const { folder, actor } = wish;
  if (await holdsSomethingElse(folder)) return invalid("folderNotEmpty", { folder });
  const period = await findPeriod(db);
  if (!period) return missing("noClosedCases", {});
  const creator = wish.creator ?? (await getTopUnit(db));
  await recordAudit(db, { at: clock.now(), actor, act: "exportArchiveDeposit", details: { ...period } });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const structure = await startFile(join(folder, STRUCTURE));
  const changes = await startFile(join(folder, CHANGES));
  try {
    openDeposit(structure.xml, { creator, ...period, by: creator.name });
    openChangeLog(changes.xml);
    const written = await writeCases(parts, { ...wish, until: period.until }, { structure, changes });
    closeDeposit(structure.xml);
    closeChangeLog(changes.xml);
    if (written.complete) {
      await changes.finish({ keep: written.changes > 0 });
      await structure.finish({ keep: true });
    }
    return written;
  } finally {
    await structure.abandon();
    await changes.abandon();
  }
}

interface Files {
  readonly structure: XmlFile;
  readonly changes: XmlFile;
}

async function writeCases(
  parts: ArchiveParts,
  { folder, until, signal, onProgress = () => {} }: ArchiveWish & { readonly until: string },
  { structure, changes }: Files,
): Promise<DepositWritten> {
  const total = await countCases(parts.db, { closedOnly: true });
  const numbers = createJournalNumbers();
  const written = { cases: 0, posts: 0, files: 0, changes: 0, removed: [] as RemovedFromCase[] };
  const numbersWritten = new Set<string>();
  for await (const archived of archivedCases(parts, { closedOnly: true })) {
    if (signal?.aborted) return { ...written, complete: false };
    const { number, closed } = archived;
    // Reopened, or closed, after the period was found.
    if (closed === null || closed.at > until) continue;
    const ofCase = changesOf(archived);
    structure.xml.write([caseFolder({ ...archived, closed } satisfies ClosedCase, numbers)]);
    changes.xml.write(ofCase);
    for (const { removed } of [structure, changes])
      written.removed.push(...removed.splice(0).map((of) => ({ case: number, ...of })));
    await structure.flush();
    await changes.flush();
    const place = depositFolder(folder, number);
    await mkdir(place, { recursive: true, mode: 0o700 });
    written.files += await putDocuments(
      parts.db,
      place,
      archived.posts.flatMap(({ documents }) => documents),
    );
    numbersWritten.add(number);
    written.cases += 1;
    written.posts += archived.posts.length;
    written.changes += ofCase.length;
    onProgress(written.cases, total);
  }
  await removeOthers(dirname(depositFolder(folder, "any")), numbersWritten);
  return { ...written, complete: true };
}

/** Documents of cases that an earlier, stopped run had taken in and that are no longer closed. */
async function removeOthers(place: string, numbers: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(place))
    if (!numbers.has(name)) await rm(join(place, name), { recursive: true });
}

async function holdsSomethingElse(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const own = new Set([`${STRUCTURE}.partial`, `${CHANGES}.partial`, dirname(depositFolder("", "any"))]);
  return names.some((name) => !own.has(name));
}

/** A document written piece by piece, put in place when it is finished. */
interface XmlFile {
  readonly xml: XmlWriter;
  /** Characters taken out since the list was last emptied. */
  readonly removed: { element: string; count: number }[];
  flush(): Promise<void>;
  finish(wish: { keep: boolean }): Promise<void>;
  /** Leaves what is not finished as it is. */
  abandon(): Promise<void>;
}

async function startFile(path: string): Promise<XmlFile> {
  const partial = `${path}.partial`;
  const pieces: string[] = [];
  const removed: XmlFile["removed"] = [];
  const xml = startXml({ onText: (text) => pieces.push(text), onRemoved: (of) => removed.push(of) });
  let handle: FileHandle | undefined = await open(partial, "w", 0o600);
  const flush = async () => {
    await handle?.write(pieces.splice(0).join(""));
  };
  const abandon = async () => {
    await handle?.close();
    handle = undefined;
  };
  const finish = async ({ keep }: { keep: boolean }) => {
    pieces.push("\n");
    await flush();
    await handle?.sync();
    await abandon();
    if (keep) await rename(partial, path);
    else await rm(partial);
  };
  return { xml, removed, flush, finish, abandon };
}
