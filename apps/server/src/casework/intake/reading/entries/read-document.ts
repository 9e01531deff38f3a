import type { Document } from "../containers/read-container.ts";
import type { ReadingLimits } from "../limits.ts";
import type { CompiledProfile } from "../profiles/compile-profile.ts";
import type { Entry, EntryKind } from "../reading.ts";
import { readCountry } from "../values/countries.ts";
import { provenOrder } from "../values/date-order.ts";
import { buildEntry } from "./build-entry.ts";
import { groupPairs } from "./group-pairs.ts";
import { kindOfPhrases, kindOfSubject } from "./kind-of-text.ts";
import { resolveTargets } from "./resolve-targets.ts";

/** What one document gave: its entries, and how it was read. */
export interface DocumentReading {
  document: Document;
  profile: CompiledProfile;
  entries: Entry[];
  /** The document lists several people, one a row or block. */
  lists: boolean;
}

const LONGEST_HEADING = 120;
const DATES: ReadonlySet<string> = new Set([
  "birthDate",
  "decisionDate",
  "effectiveFrom",
  "effectiveUntil",
  "period",
]);

/** Reads the entries of one document with a profile. `covers` are the texts of the message around it, for the kind. */
export function readDocument(
  document: Document,
  profile: CompiledProfile,
  covers: readonly string[],
  limits: ReadingLimits,
): DocumentReading {
  const { pairs: found, headings, prose } = document.label(profile.matcher);
  const { pairs, language } = resolveTargets(found);
  const sentAt = document.headers.find((header) => header.sentAt)?.sentAt;
  const sending = pairs.find(({ target }) => target === "sendingCountry" || target === "nationality");
  const source = {
    part: document.leaf.part.path,
    container: document.leaf.part.kind,
    habits: {
      dates: {
        order:
          profile.profile.dates?.order ??
          provenOrder(pairs.filter(({ target }) => DATES.has(target)).map(({ value }) => value)),
        language,
      },
      sentYear: Number(sentAt?.slice(0, 4) ?? DEFAULT_YEAR),
      country: sending && readCountry(sending.value),
      serialDates: document.leaf.part.kind === "sheet",
      longestField: limits.field,
    },
    phrases: profile.phrases,
    fixed: profile.profile.fixed ?? {},
    kind: kindOfDocument(document, profile, headings, prose, covers),
  };
  const entries = groupPairs(pairs).map((group) => buildEntry(group, source));
  return { document, profile, entries, lists: pairs.some(({ person }) => person !== undefined) };
}

/** Stands in for the year of sending where a message has no date, so that reading never depends on today. */
const DEFAULT_YEAR = 2026;

function kindOfDocument(
  { headers }: Document,
  { phrases }: CompiledProfile,
  headings: readonly string[],
  prose: readonly string[],
  covers: readonly string[],
): EntryKind {
  const short = (lines: readonly string[]) =>
    lines.filter((line) => line.length <= LONGEST_HEADING).join("\n");
  return (
    kindOfPhrases(short(headings), phrases) ??
    headers.map(({ subject }) => kindOfSubject(subject ?? "", phrases)).find((kind) => kind) ??
    kindOfPhrases(covers.join("\n"), phrases) ??
    kindOfPhrases(short(prose), phrases) ??
    "alert"
  );
}
