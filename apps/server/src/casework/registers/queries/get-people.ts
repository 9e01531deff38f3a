import type { RegisterPersonView } from "@varde/contract/registers";
import type { PersonRecord } from "@varde/linkage";
import type { Kysely } from "kysely";
import { hprEntry } from "../loading/hpr-entry.ts";
import { authorisationsOn, maskNationalId } from "../registers.rules.ts";
import { type PersonToLink, pageOfChanges, pageOfPeople, readPeople } from "../registers.sql.ts";

const PEOPLE_PER_PAGE = 5000;

/**
 * The people with these HPR numbers as officers see them, authorisations as they stand at `at`, identity numbers masked
 * unless they have been opened. Numbers the mirror has never held are absent from the answer; people since removed are in it.
 */
export async function getPeople(
  db: Kysely<unknown>,
  hprNumbers: readonly number[],
  at: Date,
  { numbersOpen = false } = {},
): Promise<Map<number, RegisterPersonView>> {
  const day = norwegianDay(at);
  const people = hprNumbers.length === 0 ? [] : await readPeople(db, hprNumbers);
  return new Map(
    people.map(({ entry, ...person }) => [
      person.hprNumber,
      {
        ...person,
        nationalId: numbersOpen ? person.nationalId : maskNationalId(person.nationalId),
        authorisations: authorisationsOn(hprEntry.parse(entry), day),
      },
    ]),
  );
}

/** "2026-11-22" in Norway at an instant. */
function norwegianDay(at: Date): string {
  return at.toLocaleDateString("sv-SE", { timeZone: "Europe/Oslo" });
}

/** Everybody now in the register as the linkage engine takes them, in order of HPR number, in constant memory. */
export async function* streamPeople(db: Kysely<unknown>): AsyncGenerator<PersonRecord> {
  for (let after = 0; ; ) {
    const page = await pageOfPeople(db, after, PEOPLE_PER_PAGE);
    for (const person of page) yield linkageRecord(person);
    if (page.length < PEOPLE_PER_PAGE) return;
    after = page.at(-1)?.hprNumber ?? after;
  }
}

/** A change of the register: who, and as what they stand now (`null` where they are gone). */
export interface RegisterChange {
  /** Number of the change; later ones are greater. */
  version: number;
  loadId: number;
  id: string;
  person: PersonRecord | null;
}

/** Who has changed after a version of the register, oldest change first, in constant memory. */
export async function* streamChanges(db: Kysely<unknown>, after: number): AsyncGenerator<RegisterChange> {
  for (let from = after; ; ) {
    const page = await pageOfChanges(db, from, PEOPLE_PER_PAGE);
    for (const { version, loadId, hprNumber, person } of page)
      yield { version, loadId, id: String(hprNumber), person: person && linkageRecord(person) };
    if (page.length < PEOPLE_PER_PAGE) return;
    from = page.at(-1)?.version ?? from;
  }
}

/**
 * The HPR number is no registration number to compare by: it has the shape of other countries' numbers, and an alert
 * gives the sender's.
 */
function linkageRecord(person: PersonToLink): PersonRecord {
  const { hprNumber, forename, middle, surname, birthDate, nationalId, professions, earlierNames } = person;
  return {
    id: String(hprNumber),
    forenames: [forename, middle].filter((name) => name !== null),
    surnames: surname === null ? [] : [surname],
    earlierNames,
    ...(birthDate === null ? {} : { birthDate }),
    professions,
    ...(nationalId === null ? {} : { nationalIds: [{ country: "NO", number: nationalId }] }),
  };
}
