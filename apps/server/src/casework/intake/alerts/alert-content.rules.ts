import { createHash } from "node:crypto";
import { FIELD_NAMES, type FieldName } from "@varde/contract";

/** The understood values of an entry or version; a field that was not given is absent. */
export type AlertValues = Readonly<Partial<Record<FieldName, string>>>;

const COMPARED_WITHOUT_PUNCTUATION: ReadonlySet<FieldName> = new Set([
  "alertNumber",
  "nationalId",
  "registrationNumber",
]);

/** The form in which alert numbers are compared: capitals, without spaces and punctuation ("se-2026/12" is "SE202612"). */
export function numberKey(alertNumber: string | undefined): string | null {
  const key = alertNumber
    ?.normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  return key ? key : null;
}

/**
 * The fingerprint (SHA-256, hex) of what an entry says, also about which alert it changes. Equal for two containers that
 * say the same: compares understood values, without regard to case, spacing and compatibility forms of letters.
 */
export function contentHash(values: AlertValues, reference: string | null): string {
  const said = [...FIELD_NAMES.map((name) => normalise(name, values[name])), reference ?? ""];
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

function normalise(name: FieldName, value: string | undefined): string {
  if (value === undefined) return "";
  if (COMPARED_WITHOUT_PUNCTUATION.has(name)) return numberKey(value) ?? "";
  return value.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/**
 * Whether two contents cannot be about the same person: no name in common *and* incompatible birth dates.
 * One of the two alone is no contradiction, since people marry and dates are mistyped.
 */
export function contradictsPerson(a: AlertValues, b: AlertValues): boolean {
  if (!a.surname || !b.surname || !a.birthDate || !b.birthDate) return false;
  return !shareName(a, b) && !compatibleDates(a.birthDate, b.birthDate);
}

/** Whether two contents can come from the same country: equal, or not said by one of them. */
export function compatibleCountries(a: string | null | undefined, b: string | null | undefined): boolean {
  return !a || !b || a === b;
}

function shareName(a: AlertValues, b: AlertValues): boolean {
  const ofB = nameWords(b);
  return [...nameWords(a)].some((word) => ofB.has(word));
}

// Surname and forename are often swapped, so a name in common anywhere counts.
function nameWords({ surname, forename, earlierNames }: AlertValues): Set<string> {
  const plain = [surname, forename, earlierNames]
    .filter((name) => name !== undefined)
    .join(" ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
  return new Set(plain.split(/[^\p{L}]+/u).filter((word) => word.length > 1));
}

// "1967" and "1967-05" fit every full date they begin.
function compatibleDates(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
