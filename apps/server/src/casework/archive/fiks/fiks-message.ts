import { archiveDay, exchangedAt } from "../archive-days.ts";
import { archiveId } from "../archive-ids.ts";
import type { ArchivedCase, ArchivedDocument, ArchivedPost, Correspondent } from "../archived-case.ts";
import { deliveredNameOf, extensionOf, isLasting } from "../archived-file.ts";
import { CASE_SHIELDING, type Shielding } from "../shielding.rules.ts";
import { holding, leaf, type XmlElement } from "../xml/xml-element.ts";
import * as codes from "./fiks-codes.ts";

const MESSAGE = "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/arkivmelding/opprett/v1";
const CATALOGUE = "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/metadatakatalog/v1";
const SYSTEM = "Varde";

/**
 * The messages (Fiks Arkiv V1, arkivmelding.opprett) that deliver a case. The format holds one folder and one entry a
 * message: the first opens the folder with the first post, each further post follows in a message of its own.
 */
export function fiksMessages(archived: ArchivedCase): XmlElement[] {
  const [first, ...further] = archived.posts;
  return [
    message([folder(archived)], archived, first),
    ...further.map((post) => message([], archived, post)),
  ];
}

/** The documents whose files go with each message of `fiksMessages`, in the same order. */
export function documentsOfMessages(archived: ArchivedCase): (readonly ArchivedDocument[])[] {
  return archived.posts.length === 0 ? [[]] : archived.posts.map(({ documents }) => documents);
}

function message(
  before: readonly XmlElement[],
  archived: ArchivedCase,
  post: ArchivedPost | undefined,
): XmlElement {
  const files = new Set(post?.documents.map(({ file }) => deliveredNameOf(file)));
  return {
    name: "arkivmelding",
    attributes: {
      xmlns: MESSAGE,
      "xmlns:k": CATALOGUE,
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    },
    content: [
      ...leaf("system", SYSTEM),
      ...leaf("antallFiler", files.size),
      ...before,
      ...(post ? [journalPost(archived, post)] : []),
    ],
  };
}

function folder(archived: ArchivedCase): XmlElement {
  const { closed, party } = archived;
  return holding(
    "mappe",
    [
      ...leaf("systemID", archiveId(archived.number)),
      ...leaf("tittel", archived.title),
      ...leaf("offentligTittel", archived.publicTitle),
      coded("dokumentmedium", codes.ELECTRONIC),
      ...leaf("opprettetDato", archived.openedAt),
      ...leaf("opprettetAv", archived.openedBy),
      ...leaf("avsluttetDato", closed?.at ?? null),
      ...leaf("avsluttetAv", closed?.by ?? null),
      holding("part", [
        ...leaf("partID", party.hprNumber),
        ...leaf("partNavn", party.name),
        coded("partRolle", codes.PARTY),
        ...leaf("erSkjermet", "true"),
        ...leaf("erPersonnavn", "true"),
      ]),
      ...archived.remarks.map(({ key, text, at, by }) =>
        holding("merknad", [
          ...leaf("merknadID", archiveId(archived.number, "remark", key)),
          ...leaf("merknadstekst", text),
          ...leaf("merknadsdato", at),
          ...leaf("merknadRegistrertAv", by),
          ...leaf("erSkjermet", "true"),
        ]),
      ),
      shielded(CASE_SHIELDING),
      holding("referanseEksternNoekkel", externalKey(archived.number)),
      ...leaf("saksaar", archived.year),
      ...leaf("sakssekvensnummer", archived.ordinal),
      ...leaf("saksdato", archiveDay(archived.openedAt)),
      named("administrativEnhet", archived.unit),
      named("saksansvarlig", archived.responsible),
      coded("saksstatus", closed ? codes.CASE_CLOSED : codes.CASE_OPEN),
    ],
    "saksmappe",
  );
}

function journalPost(archived: ArchivedCase, post: ArchivedPost): XmlElement {
  return holding(
    "registrering",
    [
      ...leaf("systemID", archiveId(archived.number, "post", post.key)),
      ...leaf("opprettetDato", post.at),
      ...leaf("opprettetAv", post.by),
      holding("referanseForelderMappe", [
        ...leaf("k:systemID", archiveId(archived.number)),
        holding("k:referanseEksternNoekkel", externalKey(archived.number)),
      ]),
      shielded(CASE_SHIELDING),
      ...post.documents.map((document, index) => documentDescription(archived, post, document, index)),
      ...leaf("tittel", post.title),
      ...leaf("offentligTittel", post.publicTitle),
      ...(post.correspondent && post.direction !== "internal"
        ? [correspondentOf(post.correspondent, codes.CORRESPONDENT[post.direction])]
        : []),
      holding("referanseEksternNoekkel", externalKey(`${archived.number}/${post.key}`)),
      coded("journalposttype", codes.POST_TYPE[post.direction]),
      coded("journalstatus", codes.POST_FINISHED),
      ...leaf("dokumentetsDato", post.documentDate),
      ...leaf("mottattDato", post.direction === "incoming" ? exchangedAt(post) : null),
      ...leaf("sendtDato", post.direction === "outgoing" ? exchangedAt(post) : null),
      ...leaf("antallVedlegg", Math.max(0, post.documents.length - 1)),
    ],
    "journalpost",
  );
}

function documentDescription(
  archived: ArchivedCase,
  post: ArchivedPost,
  { key, title, kind, at, by, file }: ArchivedDocument,
  index: number,
): XmlElement {
  const name = [archived.number, "post", post.key, "document", key];
  return holding("dokumentbeskrivelse", [
    ...leaf("systemID", archiveId(...name)),
    coded("dokumenttype", codes.DOCUMENT_TYPE[kind]),
    coded("dokumentstatus", codes.DOCUMENT_FINISHED),
    ...leaf("tittel", title),
    ...leaf("opprettetDato", at),
    ...leaf("opprettetAv", by),
    coded("dokumentmedium", codes.ELECTRONIC),
    coded("tilknyttetRegistreringSom", index === 0 ? codes.MAIN_DOCUMENT : codes.ATTACHED_DOCUMENT),
    ...leaf("dokumentnummer", index + 1),
    ...leaf("tilknyttetDato", post.at),
    ...leaf("tilknyttetAv", post.by),
    shielded(CASE_SHIELDING),
    holding("dokumentobjekt", [
      ...leaf("systemID", archiveId(...name, "file")),
      ...leaf("versjonsnummer", 1),
      coded("variantformat", isLasting(file) ? codes.LASTING_FORMAT : codes.PRODUCTION_FORMAT),
      coded("format", { code: extensionOf(file).toUpperCase(), name: file.mediaType }),
      ...leaf("mimeType", file.mediaType),
      ...leaf("opprettetDato", at),
      ...leaf("opprettetAv", by),
      ...leaf("filnavn", file.fileName),
      ...leaf("referanseDokumentfil", deliveredNameOf(file)),
      ...leaf("sjekksum", file.sha256),
      ...leaf("sjekksumAlgoritme", "SHA-256"),
      ...leaf("filstoerrelse", file.size),
    ]),
  ]);
}

function correspondentOf({ name, country, isPerson }: Correspondent, role: codes.Code): XmlElement {
  return holding("korrespondansepart", [
    coded("korrespondanseparttype", role),
    ...leaf("korrespondansepartNavn", name),
    ...(country === null ? [] : [holding("landkode", leaf("k:kode", country))]),
    ...leaf("erSkjermet", String(isPerson)),
    ...leaf("erPersonnavn", String(isPerson)),
  ]);
}

function coded(element: string, { code, name }: codes.Code): XmlElement {
  return holding(element, [...leaf("k:kode", code), ...leaf("k:beskrivelse", name)]);
}

function named(element: string, name: string): XmlElement {
  return holding(element, leaf("k:navn", name));
}

function externalKey(key: string): XmlElement[] {
  return [...leaf("k:fagsystem", SYSTEM), ...leaf("k:noekkel", key)];
}

function shielded({ code, name, law }: Shielding): XmlElement {
  return holding("skjerming", [
    coded("tilgangsrestriksjon", { code, name }),
    ...leaf("skjermingshjemmel", law),
  ]);
}
