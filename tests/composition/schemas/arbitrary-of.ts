import fc from "fast-check";

/** A part of an OpenAPI 3.1 description: JSON Schema as the contract gives it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** Finds what a `$ref` points to. */
export type Lookup = (ref: string) => Schema;

const MOST_ITEMS = 3;
const LONGEST = 40;
const LETTERS = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzæøå0123456789");

/** Values that fit a schema, as somebody who means no harm would send them. */
export function arbitraryOf(schema: Schema, lookup: Lookup): fc.Arbitrary<unknown> {
  const inner = (one: Schema) => arbitraryOf(one, lookup);
  if (schema.$ref) return inner(lookup(schema.$ref));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(inner));
  if (schema.allOf)
    return fc.tuple(...schema.allOf.map(inner)).map((parts) => Object.assign({}, ...(parts as object[])));
  return byType(schema, inner);
}

function byType(schema: Schema, inner: (one: Schema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const make = BY_TYPE[schema.type ?? ""];
  return make ? make(schema, inner) : fc.jsonValue({ maxDepth: 2 });
}

type Make = (schema: Schema, inner: (one: Schema) => fc.Arbitrary<unknown>) => fc.Arbitrary<unknown>;

const BY_TYPE: Readonly<Record<string, Make>> = {
  object: objectOf,
  array: ({ minItems = 0, maxItems = MOST_ITEMS, items = {} }, inner) =>
    fc.array(inner(items), {
      minLength: minItems,
      maxLength: Math.max(minItems, Math.min(maxItems, MOST_ITEMS)),
    }),
  string: textOf,
  integer: numberOf,
  number: numberOf,
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
};

const GREATEST = 1000;

function numberOf({ exclusiveMinimum, minimum, maximum = GREATEST }: Schema): fc.Arbitrary<number> {
  const least = exclusiveMinimum === undefined ? minimum : exclusiveMinimum + 1;
  return fc.integer({ min: Math.max(least ?? -GREATEST, -GREATEST), max: Math.min(maximum, GREATEST) });
}

function objectOf(schema: Schema, inner: (one: Schema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const { properties, required = [], additionalProperties } = schema;
  if (properties) {
    const model = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, inner(one)]));
    return fc.record(model, { requiredKeys: required.filter((name) => name in model) });
  }
  const values = typeof additionalProperties === "object" ? inner(additionalProperties) : fc.string();
  return fc.dictionary(fc.string({ unit: LETTERS, minLength: 1, maxLength: 8 }), values, { maxKeys: 3 });
}

function textOf({ format, pattern, minLength = 0, maxLength = LONGEST }: Schema): fc.Arbitrary<string> {
  const day = { min: new Date("1950-01-01"), max: new Date("2030-01-01"), noInvalidDate: true };
  if (format === "uuid") return fc.uuid({ version: 4 });
  if (format === "date-time") return fc.date(day).map((date) => date.toISOString());
  if (format === "date") return fc.date(day).map((date) => date.toISOString().slice(0, 10));
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  const most = Math.max(minLength, Math.min(maxLength, LONGEST));
  return fc.string({ unit: LETTERS, minLength, maxLength: most });
}
