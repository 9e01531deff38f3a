import type { App } from "../../../apps/server/src/platform/http/index.ts";
import { openApiOf } from "../../../apps/server/src/platform/http/index.ts";
import type { Lookup, Schema } from "./arbitrary-of.ts";

/** One operation of the interface, with the schemas of what it takes. */
export interface Operation {
  /** Upper case. */
  readonly method: string;
  /** With `{parameters}` in braces. */
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  /** Of a JSON body; nothing where it takes none, or files. */
  readonly body?: Schema;
}

interface Described {
  readonly parameters?: Operation["parameters"];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Every operation an app describes, and how its references are looked up. */
export function operationsOf(app: App): { operations: Operation[]; lookup: Lookup } {
  const { paths, components } = JSON.parse(JSON.stringify(openApiOf(app))) as Description;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]): Operation => {
      const body = requestBody?.content["application/json"]?.schema;
      return { method: method.toUpperCase(), path, parameters, ...(body && { body }) };
    }),
  );
  const lookup: Lookup = (ref) => {
    const name = ref.slice(ref.lastIndexOf("/") + 1);
    const schema = components.schemas[name];
    if (!schema) throw new Error(`${ref} points nowhere`);
    return schema;
  };
  return { operations, lookup };
}
