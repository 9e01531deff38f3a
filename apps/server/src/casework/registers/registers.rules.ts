import { maskIdentityNumber } from "@varde/contract/identity-numbers";
import type { RegisterPersonView } from "@varde/contract/registers";
import { basisCountryOf, type HprAuthorisation, type HprEntry } from "./loading/hpr-entry.ts";
import type { MirroredPerson } from "./loading/parse-line.ts";

/** What the mirror holds of a person before a line about them is taken in. */
export interface StoredPerson {
  hprNumber: number;
  entryHash: string;
  forename: string | null;
  middle: string | null;
  surname: string | null;
  earlierNames: string[];
  removed: boolean;
}

/** A person to be written, with every name they have carried in earlier loads. */
export type PersonToWrite = MirroredPerson & { earlierNames: string[] };

export interface BatchPlan {
  /** New people, and people who come back after having been gone. */
  added: PersonToWrite[];
  changed: PersonToWrite[];
  unchanged: number;
}

/** Decides what a batch of an extract changes in the mirror. Pure; each person stands once in `people`. */
export function planBatch(
  people: readonly MirroredPerson[],
  stored: ReadonlyMap<number, StoredPerson>,
): BatchPlan {
  const plan: BatchPlan = { added: [], changed: [], unchanged: 0 };
  for (const person of people) {
    const before = stored.get(person.hprNumber);
    const toWrite = { ...person, earlierNames: before ? earlierNamesAfter(before, person) : [] };
    if (!before || before.removed) plan.added.push(toWrite);
    else if (before.entryHash !== person.entryHash) plan.changed.push(toWrite);
    else plan.unchanged += 1;
  }
  return plan;
}

type Named = Pick<MirroredPerson, "forename" | "middle" | "surname">;

/** A name as written in one line, "" where the register has none. */
export function fullName({ forename, middle, surname }: Named): string {
  return [forename, middle, surname].filter(Boolean).join(" ");
}

function earlierNamesAfter(before: StoredPerson, now: Named): string[] {
  const [old, current] = [fullName(before), fullName(now)];
  const carried = old === "" ? before.earlierNames : [...before.earlierNames, old];
  return [...new Set(carried)].filter((name) => name !== current);
}

/** More than this share of the register vanishing at once is rather a broken extract than so many people gone. */
export const SUSPICIOUS_SHARE_GONE = 0.2;

export type RemovalVerdict =
  | { remove: true }
  | { remove: false; failure: "tooManyWouldVanish" | "someLinesWithoutNumber" };

/**
 * Whether people missing from a full extract may be marked as removed. A person wrongly removed is one whom no alert
 * finds any more, so doubt keeps them: too many gone at once, or lines so broken that nobody knows whom they were about.
 */
export function judgeRemoval(counts: {
  gone: number;
  people: number;
  linesWithoutNumber: number;
  force: boolean;
}): RemovalVerdict {
  if (counts.gone === 0 || counts.force) return { remove: true };
  if (counts.gone > counts.people * SUSPICIOUS_SHARE_GONE)
    return { remove: false, failure: "tooManyWouldVanish" };
  if (counts.linesWithoutNumber > 0) return { remove: false, failure: "someLinesWithoutNumber" };
  return { remove: true };
}

/** An identity number with the birth date alone left readable: "158299*****". */
export function maskNationalId(number: string | null): string | null {
  return number && maskIdentityNumber(number);
}

/** The authorisations of an entry as they stand on a calendar day ("2026-11-22"). */
export function authorisationsOn(entry: HprEntry, day: string): RegisterPersonView["authorisations"] {
  return entry.godkjenninger.map((authorisation) => ({
    profession: authorisation.helsepersonellkategori?.verdi ?? "",
    status: isRunning(authorisation, day) ? "active" : "ended",
    from: authorisation.periode?.fra ?? null,
    until: authorisation.periode?.til ?? null,
    basisCountry: basisCountryOf(authorisation) ?? null,
    prescribing: authorisation.rekvisisjonsretter.some((right) => isRunning(right, day)),
    specialties: specialtiesOn(authorisation, day),
    conditions: authorisation.vilkår.filter((condition) => isRunning(condition, day)).length,
  }));
}

type Lasting = Pick<HprAuthorisation, "periode" | "avsluttetStatus">;

/** The register has no status field: something runs while its period does and nobody has ended it. */
function isRunning({ periode: period, avsluttetStatus: ended }: Lasting, day: string): boolean {
  if (ended?.verdi || ended?.navn) return false;
  return (period?.fra ?? day) <= day && day <= (period?.til ?? day);
}

function specialtiesOn(authorisation: HprAuthorisation, day: string): string[] {
  return authorisation.spesialistgodkjenninger
    .filter((specialty) => isRunning(specialty, day))
    .map(
      ({ type, spesialitet }) => spesialitet?.navn ?? type?.navn ?? spesialitet?.verdi ?? type?.verdi ?? "",
    )
    .filter((name) => name !== "");
}
