import { createHash } from "node:crypto";
import { type AlertEntry, FIELD_NAMES } from "@varde/contract";
import type { Entry, FieldReading } from "../reading/reading.ts";

/** The part of a message that an officer's own words are said to stand in. */
export const OFFICER_PART = "officer";

/**
 * An entry as an officer gives it. What agrees with the reading keeps its place in the message; the rest is the
 * officer's own. `missing` tells what is mandatory and not given.
 */
export function enteredEntry(entry: AlertEntry, read?: Entry): Entry {
  const fields: Entry["fields"] = {};
  for (const name of FIELD_NAMES) {
    const value = entry[name];
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

function missingIn(fields: Entry["fields"]): Entry["missing"] {
  const missing: Entry["missing"] = [];
  if (!fields.surname && !fields.forename) missing.push("name");
  if (!fields.birthDate && !fields.nationalId) missing.push("birthDateOrIdentityNumber");
  return missing;
}

function ownWords(label: string, value: string): FieldReading {
  return { value, raw: value, from: { part: OFFICER_PART, label } };
}
