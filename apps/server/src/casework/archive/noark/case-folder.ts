import { archiveDay, exchangedAt } from "../archive-days.ts";
import { archiveId } from "../archive-ids.ts";
import type { ArchivedCase, ArchivedDocument, ArchivedPost, PostDirection } from "../archived-case.ts";
import { deliveredNameOf, extensionOf, isLasting } from "../archived-file.ts";
import { CASE_SHIELDING } from "../shielding.rules.ts";
import { holding, leaf, type XmlElement } from "../xml/xml-element.ts";
import { depositFolder } from "./deposit.ts";

const ELECTRONIC = leaf("dokumentmedium", "Elektronisk arkiv");

const POST_TYPE: Readonly<Record<PostDirection, string>> = {
  incoming: "Inngående dokument",
  outgoing: "Utgående dokument",
  internal: "Organinternt dokument uten oppfølging",
};

const DOCUMENT_TYPE: Readonly<Record<ArchivedDocument["kind"], string>> = {
  message: "Melding",
  letter: "Brev",
  decision: "Vedtak",
  note: "Notat",
  attachment: "Vedlegg",
};

/** A case that is over, as a deposit takes it. */
export type ClosedCase = ArchivedCase & { readonly closed: NonNullable<ArchivedCase["closed"]> };

/** Numbers the posts of each year in the order they are deposited (journalsekvensnummer). */
export type JournalNumbers = (year: number) => number;

/** Numbers that begin at 1 every year. */
export function createJournalNumbers(): JournalNumbers {
  const last = new Map<number, number>();
  return (year) => {
    const next = (last.get(year) ?? 0) + 1;
    last.set(year, next);
    return next;
  };
}

/** A closed case as the saksmappe of arkivstruktur.xml (Noark 5 v5.0). */
export function caseFolder(archived: ClosedCase, numbers: JournalNumbers): XmlElement {
  const { closed, party } = archived;
  return holding(
    "mappe",
    [
      ...leaf("systemID", archiveId(archived.number)),
      ...leaf("mappeID", archived.number),
      ...leaf("tittel", archived.title),
      ...leaf("offentligTittel", archived.publicTitle),
      ...ELECTRONIC,
      ...leaf("opprettetDato", archived.openedAt),
      ...leaf("opprettetAv", archived.openedBy),
      ...leaf("avsluttetDato", closed.at),
      ...leaf("avsluttetAv", closed.by),
      holding("part", [
        ...leaf("partID", party.hprNumber),
        ...leaf("partNavn", party.name),
        ...leaf("partRolle", "Helsepersonell"),
      ]),
      ...archived.remarks.map(({ text, at, by }) =>
        holding("merknad", [
          ...leaf("merknadstekst", text),
          ...leaf("merknadsdato", at),
          ...leaf("merknadRegistrertAv", by),
        ]),
      ),
      shielded(),
      ...archived.posts.map((post, index) => journalPost(archived, post, index, numbers)),
      ...leaf("saksaar", archived.year),
      ...leaf("sakssekvensnummer", archived.ordinal),
      ...leaf("saksdato", archiveDay(archived.openedAt)),
      ...leaf("administrativEnhet", archived.unit),
      ...leaf("saksansvarlig", archived.responsible),
      ...leaf("saksstatus", "Avsluttet"),
    ],
    "saksmappe",
  );
}

function journalPost(
  archived: ClosedCase,
  post: ArchivedPost,
  index: number,
  numbers: JournalNumbers,
): XmlElement {
  const year = Number(archiveDay(post.at).slice(0, 4));
  return holding(
    "registrering",
    [
      ...leaf("systemID", archiveId(archived.number, "post", post.key)),
      ...leaf("opprettetDato", post.at),
      ...leaf("opprettetAv", post.by),
      ...leaf("arkivertDato", archived.closed.at),
      ...leaf("arkivertAv", archived.closed.by),
      shielded(),
      ...post.documents.map((document, at) => documentDescription(archived, post, document, at)),
      ...leaf("tittel", post.title),
      ...leaf("offentligTittel", post.publicTitle),
      ...ELECTRONIC,
      ...correspondentOf(archived, post),
      ...leaf("journalaar", year),
      ...leaf("journalsekvensnummer", numbers(year)),
      ...leaf("journalpostnummer", index + 1),
      ...leaf("journalposttype", POST_TYPE[post.direction]),
      ...leaf("journalstatus", "Arkivert"),
      ...leaf("journaldato", archiveDay(post.at)),
      ...leaf("dokumentetsDato", post.documentDate),
      ...leaf("mottattDato", post.direction === "incoming" ? exchangedAt(post) : null),
      ...leaf("sendtDato", post.direction === "outgoing" ? exchangedAt(post) : null),
      ...leaf("antallVedlegg", Math.max(0, post.documents.length - 1)),
    ],
    "journalpost",
  );
}

function documentDescription(
  archived: ClosedCase,
  post: ArchivedPost,
  { key, title, kind, at, by, file }: ArchivedDocument,
  index: number,
): XmlElement {
  const name = [archived.number, "post", post.key, "document", key];
  return holding("dokumentbeskrivelse", [
    ...leaf("systemID", archiveId(...name)),
    ...leaf("dokumenttype", DOCUMENT_TYPE[kind]),
    ...leaf("dokumentstatus", "Dokumentet er ferdigstilt"),
    ...leaf("tittel", title),
    ...leaf("opprettetDato", at),
    ...leaf("opprettetAv", by),
    ...ELECTRONIC,
    ...leaf("tilknyttetRegistreringSom", index === 0 ? "Hoveddokument" : "Vedlegg"),
    ...leaf("dokumentnummer", index + 1),
    ...leaf("tilknyttetDato", post.at),
    ...leaf("tilknyttetAv", post.by),
    shielded(),
    holding("dokumentobjekt", [
      ...leaf("systemID", archiveId(...name, "file")),
      ...leaf("versjonsnummer", 1),
      ...leaf("variantformat", isLasting(file) ? "Arkivformat" : "Produksjonsformat"),
      ...leaf("format", extensionOf(file).toUpperCase()),
      ...leaf("formatDetaljer", file.mediaType),
      ...leaf("opprettetDato", at),
      ...leaf("opprettetAv", by),
      ...leaf("referanseDokumentfil", `${depositFolder("", archived.number)}/${deliveredNameOf(file)}`),
      ...leaf("sjekksum", file.sha256),
      ...leaf("sjekksumAlgoritme", "SHA-256"),
      ...leaf("filstoerrelse", file.size),
    ]),
  ]);
}

function correspondentOf(archived: ClosedCase, { correspondent, direction }: ArchivedPost): XmlElement[] {
  if (!correspondent || direction === "internal") return [];
  return [
    holding("korrespondansepart", [
      ...leaf("korrespondanseparttype", direction === "incoming" ? "Avsender" : "Mottaker"),
      ...leaf("korrespondansepartNavn", correspondent.name),
      ...leaf("land", correspondent.country),
      ...leaf("administrativEnhet", archived.unit),
      ...leaf("saksbehandler", archived.responsible),
    ]),
  ];
}

function shielded(): XmlElement {
  const { name, law, metadata } = CASE_SHIELDING;
  return holding("skjerming", [
    ...leaf("tilgangsrestriksjon", name),
    ...leaf("skjermingshjemmel", law),
    ...metadata.flatMap((shown) => leaf("skjermingMetadata", shown)),
    ...leaf("skjermingDokument", "Skjerming av hele dokumentet"),
  ]);
}
