import type { Entry, FieldName, FieldReading, Part } from "../reading.ts";
import { fold } from "../vocabulary/fold.ts";
import { addProblem, missingOf } from "./build-entry.ts";

/** An entry and where it stands among the containers of its message. */
export interface PlacedEntry {
  entry: Entry;
  container: Part["kind"];
  part: string;
  /** Which of the messages within the part it stands in: the covering one first, those it forwards or quotes after. */
  place: number;
  /** It stands in a list of people. */
  listed: boolean;
}

const SURE: readonly FieldName[] = ["surname", "birthDate", "nationalId", "alertNumber"];

/** Fields that make an entry worth an officer's eye even when little else could be read. */
const TELLING: readonly FieldName[] = ["alertNumber", "surname", "forename", "birthDate", "nationalId"];

/**
 * Whether an entry holds enough to be about somebody: three fields, one of them a number, a name or a birth date.
 * In a list of people two are enough, so that no row is lost.
 */
export function isEntry({ fields, problems }: Entry, listed = false): boolean {
  const known = new Set([...Object.keys(fields), ...problems.map(({ field }) => field)]);
  const fixed = Object.values(fields).filter(({ from }) => from.label === "").length;
  return known.size - fixed >= (listed ? 2 : 3) && TELLING.some((name) => known.has(name));
}

/** Whether anything in an entry names a person or an alert, be it ever so little. */
export function hasTrace({ fields }: Entry): boolean {
  return TELLING.some((name) => fields[name]);
}

/**
 * Makes one entry of those that tell of the same alert in several containers. The container highest in `trust` wins,
 * then the richest; the others fill what it lacks, and a differing value is a problem. Fragments only fill.
 */
export function mergeEntries(placed: readonly PlacedEntry[], trust: readonly Part["kind"][]): Entry[] {
  const rank = ({ container }: PlacedEntry) =>
    (trust.indexOf(container) + trust.length + 1) % (trust.length + 1);
  const whole = placed.filter(({ entry, listed }) => isEntry(entry, listed));
  const fragments = placed.filter(({ entry, listed }) => !isEntry(entry, listed));
  const ordered = whole.toSorted(
    (a, b) =>
      Number(a.entry.missing.length > 0) - Number(b.entry.missing.length > 0) ||
      rank(a) - rank(b) ||
      (a.part === b.part ? a.place - b.place : richness(b) - richness(a)),
  );
  const merged: PlacedEntry[] = [];
  for (const next of ordered) {
    const same = merged.find(
      (kept) =>
        (kept.part !== next.part || kept.place !== next.place) && isSameAlert(kept.entry, next.entry, whole),
    );
    if (same) fill(same.entry, next.entry, true);
    else merged.push(next);
  }
  for (const { entry } of fragments) {
    for (const kept of merged) if (!contradicts(kept.entry, entry)) fill(kept.entry, entry, false);
  }
  const kept = new Set(merged);
  const inOrder = whole.filter((one) => kept.has(one)).map(({ entry }) => entry);
  for (const entry of inOrder) entry.missing = missingOf(entry);
  return inOrder;
}

function richness({ entry }: PlacedEntry): number {
  return Object.keys(entry.fields).length;
}

function text(reading: FieldReading | undefined): string {
  return fold(reading?.value ?? "");
}

function isSameAlert(a: Entry, b: Entry, all: readonly PlacedEntry[]): boolean {
  const numberA = text(a.fields.alertNumber);
  const numberB = text(b.fields.alertNumber);
  if (numberA && numberB) return numberA === numberB && !isOtherPerson(a, b);
  const shared = SURE.filter((name) => a.fields[name] && b.fields[name]);
  if (shared.length > 0) return shared.every((name) => text(a.fields[name]) === text(b.fields[name]));
  return all.length === 2;
}

function isOtherPerson(a: Entry, b: Entry): boolean {
  const differs = (name: FieldName) =>
    a.fields[name] && b.fields[name] && text(a.fields[name]) !== text(b.fields[name]);
  return Boolean(differs("surname") && differs("birthDate"));
}

function contradicts(a: Entry, b: Entry): boolean {
  return TELLING.some(
    (name) => a.fields[name] && b.fields[name] && text(a.fields[name]) !== text(b.fields[name]),
  );
}

function fill(entry: Entry, other: Entry, report: boolean): void {
  for (const [name, reading] of Object.entries(other.fields) as [FieldName, FieldReading][]) {
    const present = entry.fields[name];
    if (!present) entry.fields[name] = reading;
    else if (report && text(present) !== text(reading)) {
      addProblem(entry, { field: name, code: "conflicting", raw: reading.raw, from: reading.from });
    }
  }
  if (entry.kind === "alert" && other.kind !== "alert") entry.kind = other.kind;
  entry.relatesTo ??= other.relatesTo;
}
