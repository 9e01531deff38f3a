import { archiveDay } from "../archive-days.ts";
import type { ArchivedDocument, ArchivedPost, Correspondent } from "../archived-case.ts";
import { textFile } from "../archived-file.ts";
import type { ArchiveRecord, RecordedAct, RecordedAttachment, RecordedDecision } from "./archive-record.ts";
import { doerName } from "./doer-name.ts";
import { type Counterpart, POST_OF_ACT, type PostOfAct } from "./post-of-act.ts";
import { decisionText, noteText, type WordOf } from "./written-text.ts";

const APPEALS_BOARD: Correspondent = { name: "Statens helsepersonellnemnd", country: "NO", isPerson: false };
/** Tie an act to other rows of the case; the documents say what they stand for. */
const REFERENCES = new Set(["contentHash", "requestId", "questionId", "attachmentId", "round", "alertId"]);

/** Everything sent, received or given reasons for by acts, and the ids of the attachments that went with them. */
export function actPosts(
  record: ArchiveRecord,
  wordOf: WordOf,
): { posts: ArchivedPost[]; attached: ReadonlySet<number> } {
  const attached = new Set<number>();
  const posts = record.acts.flatMap((act) => {
    const rule = POST_OF_ACT[act.act];
    if (!rule) return [];
    const attachment = record.attachments.find(({ id }) => id === act.input.attachmentId);
    if (attachment) attached.add(attachment.id);
    return [postOf(record, act, { rule, attachment, wordOf })];
  });
  return { posts, attached };
}

/** A file of the case as a document. */
export function attachedDocument(attachment: RecordedAttachment): ArchivedDocument {
  const { id, sha256, size, mediaType, fileName, title, at } = attachment;
  return {
    key: `attachment-${id}`,
    title: title ?? fileName,
    kind: "attachment",
    at,
    by: doerName(attachment),
    file: { sha256, size, mediaType, fileName, text: null },
  };
}

function postOf(
  record: ArchiveRecord,
  act: RecordedAct,
  {
    rule,
    attachment,
    wordOf,
  }: { rule: PostOfAct; attachment: RecordedAttachment | undefined; wordOf: WordOf },
): ArchivedPost {
  const { title, direction } = rule;
  const by = doerName(act);
  const told = {
    key: `act-${act.id}`,
    direction,
    title,
    publicTitle: title,
    at: act.at,
    by,
    documentDate: dayOfDocument(act),
  };
  const decision = rule.carries && findDecision(record, act, rule.carries);
  const words = decision ? decisionText(decision, title, wordOf) : noteOf(act, title, wordOf);
  const main: ArchivedDocument = {
    key: "words",
    title,
    kind: decision ? "decision" : direction === "internal" ? "note" : "letter",
    at: act.at,
    by,
    file: textFile(`${title}.txt`, words),
  };
  return {
    ...told,
    correspondent: rule.with ? counterpartOf(record, act, rule.with) : null,
    documents: attachment ? [attachedDocument(attachment), main] : [main],
  };
}

function noteOf(act: RecordedAct, heading: string, wordOf: WordOf): string {
  const given = Object.fromEntries(Object.entries(act.input).filter(([name]) => !REFERENCES.has(name)));
  return noteText(heading, { by: doerName(act), at: act.at, given }, wordOf);
}

/** What was sent: the version whose hash the act names, else the newest suspension proposed before it. */
function findDecision(
  { decisions }: ArchiveRecord,
  act: RecordedAct,
  carries: NonNullable<PostOfAct["carries"]>,
): RecordedDecision | undefined {
  if (carries === "decision")
    return decisions.findLast(
      ({ kind, contentHash }) => kind === "decision" && contentHash === act.input.contentHash,
    );
  return decisions.findLast(({ kind, actId }) => kind !== "decision" && actId < act.id);
}

function counterpartOf(record: ArchiveRecord, act: RecordedAct, who: Counterpart): Correspondent | null {
  if (who === "appealsBoard") return APPEALS_BOARD;
  if (who === "professional") return { name: professionalName(record), country: null, isPerson: true };
  return who === "requested" ? requestedAuthority(record, act) : senderOf(record, act);
}

/** The professional as the archive names one. */
export function professionalName({ forename, surname, hprNumber }: ArchiveRecord): string {
  return [forename, surname].filter((name) => name !== null).join(" ") || `HPR ${hprNumber}`;
}

/** Requests count within the case, from 1, in the order they were made. */
function requestedAuthority({ acts }: ArchiveRecord, act: RecordedAct): Correspondent | null {
  const requests = acts.filter(({ act: name }) => name === "requestDocuments");
  const request = act.act === "requestDocuments" ? act : requests[Number(act.input.requestId) - 1];
  if (!request) return null;
  const { authority, country } = request.input;
  return { name: String(authority), country: String(country), isPerson: false };
}

/** The authority an alert came from: of the alert a question names, else of the first in the case. */
function senderOf({ versions }: ArchiveRecord, act: RecordedAct): Correspondent | null {
  const version = versions.find(({ alertId }) => alertId === act.input.alertId) ?? versions[0];
  if (!version) return null;
  return { name: version.authority ?? "Avsenderen av varselet", country: version.country, isPerson: false };
}

/** The day the act itself names for what was sent or received; else the day it was done. */
function dayOfDocument({ input, at }: RecordedAct): string {
  const named = input.sentOn ?? input.receivedOn ?? input.decidedOn;
  return typeof named === "string" ? named : archiveDay(at);
}
