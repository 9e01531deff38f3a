import { type CaseAct, type CaseActName, caseAct } from "@varde/contract/cases";

/** How a field is written: `facts` are named texts, `source` is a document of the case with a place in it. */
export type FieldKind =
  | "text"
  | "longText"
  | "day"
  | "choice"
  | "number"
  | "yesNo"
  | "list"
  | "facts"
  | "source";

/** A field of an act's form, as the contract describes it. */
export interface ActField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly optional: boolean;
  /** Codes to choose among; empty where the case or the organisation says what there is. */
  readonly options: readonly string[];
}

/** What somebody has written in a form, by field. Lists hold a line for each, a yes or no "yes" or "no". */
export type Written = Readonly<Record<string, string>>;

/** An act as written, or the code of what is wrong by field. */
export type ReadAct =
  | { readonly act: CaseAct; readonly faults?: undefined }
  | { readonly act?: undefined; readonly faults: Written };

/** What is known of a schema without knowing its kind. */
interface Described {
  readonly def: { readonly type: string; readonly innerType?: Described };
  readonly options?: readonly string[];
  readonly maxLength?: number | null;
  readonly format?: string | null;
}

const LONGEST_LINE = 300;
const SCHEMAS = new Map(caseAct.options.map((schema) => [schema.shape.act.value as CaseActName, schema]));

function schemaOf(act: CaseActName) {
  const schema = SCHEMAS.get(act);
  if (!schema) throw new Error(`The contract knows no act ${act}`);
  return schema;
}

/** Whether the contract knows an act of this name. */
export const isAct = (name: string): name is CaseActName => SCHEMAS.has(name as CaseActName);

/** The fields of an act, in the order of the contract. */
export function fieldsOf(act: CaseActName): readonly ActField[] {
  return Object.entries(schemaOf(act).shape)
    .filter(([name]) => name !== "act")
    .map(([name, schema]) => fieldOf(name, schema as Described));
}

function fieldOf(name: string, schema: Described, optional = false): ActField {
  const { type, innerType } = schema.def;
  if (innerType) return fieldOf(name, innerType, true);
  return {
    name,
    kind: kindOf(type, schema),
    optional,
    options: type === "enum" ? (schema.options ?? []) : [],
  };
}

function kindOf(type: string, { format, maxLength }: Described): FieldKind {
  if (type === "enum" || format === "uuid") return "choice";
  if (type === "number") return "number";
  if (type === "boolean") return "yesNo";
  if (type === "array") return "list";
  if (type === "record") return "facts";
  if (type === "object") return "source";
  if (format === "date") return "day";
  return (maxLength ?? 0) > LONGEST_LINE ? "longText" : "text";
}

/** Reads what was written as an act of the contract; `preset` holds what the page already knows. */
export function readAct(
  act: CaseActName,
  written: Written,
  preset: Readonly<Record<string, unknown>>,
): ReadAct {
  const given = Object.fromEntries(
    fieldsOf(act)
      .map((field) => [field.name, readField(field, written)])
      .filter(([, value]) => value !== undefined),
  );
  const read = schemaOf(act).safeParse({ ...given, ...preset, act });
  if (read.success) return { act: read.data };
  const faults = read.error.issues.map(({ path, message, code }): [string, string] => [
    String(path[0]),
    code === "invalid_type" || code === "invalid_value" ? "missing" : message,
  ]);
  return { faults: Object.fromEntries(faults) };
}

const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function readField({ name, kind }: ActField, written: Written): unknown {
  const text = written[name]?.trim() ?? "";
  if (kind === "list") return lines(text);
  if (kind === "facts") return readFacts(name, written);
  if (text === "") return undefined;
  if (kind === "number") return Number(text);
  if (kind === "yesNo") return text === "yes";
  if (kind !== "source") return text;
  const [source, id] = text.split(":");
  const place = written[`${name}.place`]?.trim();
  return { kind: source, id: Number(id), place: place || null };
}

function readFacts(name: string, written: Written): Readonly<Record<string, string>> {
  const start = `${name}.`;
  return Object.fromEntries(
    Object.entries(written)
      .filter(([key, text]) => key.startsWith(start) && text.trim() !== "")
      .map(([key, text]) => [key.slice(start.length), text.trim()]),
  );
}
