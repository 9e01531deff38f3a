import { containsAny } from "./entries/kind-of-text.ts";
import type { Contents, PartFailure } from "./parts/collect-parts.ts";
import type { SourceChoice } from "./profiles/choose-profile.ts";
import type { Entry, IrrelevantReason, QuarantineReason, Reading } from "./reading.ts";
import { fold } from "./vocabulary/fold.ts";
import { noisePhrases } from "./vocabulary/vocabulary.ts";

type Verdict = Reading["verdict"];

/** What was found in a message. */
export interface Found {
  entries: Entry[];
  /** Something that names a person or an alert was found, though too little to make an entry. */
  traces: boolean;
}

/** Decides what becomes of a message. What cannot be read weighs more than what can, and doubt always means quarantine. */
export function judge(contents: Contents, source: SourceChoice, { entries, traces }: Found): Verdict {
  const quarantine = (reason: QuarantineReason, params: Record<string, string | number> = {}): Verdict => ({
    outcome: "quarantined",
    reason,
    params,
    entries,
  });
  const [failure] = contents.failures.toSorted((a, b) => gravity(a) - gravity(b));
  if (contents.message.truncated && (!failure || gravity(failure) === GRAVE.length)) {
    return quarantine("brokenMime", { cause: "cutOff" });
  }
  if (failure) {
    const { fileName, path } = failure.part;
    return quarantine(failure.error.reason, {
      ...failure.error.params,
      part: path,
      ...(fileName ? { fileName } : {}),
    });
  }
  if (entries.length > 0) return judgeEntries(entries, quarantine);
  if (isEmpty(contents)) return quarantine("emptyMessage");
  const irrelevant = traces ? undefined : irrelevanceOf(contents, source);
  if (irrelevant) return { outcome: "irrelevant", ...irrelevant };
  const unread = contents.leaves.find(({ kind, part }) => kind === "other" && part.size > 0);
  if (unread)
    return quarantine("brokenAttachment", { cause: "unknownType", fileName: unread.part.fileName ?? "" });
  return quarantine(source.known ? "noAlertFound" : "unknownSource", {
    sender: contents.message.header.fromAddress ?? "",
  });
}

/** Failures that tell of an attack or a limit, told before any other. */
const GRAVE: readonly QuarantineReason[] = [
  "archiveBomb",
  "xmlEntities",
  "dangerousAttachment",
  "tooLarge",
  "tooManyParts",
];

function gravity({ error }: PartFailure): number {
  const at = GRAVE.indexOf(error.reason);
  return at < 0 ? GRAVE.length : at;
}

function judgeEntries(
  entries: Entry[],
  quarantine: (reason: QuarantineReason, params?: Record<string, string | number>) => Verdict,
): Verdict {
  const incomplete = entries.filter(({ missing }) => missing.length > 0);
  const damaged = entries
    .flatMap(({ fields }) => Object.entries(fields))
    .find(([, { raw }]) => isDamaged(raw));
  if (damaged) return quarantine("wrongCharset", { field: damaged[0], raw: damaged[1].raw });
  if (incomplete.length > 0) {
    return quarantine("missingMandatory", {
      incomplete: incomplete.length,
      entries: entries.length,
      missing: [...new Set(incomplete.flatMap(({ missing }) => missing))].join(", "),
    });
  }
  const numbers = entries.map(({ fields }) => fold(fields.alertNumber?.value ?? "")).filter(Boolean);
  const seen = new Set<string>();
  const shared = numbers.find((number) => seen.has(number) || !seen.add(number));
  if (shared) return quarantine("conflictingFields", { alertNumber: shared });
  return { outcome: "alerts", entries };
}

/** Letters the sender's own system lost: a replacement sign, or a question mark within a word. */
function isDamaged(raw: string): boolean {
  return raw.includes("\ufffd") || /\p{L}\?\p{L}/u.test(raw);
}

function isEmpty({ leaves }: Contents): boolean {
  const hasText = leaves.some(({ part }) => part.lines.some(({ text }) => /[\p{L}\p{N}]/u.test(text)));
  const hasFile = leaves.some(
    ({ kind, part }) => part.size > 0 && kind !== "signature" && kind !== "text" && kind !== "html",
  );
  return !hasText && !hasFile;
}

function irrelevanceOf(
  contents: Contents,
  source: SourceChoice,
): { reason: IrrelevantReason; params: Record<string, string | number> } | undefined {
  const { header, headers } = contents.message;
  const lines = contents.leaves.flatMap(({ part }) => part.lines.map((line) => line.text));
  const looked: Looked = {
    header: (key) => headers.find((one) => one.key === key)?.value.toLowerCase() ?? "",
    sender: header.fromAddress ?? "",
    subject: ` ${fold(header.subject ?? "")} `,
    text: ` ${fold(lines.join(" ").slice(0, LONGEST_TEXT))} `,
    known: source.known,
    documents: hasDocuments(contents),
    noise: source.profile.noise,
  };
  const reason = (["deliveryReport", "autoReply", "noise"] as const).find((one) => SIGNS[one](looked));
  return reason && { reason, params: { sender: looked.sender } };
}

/** What a message shows of itself, folded for comparing. */
interface Looked {
  header: (key: string) => string;
  sender: string;
  subject: string;
  text: string;
  known: boolean;
  documents: boolean;
  /** Noise phrases of the source itself. */
  noise: readonly string[];
}

const LONGEST_TEXT = 20_000;
const LONGEST_AWAY_NOTE = 2_000;

const SIGNS: Record<"deliveryReport" | "autoReply" | "noise", (looked: Looked) => boolean> = {
  deliveryReport: ({ header, sender, subject, known }) =>
    header("content-type").includes("delivery-status") ||
    /^(?:mailer-daemon|postmaster)@/.test(sender) ||
    (containsAny(subject, noisePhrases.deliveryReport) && !known),
  autoReply: ({ header, subject, text, known, documents }) =>
    /auto-replied|auto-notified/.test(header("auto-submitted")) ||
    ["x-autoreply", "x-autorespond"].some((key) => header(key) !== "") ||
    header("precedence") === "auto_reply" ||
    header("content-type").includes("disposition-notification") ||
    (containsAny(subject, noisePhrases.autoReply) && !documents) ||
    (text.length < LONGEST_AWAY_NOTE && containsAny(text, noisePhrases.autoReply) && !known && !documents),
  noise: ({ header, subject, text, known, documents, noise }) => {
    const ofSource = containsAny(subject, noise) || containsAny(text, noise);
    const bulk = header("list-unsubscribe") !== "" || /bulk|list|junk/.test(header("precedence"));
    const evident = containsAny(subject, noisePhrases.noise) || containsAny(text, noisePhrases.noise);
    return ofSource || (!known && !documents && (bulk || evident));
  },
};

/** Attached documents may hold what the text does not say, so they keep a message from being put aside as noise. */
function hasDocuments({ leaves }: Contents): boolean {
  return leaves.some(({ isBody, kind }) => !isBody && kind !== "image" && kind !== "signature");
}
