import type { FieldName } from "@varde/contract";
import { contentHash, numberKey } from "../alerts/alert-content.rules.ts";
import type { Entry } from "../reading/reading.ts";
import type { SentEntry } from "./registration.rules.ts";

/** An entry as the rules see it: understood values, and the fingerprints they are compared by. */
export function sentEntry({ kind, fields, missing, documentHash }: Entry): SentEntry {
  const values: Partial<Record<FieldName, string>> = {};
  for (const [name, field] of Object.entries(fields)) values[name as FieldName] = field.value;
  return {
    kind,
    values,
    numberKey: numberKey(values.alertNumber),
    contentHash: contentHash(values),
    documentHash,
    missing,
  };
}
