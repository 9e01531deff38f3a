import { createHash } from "node:crypto";
import type { EntryKind, FieldName } from "@varde/contract";
import type { Entry } from "./reading/reading.ts";

type Given = Partial<Record<FieldName, string | undefined>> & {
  kind?: EntryKind;
  missing?: Entry["missing"];
};

const INVENTED: Partial<Record<FieldName, string>> = {
  alertNumber: "SE-2026-1",
  sendingCountry: "SE",
  surname: "Lindqvist",
  forename: "Sara Elin",
  birthDate: "1967-05-09",
  profession: "SP",
  measure: "Withdrawal of licence",
  decisionDate: "2026-02-14",
};

/** An entry about an invented person as reading would give it; an undefined field is one the sender left out. */
export function inventEntry({ kind = "alert", missing = [], ...given }: Given = {}): Entry {
  const values = Object.entries({ ...INVENTED, ...given }).filter(([, value]) => value !== undefined);
  const fields = Object.fromEntries(
    values.map(([name, value], index) => [
      name,
      { value: String(value), raw: String(value), from: { part: "1", line: index + 1, label: name } },
    ]),
  );
  const documentHash = createHash("sha256").update(JSON.stringify(values)).digest("hex");
  return { kind, fields, problems: [], missing, documentHash };
}
