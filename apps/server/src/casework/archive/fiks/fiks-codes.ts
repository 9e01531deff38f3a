import type { ArchivedDocument, PostDirection } from "../archived-case.ts";

/** A value of one of the archive's code lists, with its name. */
export interface Code {
  readonly code: string;
  readonly name: string;
}

const code = (value: string, name: string): Code => ({ code: value, name });

export const CASE_OPEN = code("B", "Under behandling");
export const CASE_CLOSED = code("A", "Avsluttet");
export const POST_FINISHED = code("J", "Journalført");
export const DOCUMENT_FINISHED = code("F", "Dokumentet er ferdigstilt");
export const ELECTRONIC = code("E", "Elektronisk arkiv");
export const MAIN_DOCUMENT = code("H", "Hoveddokument");
export const ATTACHED_DOCUMENT = code("V", "Vedlegg");
export const LASTING_FORMAT = code("A", "Arkivformat");
export const PRODUCTION_FORMAT = code("P", "Produksjonsformat");
export const PARTY = code("HP", "Helsepersonell");

export const POST_TYPE: Readonly<Record<PostDirection, Code>> = {
  incoming: code("I", "Inngående dokument"),
  outgoing: code("U", "Utgående dokument"),
  internal: code("X", "Organinternt dokument uten oppfølging"),
};

/** What a correspondent is to a post that came or went. */
export const CORRESPONDENT: Readonly<Record<"incoming" | "outgoing", Code>> = {
  incoming: code("EA", "Avsender"),
  outgoing: code("EM", "Mottaker"),
};

export const DOCUMENT_TYPE: Readonly<Record<ArchivedDocument["kind"], Code>> = {
  message: code("MELDING", "Melding"),
  letter: code("KORR", "Korrespondanse"),
  decision: code("VEDTAK", "Vedtak"),
  note: code("NOTAT", "Notat"),
  attachment: code("VEDLEGG", "Vedlegg"),
};
