import { idnr } from "@navikt/fnrvalidator";
import type { NationalId, PersonRecord } from "@varde/linkage";

/** What one version of an alert says about the person. */
export interface SaidAboutPerson {
  surname: string | null;
  forename: string | null;
  earlierNames: string | null;
  birthDate: string | null;
  sex: "M" | "F" | "X" | null;
  nationality: string | null;
  nationalId: string | null;
  registrationNumber: string | null;
  profession: string | null;
  sendingCountry: string | null;
}

/**
 * Everything an alert has said about its person up to and with the last of `versions` (oldest first), as the linkage
 * engine is asked: a later version fills and corrects an earlier one, and a name it replaces becomes an earlier name.
 */
export function knownPerson(alertId: number, versions: readonly SaidAboutPerson[]): PersonRecord {
  const newest = <K extends keyof SaidAboutPerson>(field: K): SaidAboutPerson[K] | undefined =>
    versions.findLast((version) => version[field] !== null)?.[field];
  const [surname, forename] = [newest("surname"), newest("forename")];
  const [birthDate, sex, nationality] = [newest("birthDate"), newest("sex"), newest("nationality")];
  const [profession, registrationNumber] = [newest("profession"), newest("registrationNumber")];
  return {
    id: String(alertId),
    forenames: forename ? [forename] : [],
    surnames: surname ? [surname] : [],
    earlierNames: earlierNamesOf(versions, [forename, surname]),
    ...(birthDate && { birthDate }),
    ...(sex && { sex }),
    ...(nationality && { nationality }),
    ...(profession && { professions: [profession] }),
    ...(registrationNumber && { registrationNumbers: [registrationNumber] }),
    nationalIds: nationalIdsOf(newest("nationalId"), nationality ?? newest("sendingCountry")),
  };
}

function earlierNamesOf(
  versions: readonly SaidAboutPerson[],
  present: readonly (string | null | undefined)[],
): string[] {
  const said = versions.flatMap(({ earlierNames, forename, surname }) => [earlierNames, forename, surname]);
  return [...new Set(said)].filter((name) => name !== null && !present.includes(name)) as string[];
}

/** The sender seldom says whose number it is: one that holds as a Norwegian number is Norwegian, else it is from home. */
function nationalIdsOf(number: string | null | undefined, home: string | null | undefined): NationalId[] {
  if (!number) return [];
  const isNorwegian = idnr(number.replace(/\D/g, "")).status === "valid";
  const country = isNorwegian ? "NO" : home;
  return country ? [{ country, number }] : [];
}
