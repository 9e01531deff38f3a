import assert from "node:assert/strict";
import { test } from "node:test";
import { entriesOf, readMail, valuesOf } from "../testing.ts";

const WANTED = {
  alertNumber: "RO-2026-15",
  sendingCountry: "RO",
  surname: "Micu",
  forename: "Edmond",
  birthDate: "1976-07-10",
  profession: "PS",
};
const ONE = { ...WANTED };
const readXml = (xml: string) =>
  readMail([
    { type: "text/plain", content: "See the attachment." },
    { type: "application/xml", content: xml, fileName: "alert.xml" },
  ]);

const SHAPES: Record<string, string> = {
  "elements as labels":
    "<alert><alertNumber>RO-2026-15</alertNumber><sendingCountry>Romania</sendingCountry><familyName>Micu</familyName><givenName>Edmond</givenName><dateOfBirth>1976-07-10</dateOfBirth><profession>Psychologist</profession></alert>",
  "attributes as labels":
    '<alert alert-number="RO-2026-15" sending_country="RO"><person surname="Micu" forename="Edmond" birthDate="10.07.1976" profession="Psychologist"/></alert>',
  "labels as attributes":
    '<form><field label="Nr. alertei">RO-2026-15</field><field label="Țara expeditoare">RO</field><field label="Nume de familie">Micu</field><field label="Prenume">Edmond</field><field label="Data nașterii">10.07.1976</field><field label="Profesia">Psiholog</field></form>',
  "labels and values as attributes":
    '<form><item key="alertNumber" value="RO-2026-15"/><item key="sendingCountry" value="RO"/><item key="surname" value="Micu"/><item key="firstName" value="Edmond"/><item key="birth_date" value="1976-07-10"/><item key="profession" value="Psychologist"/></form>',
  "labels and values as children":
    "<form><row><label>Alert number</label><value>RO-2026-15</value></row><row><label>Sending country</label><value>RO</value></row><row><label>Surname</label><value>Micu</value></row><row><label>Forename</label><value>Edmond</value></row><row><label>Date of birth</label><value>10 July 1976</value></row><row><label>Profession</label><value>Psychologist</value></row></form>",
  "namespaces and nesting":
    '<a:alert xmlns:a="urn:a" xmlns:p="urn:p"><a:alert><a:number>RO-2026-15</a:number></a:alert><a:sending><a:country>RO</a:country></a:sending><p:person><p:name><p:family>Micu</p:family><p:given>Edmond</p:given></p:name><p:birth><p:date>1976-07-10</p:date></p:birth></p:person><a:profession><![CDATA[Psychologist]]></a:profession></a:alert>',
};

for (const [name, xml] of Object.entries(SHAPES)) {
  test(`reads XML with ${name}`, async () => {
    const reading = await readXml(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`);
    assert.equal(entriesOf(reading).length, 1, JSON.stringify(reading.verdict));
    assert.deepEqual(valuesOf(entriesOf(reading)[0]), ONE);
  });
}

test("reads every person block of an XML as an entry, sharing what stands outside", async () => {
  const person = (n: number, name: string) =>
    `<person><caseNumber>SE-2026-${n}</caseNumber><surname>${name}</surname><birthDate>1970-01-0${n}</birthDate></person>`;
  const reading = await readXml(
    `<alert><sendingCountry>SE</sendingCountry><persons>${person(1, "Ek")}${person(2, "Dal")}</persons></alert>`,
  );
  assert.deepEqual(entriesOf(reading).map(valuesOf), [
    { sendingCountry: "SE", alertNumber: "SE-2026-1", surname: "Ek", birthDate: "1970-01-01" },
    { sendingCountry: "SE", alertNumber: "SE-2026-2", surname: "Dal", birthDate: "1970-01-02" },
  ]);
});

test("takes what a message does from an attribute", async () => {
  for (const [action, kind] of [
    ["update", "update"],
    ["withdrawal", "withdrawal"],
    ["new", "alert"],
  ] as const) {
    const reading = await readXml(
      `<alert action="${action}"><surname>Ek</surname><birthDate>1970-01-01</birthDate><profession>Nurse</profession></alert>`,
    );
    assert.equal(entriesOf(reading)[0]?.kind, kind);
  }
});

test("refuses entities and documents cut short", async () => {
  const laughs = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>';
  const outside = '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>';
  for (const [xml, reason] of [
    [laughs, "xmlEntities"],
    [outside, "xmlEntities"],
    ["<a><b>", "brokenAttachment"],
    ["<a>&undefined;</a>", "xmlEntities"],
  ] as const) {
    const { verdict } = await readXml(`<?xml version="1.0"?>${xml}`);
    assert.deepEqual([verdict.outcome, "reason" in verdict && verdict.reason], ["quarantined", reason]);
  }
});
