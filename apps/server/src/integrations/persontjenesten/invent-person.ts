import type { RegisterLine } from "../../demo/index.ts";

interface Entered {
  isValid: boolean;
  validFrom: string | null;
  validTo: string | null;
}

/** A person of the simulated population register, in the shape Persontjenesten answers in. */
export interface SimulatedPerson {
  id: string;
  name: (Entered & { givenName: string; middleName: string | null; familyName: string })[];
  birth: (Entered & { birthDate: string; birthYear: string })[];
  status: (Entered & { status: string })[];
  norwegianIdentificationNumber: (Entered & {
    status: string;
    identificationNumber: string;
    identificationNumberType: string;
  })[];
  death: (Entered & { deceasedDate: string }) | null;
  emigrationFromNorway: (Entered & { emigratedToCountry: string })[];
}

const EARLIER_NAMES = ["Fjellvang", "Bekkelund", "Havstrøm", "Granmo", "Solhaug"];
/** Of how many one has had another name, and one has left the country; whole numbers, so that the same ones do each time. */
const ONE_RENAMED_IN = 9;
const ONE_LEFT_IN = 14;

/** The person behind a line of the invented register of health personnel; nothing without a number, or for a replaced line. */
export function inventPerson({
  hprNummer,
  erstattetAvHprNummer,
  person,
}: RegisterLine): SimulatedPerson | undefined {
  if (person.nin === null || erstattetAvHprNummer !== null) return undefined;
  const born = atMidnight(person.fødselsdato);
  const now: Entered = { isValid: true, validFrom: born, validTo: null };
  const name = { givenName: person.fornavn, middleName: person.mellomnavn, familyName: person.etternavn };
  const renamed = hprNummer % ONE_RENAMED_IN === 0;
  const left = person.dødsdato === null && hprNummer % ONE_LEFT_IN === 0;
  const changedAt = atMidnight(`${Number(person.fødselsdato.slice(0, 4)) + 29}-06-15`);
  const earlier = { isValid: false, validFrom: born, validTo: changedAt };
  return {
    id: `simulated-${hprNummer}`,
    name: renamed
      ? [
          { ...now, validFrom: changedAt, ...name },
          { ...earlier, ...name, familyName: EARLIER_NAMES[hprNummer % EARLIER_NAMES.length]! },
        ]
      : [{ ...now, ...name }],
    birth: [{ ...now, birthDate: born, birthYear: person.fødselsdato.slice(0, 4) }],
    status: [{ ...now, status: person.dødsdato ? "Deceased" : left ? "Emigrated" : "Resident" }],
    norwegianIdentificationNumber: [
      {
        ...now,
        status: "InUse",
        identificationNumber: person.nin,
        identificationNumberType: "NationalIdentityNumber",
      },
    ],
    death: person.dødsdato ? { ...now, deceasedDate: atMidnight(person.dødsdato) } : null,
    emigrationFromNorway: left ? [{ ...now, validFrom: changedAt, emigratedToCountry: "SWE" }] : [],
  };
}

const atMidnight = (day: string): string => `${day}T00:00:00Z`;
