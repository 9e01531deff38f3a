import type { FieldName } from "@varde/contract";
import { contentHash, numberKey } from "../alerts/alert-content.rules.ts";
import type { Entry } from "../reading/reading.ts";
import type { SentEntry } from "./registration.rules.ts";

/** An entry as the rules see it: understood values, and the keys and fingerprints it is compared by. */
export function sentEntry({ kind, fields, relatesTo, missing, documentHash }: Entry): SentEntry {
  const values: Partial<Record<FieldName, string>> = {};
  for (const [name, field] of Object.entries(fields)) values[name as FieldName] = field.value;
  const own = numberKey(values.alertNumber);
  const changed = kind === "alert" ? null : numberKey(relatesTo?.value);
  return {
    kind,
    values,
    numberKey: own,
    reference: changed ?? own,
    contentHash: contentHash(values, changed ?? own),
    documentHash,
    missing,
  };
}
