import type { ArchivedCase, ArchivedChange, ArchivedPost } from "../archived-case.ts";
import { SHIELDED_WORD } from "../shielding.rules.ts";
import { actPosts, professionalName } from "./act-posts.ts";
import type { ArchiveRecord, RecordedStanding } from "./archive-record.ts";
import { doerName } from "./doer-name.ts";
import { alertPost, attachmentPost, lookUpPost } from "./other-posts.ts";
import type { WordOf } from "./written-text.ts";

const TITLE = "Varsel fra utlandet om helsepersonell";
const ROBOT = "Varde";
/** Stands where a change began with nobody. */
const NOBODY = "Ingen";

/** A case as an archive takes it, from what is kept about it. The same record always gives the same. */
export function archivedCaseOf(record: ArchiveRecord, wordOf: WordOf): ArchivedCase {
  const { number, year, ordinal, openedAt, closedAt, acts, standings } = record;
  const name = professionalName(record);
  const [opening] = acts;
  const closing = acts.findLast(
    ({ stageBefore, stageAfter }) => stageBefore !== "closed" && stageAfter === "closed",
  );
  return {
    number,
    year,
    ordinal,
    title: `${TITLE}: ${name} (HPR ${record.hprNumber})`,
    publicTitle: `${TITLE}: ${SHIELDED_WORD}`,
    openedAt,
    openedBy: opening ? doerName(opening) : ROBOT,
    closed: closedAt === null ? null : { at: closedAt, by: closing ? doerName(closing) : ROBOT },
    unit: standings.at(-1)?.unit ?? ROBOT,
    responsible:
      standings.findLast(({ assignee }) => assignee !== null)?.assignee ??
      ((closing ?? opening) ? doerName((closing ?? opening)!) : ROBOT),
    party: { hprNumber: String(record.hprNumber), name },
    remarks: record.notes.map((note) => ({
      key: String(note.id),
      text: note.text,
      at: note.at,
      by: doerName(note),
    })),
    changes: standings.flatMap((standing, index) => changesTo(record, standing, standings[index - 1])),
    posts: postsOf(record, wordOf),
  };
}

function postsOf(record: ArchiveRecord, wordOf: WordOf): ArchivedPost[] {
  const { posts, attached } = actPosts(record, wordOf);
  return [
    ...record.versions.map(alertPost),
    ...record.lookUps.map((lookUp) => lookUpPost(lookUp, wordOf)),
    ...record.attachments.filter(({ id }) => !attached.has(id)).map(attachmentPost),
    ...posts,
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function changesTo(
  { acts }: ArchiveRecord,
  now: RecordedStanding,
  before: RecordedStanding | undefined,
): ArchivedChange[] {
  const act = acts.find(({ id }) => id === now.actId);
  if (!before || !act) return [];
  const changed: readonly (readonly [ArchivedChange["element"], string, string])[] = [
    ["saksstatus", statusOf(before), statusOf(now)],
    ["administrativEnhet", before.unit, now.unit],
    ["saksansvarlig", before.assignee ?? NOBODY, now.assignee ?? NOBODY],
  ];
  return changed
    .filter(([, from, to]) => from !== to)
    .map(([element, from, to]) => ({ element, from, to, at: act.at, by: doerName(act) }));
}

function statusOf({ closed }: RecordedStanding): string {
  return closed ? "Avsluttet" : "Under behandling";
}
