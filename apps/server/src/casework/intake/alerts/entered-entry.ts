import { createHash } from "node:crypto";
import { type AlertEntry, FIELD_NAMES, isMaskedNumber } from "@varde/contract";
import { invalid, type Refusal } from "../../../platform/rules/refusal.ts";
import type { Entry, FieldReading } from "../reading/reading.ts";
import { unmaskNumber } from "./mask-numbers.ts";

/** The part of a message that an officer's own words are said to stand in. */
export const OFFICER_PART = "officer";

/**
 * An entry as an officer gives it. What agrees with the reading keeps its place in the message; the rest is the
 * officer's own; a masked identity number left standing is the one that was read. `missing` tells what is mandatory
 * and not given.
 */
export function enteredEntry(entry: AlertEntry, read?: Entry): Entry {
  const fields: Entry["fields"] = {};
  for (const name of FIELD_NAMES) {
    const value = name === "nationalId" ? unmaskNumber(entry.nationalId, read) : entry[name];
    if (!value) continue;
    const before = read?.fields[name];
    fields[name] = before?.value === value ? before : ownWords(name, value);
  }
  return {
    kind: entry.kind,
    fields,
    problems: [],
    missing: missingIn(fields),
    documentHash: createHash("sha256")
      .update(JSON.stringify([OFFICER_PART, entry]))
      .digest("hex"),
  };
}

/** Why entries cannot be accepted: one lacks what is mandatory, or holds a masked number that masks none that was read. */
export function refuseEntries(entries: readonly Entry[]): Refusal | undefined {
  for (const [index, { fields, missing }] of entries.entries()) {
    if (missing.length > 0)
      return invalid("missingMandatory", { entry: index + 1, missing: missing.join(",") });
    if (isMaskedNumber(fields.nationalId?.value ?? ""))
      return invalid("identityNumberMasked", { entry: index + 1 });
  }
  return undefined;
}

function missingIn(fields: Entry["fields"]): Entry["missing"] {
  const missing: Entry["missing"] = [];
  if (!fields.surname && !fields.forename) missing.push("name");
  if (!fields.birthDate && !fields.nationalId) missing.push("birthDateOrIdentityNumber");
  return missing;
}

function ownWords(label: string, value: string): FieldReading {
  return { value, raw: value, from: { part: OFFICER_PART, label } };
}
