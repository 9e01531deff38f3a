import { archiveDay } from "../archive-days.ts";
import type { ArchivedDocument, ArchivedPost } from "../archived-case.ts";
import { mediaTypeOfMessage, textFile } from "../archived-file.ts";
import { SHIELDED_WORD } from "../shielding.rules.ts";
import { attachedDocument } from "./act-posts.ts";
import type { RecordedAttachment, RecordedLookUp, RecordedVersion } from "./archive-record.ts";
import { doerName } from "./doer-name.ts";
import { alertText, lookUpText, type WordOf } from "./written-text.ts";

const ROBOT = "Varde";
const countryNames = new Intl.DisplayNames(["nb"], { type: "region", fallback: "code" });

const TITLE_OF_VERSION: Readonly<Record<RecordedVersion["kind"], string>> = {
  alert: "Varsel",
  update: "Endring av varsel",
  withdrawal: "Tilbakekall av varsel",
};

/**
 * A version of an alert as what came in: the alert as it was understood, with the message. A message with other entries
 * is left out, since they may be about other people (personopplysningsloven, GDPR Art. 5(1)(c)).
 */
export function alertPost(version: RecordedVersion): ArchivedPost {
  const { id, kind, at, country, authority, alertNumber, original, entries } = version;
  const publicTitle = `${TITLE_OF_VERSION[kind]} fra ${country === null ? "utlandet" : countryName(country)}`;
  const title = alertNumber === null ? publicTitle : `${publicTitle}, ${alertNumber}`;
  const understood: ArchivedDocument = {
    key: "alert",
    title,
    kind: "message",
    at,
    by: ROBOT,
    file: textFile("varsel.txt", alertText(version, title)),
  };
  const message: ArchivedDocument = {
    key: "message",
    title: "Meldingen slik den ble mottatt",
    kind: "attachment",
    at,
    by: ROBOT,
    file: {
      sha256: original.sha256,
      size: original.size,
      mediaType: mediaTypeOfMessage(original.fileName),
      fileName: original.fileName ?? "melding.eml",
      text: null,
    },
  };
  return {
    key: `alert-version-${id}`,
    direction: "incoming",
    title,
    publicTitle,
    at,
    by: ROBOT,
    documentDate: archiveDay(at),
    correspondent: { name: authority ?? "Avsenderen av varselet", country, isPerson: false },
    documents: entries > 1 ? [understood] : [understood, message],
  };
}

/** A file no act names, as something added to the case. Its name may name somebody, and is shielded. */
export function attachmentPost(attachment: RecordedAttachment): ArchivedPost {
  const document = attachedDocument(attachment);
  return {
    key: `attachment-${attachment.id}`,
    direction: "internal",
    title: `Vedlegg: ${document.title}`,
    publicTitle: `Vedlegg: ${SHIELDED_WORD}`,
    at: attachment.at,
    by: document.by,
    documentDate: archiveDay(attachment.at),
    correspondent: null,
    documents: [document],
  };
}

/** A look-up in a register, with the whole answer. */
export function lookUpPost(lookUp: RecordedLookUp, wordOf: WordOf): ArchivedPost {
  const title = `Oppslag i ${wordOf(lookUp.register)}`;
  const by = doerName(lookUp);
  const text = lookUpText(lookUp, { heading: title, by });
  return {
    key: `look-up-${lookUp.id}`,
    direction: "internal",
    title,
    publicTitle: title,
    at: lookUp.at,
    by,
    documentDate: archiveDay(lookUp.at),
    correspondent: null,
    documents: [
      { key: "answer", title, kind: "note", at: lookUp.at, by, file: textFile("oppslag.txt", text) },
    ],
  };
}

/** The name of a country in bokmål; a code that is none stands as it is. */
function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countryNames.of(code) ?? code) : code;
}
