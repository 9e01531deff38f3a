import { containsAny } from "./entries/kind-of-text.ts";
import type { Contents, PartFailure } from "./parts/collect-parts.ts";
import type { SourceChoice } from "./profiles/choose-profile.ts";
import type { Entry, IrrelevantReason, QuarantineReason, Reading } from "./reading.ts";
import { fold } from "./vocabulary/fold.ts";
import { noisePhrases } from "./vocabulary/vocabulary.ts";

type Verdict = Reading["verdict"];

/** Decides what becomes of a message. What cannot be read weighs more than what can, and doubt always means quarantine. */
export function judge(contents: Contents, source: SourceChoice, entries: Entry[]): Verdict {
  const quarantine = (reason: QuarantineReason, params: Record<string, string | number> = {}): Verdict => ({
    outcome: "quarantined",
    reason,
    params,
    entries,
  });
  const [failure] = contents.failures.toSorted((a, b) => gravity(a) - gravity(b));
  if (failure) {
    const { fileName, path } = failure.part;
    return quarantine(failure.error.reason, {
      ...failure.error.params,
      part: path,
      ...(fileName ? { fileName } : {}),
    });
  }
  if (contents.message.truncated) return quarantine("brokenMime", { cause: "cutOff" });
  if (entries.length > 0) return judgeEntries(entries, quarantine);
  if (isEmpty(contents)) return quarantine("emptyMessage");
  const irrelevant = irrelevanceOf(contents, source);
  if (irrelevant) return { outcome: "irrelevant", ...irrelevant };
  const unread = contents.leaves.find(({ kind, part }) => kind === "other" && part.size > 0);
  if (unread)
    return quarantine("brokenAttachment", { cause: "unknownType", fileName: unread.part.fileName ?? "" });
  return quarantine(source.known ? "noAlertFound" : "unknownSource", {
    sender: contents.message.header.fromAddress ?? "",
  });
}

function gravity({ error }: PartFailure): number {
  const order: QuarantineReason[] = [
    "archiveBomb",
    "xmlEntities",
    "dangerousAttachment",
    "tooLarge",
    "tooManyParts",
  ];
  const at = order.indexOf(error.reason);
  return at < 0 ? order.length : at;
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
  const [shared] = numbers.filter((number, index) => numbers.indexOf(number) !== index);
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
  const value = (key: string) => headers.find((one) => one.key === key)?.value.toLowerCase() ?? "";
  const subject = ` ${fold(header.subject ?? "")} `;
  const text = ` ${fold(
    contents.leaves
      .flatMap(({ part }) => part.lines.map((line) => line.text))
      .join(" ")
      .slice(0, 20_000),
  )} `;
  const params = { sender: header.fromAddress ?? "" };
  const report =
    value("content-type").includes("delivery-status") ||
    /^(?:mailer-daemon|postmaster)@/.test(header.fromAddress ?? "");
  if (report || (containsAny(subject, noisePhrases.deliveryReport) && !source.known))
    return { reason: "deliveryReport", params };
  const automatic =
    /auto-replied|auto-notified/.test(value("auto-submitted")) ||
    value("x-autoreply") !== "" ||
    value("x-autorespond") !== "" ||
    value("precedence") === "auto_reply" ||
    value("content-type").includes("disposition-notification");
  const away =
    containsAny(subject, noisePhrases.autoReply) ||
    (text.length < 2000 && containsAny(text, noisePhrases.autoReply));
  if (automatic || (away && !source.known)) return { reason: "autoReply", params };
  if (containsAny(subject, source.profile.noise) || containsAny(text, source.profile.noise))
    return { reason: "noise", params };
  if (source.known || hasDocuments(contents)) return undefined;
  const bulk = value("list-unsubscribe") !== "" || /bulk|list|junk/.test(value("precedence"));
  const evident = containsAny(subject, noisePhrases.noise) || containsAny(text, noisePhrases.noise);
  return bulk || evident ? { reason: "noise", params } : undefined;
}

/** Attached documents may hold what the text does not say, so they keep a message from being put aside as noise. */
function hasDocuments({ leaves }: Contents): boolean {
  return leaves.some(({ isBody, kind }) => !isBody && kind !== "image" && kind !== "signature");
}
