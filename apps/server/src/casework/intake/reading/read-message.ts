import { type Document, readContainer } from "./containers/read-container.ts";
import { hasTrace, isEntry, mergeEntries } from "./entries/merge-entries.ts";
import { type DocumentReading, readDocument } from "./entries/read-document.ts";
import { DEFAULT_LIMITS, type ReadingLimits } from "./limits.ts";
import { type Contents, collectParts, type PartFailure } from "./parts/collect-parts.ts";
import { parseHeader } from "./parts/mime-tree.ts";
import { chooseProfile, type SourceChoice } from "./profiles/choose-profile.ts";
import type { SourceProfile } from "./profiles/source-profile.ts";
import type { Entry, Part, Reading } from "./reading.ts";
import { Unreadable } from "./unreadable.ts";
import { judge } from "./verdict.ts";

/**
 * Reads one message: unpacks it, finds the alerts in every part, and gives exactly one verdict.
 * Never throws for what a message holds, however hostile; the same bytes and profiles always give the same reading.
 */
export async function readMessage(
  bytes: Uint8Array,
  profiles: readonly SourceProfile[],
  limits: ReadingLimits = DEFAULT_LIMITS,
): Promise<Reading> {
  if (bytes.length > limits.messageBytes) {
    return quarantined(
      bytes,
      new Unreadable("tooLarge", { bytes: bytes.length, limit: limits.messageBytes }),
    );
  }
  if (bytes.every(isSpace)) return quarantined(bytes, new Unreadable("emptyMessage"));
  try {
    return await readContents(await collectParts(bytes, limits), profiles, limits);
  } catch (error) {
    if (error instanceof Unreadable) return quarantined(bytes, error);
    throw error;
  }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

async function quarantined(bytes: Uint8Array, { reason, params }: Unreadable): Promise<Reading> {
  return {
    header: await parseHeader(bytes),
    parts: [],
    verdict: { outcome: "quarantined", reason, params, entries: [] },
  };
}

async function readContents(
  contents: Contents,
  profiles: readonly SourceProfile[],
  limits: ReadingLimits,
): Promise<Reading> {
  const documents = await readDocuments(contents, limits);
  const choose = (document: Document) => chooseProfile(document, contents, profiles);
  const readings = documents.map((document) => {
    const choice = choose(document);
    return { choice, reading: readDocument(document, choice.profile, coversOf(document, contents), limits) };
  });
  const source = choiceOf(readings) ?? chooseProfile(undefined, contents, profiles);
  const entries = entriesOf(
    readings.map(({ reading }) => reading),
    contents,
    source,
  );
  const { header } = contents.message;
  const { name, version } = source.profile.profile;
  return {
    header,
    parts: contents.parts,
    profile: source.known || entries.length > 0 ? { name, version } : undefined,
    verdict: judge(contents, source, {
      entries,
      traces: readings.some(({ reading }) => reading.entries.some((entry) => hasTrace(entry))),
    }),
  };
}

async function readDocuments(contents: Contents, limits: ReadingLimits): Promise<Document[]> {
  const documents: Document[] = [];
  for (const leaf of contents.leaves) {
    try {
      documents.push(...(await readContainer(leaf, contents.budget, limits)));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const failure: PartFailure = { part: leaf.part, error };
      contents.failures.push(failure);
    }
  }
  return documents;
}

/** The message's own texts, which may say what an attachment is about. */
function coversOf(document: Document, { leaves }: Contents): string[] {
  return leaves
    .filter(({ isBody, part }) => isBody && part !== document.leaf.part)
    .map(({ part }) =>
      part.lines
        .slice(0, 30)
        .map(({ text }) => text)
        .join("\n"),
    );
}

function choiceOf(
  readings: readonly { choice: SourceChoice; reading: DocumentReading }[],
): SourceChoice | undefined {
  const telling = readings.filter(({ reading }) =>
    reading.entries.some((entry) => isEntry(entry, reading.lists)),
  );
  return (telling.find(({ choice }) => choice.known) ?? telling[0])?.choice;
}

function entriesOf(
  readings: readonly DocumentReading[],
  contents: Contents,
  { profile }: SourceChoice,
): Entry[] {
  const trust = (profile.profile.containers ?? ["xml", "pdf", "sheet", "html", "text"]) as Part["kind"][];
  const placed = readings.flatMap(({ document, entries, lists }, index) =>
    entries.map((entry) => ({
      entry,
      container: document.leaf.part.kind,
      part: document.leaf.part.path,
      place: index,
      listed: lists,
    })),
  );
  const entries = mergeEntries(placed, trust);
  addNumberFromSubject(entries, contents, profile.numberInSubject);
  return entries;
}

function addNumberFromSubject(
  entries: readonly Entry[],
  { message }: Contents,
  patterns: readonly RegExp[],
): void {
  const [entry] = entries;
  const subject = message.header.subject ?? "";
  if (!entry || entries.length > 1 || entry.fields.alertNumber) return;
  const number = patterns.map((pattern) => pattern.exec(subject)?.[0]).find((found) => found);
  if (number)
    entry.fields.alertNumber = { value: number, raw: number, from: { part: "header", label: "Subject" } };
}
