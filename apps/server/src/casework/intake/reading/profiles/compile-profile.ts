import { createHash } from "node:crypto";
import type { KindPhrases } from "../entries/kind-of-text.ts";
import type { MessageHeader } from "../reading.ts";
import { fold } from "../vocabulary/fold.ts";
import { createLabelMatcher, type LabelMatcher } from "../vocabulary/label-matcher.ts";
import { kindPhrases, labelWords } from "../vocabulary/vocabulary.ts";
import type { SourceProfile } from "./source-profile.ts";

/** A profile made ready for reading. */
export interface CompiledProfile {
  profile: SourceProfile;
  matcher: LabelMatcher;
  phrases: KindPhrases;
  noise: readonly string[];
  numberInSubject: readonly RegExp[];
  senders?: readonly RegExp[];
  subjects?: readonly RegExp[];
  bodyMarkers?: readonly string[];
  attachments?: readonly RegExp[];
}

const NUMBER_IN_SUBJECT = ["@@-####-*", "@@-*#*"];
const shared = createLabelMatcher(labelWords);
const byContent = new Map<string, CompiledProfile>();
const byObject = new WeakMap<SourceProfile, CompiledProfile>();
const MOST_KEPT = 100;

/** Compiles a profile, or gives the one compiled before from the same content. */
export function compileProfile(profile: SourceProfile): CompiledProfile {
  const known = byObject.get(profile);
  if (known) return known;
  const key = createHash("sha256").update(JSON.stringify(profile)).digest("hex");
  const ready = byContent.get(key) ?? compile(profile);
  if (byContent.size >= MOST_KEPT) byContent.clear();
  byContent.set(key, ready);
  byObject.set(profile, ready);
  return ready;
}

function compile(profile: SourceProfile): CompiledProfile {
  const { fits, kinds = {}, labels } = profile;
  return {
    profile,
    matcher: labels ? createLabelMatcher(labelWords, labels) : shared,
    phrases: {
      alert: [...(kinds.alert ?? []).map(fold), ...kindPhrases.alert],
      update: [...(kinds.update ?? []).map(fold), ...kindPhrases.update],
      withdrawal: [...(kinds.withdrawal ?? []).map(fold), ...kindPhrases.withdrawal],
    },
    noise: (kinds.noise ?? []).map(fold),
    numberInSubject: (profile.alertNumberInSubject ?? NUMBER_IN_SUBJECT).map(numberPattern),
    senders: fits.senders?.map(globPattern),
    subjects: fits.subjects?.map(globPattern),
    bodyMarkers: fits.bodyMarkers?.map(fold),
    attachments: fits.attachments?.map(globPattern),
  };
}

/** What a profile may look at to know its messages. */
export interface MessageTraits {
  header: MessageHeader;
  attachments: readonly string[];
  /** Folded text of the body, with a space at both ends. */
  body: string;
}

/** How well a profile fits, a known sender counting most; nothing where a kind of pattern that is given is not met. */
export function fitOf(
  profile: CompiledProfile,
  { header, attachments, body }: MessageTraits,
): number | undefined {
  const sender = `${header.fromName ?? ""} <${header.fromAddress ?? ""}>`;
  const checks: [met: boolean | undefined, weight: number][] = [
    [profile.senders?.some((pattern) => pattern.test(header.fromAddress ?? "") || pattern.test(sender)), 8],
    [profile.subjects?.some((pattern) => pattern.test(header.subject ?? "")), 4],
    [profile.attachments?.some((pattern) => attachments.some((name) => pattern.test(name))), 2],
    [profile.bodyMarkers?.some((marker) => body.includes(` ${marker} `)), 1],
  ];
  const asked = checks.filter(([met]) => met !== undefined);
  if (asked.length === 0 || asked.some(([met]) => !met)) return undefined;
  return asked.reduce((sum, [, weight]) => sum + weight, 0);
}

function globPattern(glob: string): RegExp {
  const pieces = glob.split("*").map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${pieces.join(".*")}$`, "isu");
}

function numberPattern(pattern: string): RegExp {
  const source = [...pattern].map((sign) =>
    sign === "#"
      ? "\\d"
      : sign === "@"
        ? "[A-Z]"
        : sign === "*"
          ? "[A-Z0-9-]+"
          : sign.replace(/[.+?^${}()|[\]\\/]/g, "\\$&"),
  );
  return new RegExp(`(?<![A-Z0-9-])${source.join("")}(?![A-Z0-9])`, "u");
}
