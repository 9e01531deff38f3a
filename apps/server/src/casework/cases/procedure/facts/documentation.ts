import { DOCUMENT_REQUEST_OUTCOMES } from "@varde/contract/cases-terms";
import type { Done } from "../case-state.ts";

/** Languages an officer is expected to read without a translation (ISO 639-1). */
export const READ_LANGUAGES: readonly string[] = ["nb", "nn", "no", "sv", "da", "en"];

/** A document attached to the case. `language` is ISO 639-1; nothing where nobody has said. */
export interface CaseAttachment {
  readonly attachmentId: number;
  readonly language: string | null;
}

/** What an officer said about translating: of one attachment, or of everything in the case where none is named. */
export interface Translation extends Done {
  readonly attachmentId: number | null;
  readonly outcome: "made" | "notNeeded";
  readonly note: string | null;
}

/** How a request to an authority abroad can end. */
export const REQUEST_OUTCOMES = DOCUMENT_REQUEST_OUTCOMES;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** A request for documents to an authority abroad. Days are calendar days. */
export interface DocumentRequest {
  /** Counts within the case. */
  readonly id: number;
  readonly country: string;
  readonly authority: string;
  readonly wanted: string;
  readonly asked: Done;
  readonly sentOn: string;
  /** The days reminders were sent, oldest first. */
  readonly remindedOn: readonly string[];
  readonly ended: (Done & { readonly outcome: RequestOutcome; readonly note: string | null }) | null;
}

/** Attachments in a language officers are not expected to read, about whose translation nobody has said anything. */
export function untranslated(
  attachments: readonly CaseAttachment[],
  translations: readonly Translation[],
): readonly CaseAttachment[] {
  const settled = new Set(translations.map(({ attachmentId }) => attachmentId));
  if (settled.has(null)) return [];
  return attachments.filter(
    ({ attachmentId, language }) =>
      language !== null && !READ_LANGUAGES.includes(language) && !settled.has(attachmentId),
  );
}

/** Requests that wait for an answer from abroad. */
export function openRequests(requests: readonly DocumentRequest[]): readonly DocumentRequest[] {
  return requests.filter(({ ended }) => ended === null);
}
