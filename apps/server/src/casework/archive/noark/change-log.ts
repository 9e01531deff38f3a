import { archiveId } from "../archive-ids.ts";
import type { ArchivedCase } from "../archived-case.ts";
import type { XmlWriter } from "../xml/write-xml.ts";
import { holding, leaf, type XmlElement } from "../xml/xml-element.ts";

const CHANGE_LOG = "http://www.arkivverket.no/standarder/noark5/endringslogg";
const CATALOGUE = "http://www.arkivverket.no/standarder/noark5/metadatakatalog";

/** Begins endringslogg.xml (Noark 5 v5.0). The schema wants one change at least: write none and it is not valid. */
export function openChangeLog(xml: XmlWriter): void {
  xml.open("endringslogg", { xmlns: CHANGE_LOG, "xmlns:k": CATALOGUE });
}

/** Ends what `openChangeLog` began. */
export function closeChangeLog(xml: XmlWriter): void {
  xml.close();
  xml.end();
}

/** What was changed in the metadata of a case, as entries of the change log. */
export function changesOf({ number, changes }: ArchivedCase): XmlElement[] {
  return changes.map(({ element, from, to, at, by }) =>
    holding("endring", [
      ...leaf("referanseArkivenhet", archiveId(number)),
      ...leaf("referanseMetadata", element),
      ...leaf("endretDato", at),
      ...leaf("endretAv", by),
      ...leaf("tidligereVerdi", from),
      ...leaf("nyVerdi", to),
    ]),
  );
}
