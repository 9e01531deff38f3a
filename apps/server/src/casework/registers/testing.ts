import { writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import type { InventedPerson } from "@varde/linkage/invented";

/** What a test says about a person in an extract; the rest is filled in. */
export interface InventedEntry {
  hprNumber: number;
  forename?: string | null;
  middle?: string | null;
  surname?: string | null;
  birthDate?: string | null;
  nationalId?: string | null;
  professions?: readonly string[];
  basisCountry?: string | null;
  /** Any further content of the answer, over what is made here. */
  more?: Record<string, unknown>;
}

const STAMPS = { sistOppdatert: "2026-10-01T03:00:00", gjelderForDato: "2026-10-01" };

/** One person as the extract of HPR has them. */
export function inventEntry(given: InventedEntry): Record<string, unknown> {
  const { nationalId = null, professions = ["SP"], basisCountry = null } = given;
  return {
    hprNummer: given.hprNumber,
    erstattetAvHprNummer: null,
    person: {
      fornavn: given.forename ?? "Jenny",
      mellomnavn: given.middle ?? null,
      etternavn: given.surname ?? "Lysgaard",
      fødselsdato: given.birthDate ?? "1979-02-15",
      dødsdato: null,
      nin: nationalId,
      manglerNin: nationalId === null,
    },
    godkjenninger: professions.map((verdi) => ({
      helsepersonellkategori: { verdi, navn: null, kodeverk: { id: 9060 } },
      autorisasjon: { verdi: "1", navn: "Autorisasjon", kodeverk: { id: 7704 } },
      periode: { fra: "2012-12-01", til: null },
      konvertertFraLand: basisCountry,
      rekvisisjonsretter: [],
      spesialistgodkjenninger: [],
      tilleggskompetanser: [],
      vilkår: [],
      avsluttetStatus: null,
      administrativeReaksjoner: [],
    })),
    administrativeReaksjoner: [],
    ...STAMPS,
    ...given.more,
  };
}

/** An invented person of the linkage engine as the extract of HPR has them. */
export function entryOf(person: InventedPerson): Record<string, unknown> {
  const [forename = null, ...middle] = person.forenames;
  return inventEntry({
    hprNumber: Number(person.id),
    forename,
    middle: middle.join(" ") || null,
    surname: person.surnames.join(" "),
    birthDate: person.birthDate,
    nationalId: person.nationalIds.find(({ country }) => country === "NO")?.number ?? null,
    professions: person.professions,
    basisCountry: person.nationality === "NO" ? null : person.nationality,
  });
}

/** Writes an extract: entries become JSON, strings stand as they are; packed where the name ends in `.gz`. */
export async function writeExtract(
  path: string,
  lines: Iterable<Record<string, unknown> | string>,
): Promise<void> {
  const text = Array.from(lines, (line) => (typeof line === "string" ? line : JSON.stringify(line))).join(
    "\n",
  );
  await writeFile(path, path.endsWith(".gz") ? gzipSync(text) : `${text}\n`);
}
