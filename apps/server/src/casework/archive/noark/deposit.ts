import { join } from "node:path";
import { archiveDay } from "../archive-days.ts";
import { archiveId } from "../archive-ids.ts";
import type { XmlWriter } from "../xml/write-xml.ts";
import { holding, leaf } from "../xml/xml-element.ts";

const STRUCTURE = "http://www.arkivverket.no/standarder/noark5/arkivstruktur";
const CATALOGUE = "http://www.arkivverket.no/standarder/noark5/metadatakatalog";
const SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

/** Whose archive is deposited, and what it covers. */
export interface Deposit {
  /** The authority that made the archive; its organisation number, or another name that is its own. */
  readonly creator: { readonly id: string; readonly name: string };
  /** The first instant a case in it was opened and the last one was closed (ISO 8601). */
  readonly from: string;
  readonly until: string;
  readonly by: string;
}

/** Begins arkivstruktur.xml (Noark 5 v5.0): what is written next are the case folders; `closeDeposit` ends it. */
export function openDeposit(xml: XmlWriter, { creator, from, until, by }: Deposit): void {
  const lifetime = [
    ...leaf("opprettetDato", from),
    ...leaf("opprettetAv", by),
    ...leaf("avsluttetDato", until),
    ...leaf("avsluttetAv", by),
  ];
  xml.open("arkiv", { xmlns: STRUCTURE, "xmlns:k": CATALOGUE, "xmlns:xsi": SCHEMA_INSTANCE });
  xml.write([
    ...leaf("systemID", archiveId("archive", creator.id, from)),
    ...leaf("tittel", "Varsler fra utlandet om helsepersonell"),
    ...leaf("arkivstatus", "Avsluttet"),
    ...leaf("dokumentmedium", "Elektronisk arkiv"),
    ...lifetime,
    holding("arkivskaper", [...leaf("arkivskaperID", creator.id), ...leaf("arkivskaperNavn", creator.name)]),
  ]);
  xml.open("arkivdel");
  xml.write([
    ...leaf("systemID", archiveId("archive", creator.id, from, "series")),
    ...leaf("tittel", "Avsluttede saker"),
    ...leaf("arkivdelstatus", "Avsluttet periode"),
    ...leaf("dokumentmedium", "Elektronisk arkiv"),
    ...lifetime,
    ...leaf("arkivperiodeStartDato", archiveDay(from)),
    ...leaf("arkivperiodeSluttDato", archiveDay(until)),
  ]);
}

/** Ends what `openDeposit` began. */
export function closeDeposit(xml: XmlWriter): void {
  xml.close();
  xml.close();
  xml.end();
}

/** Where the documents of a case stand in a deposit, below its root. */
export function depositFolder(root: string, caseNumber: string): string {
  return join(root, "dokumenter", caseNumber);
}
