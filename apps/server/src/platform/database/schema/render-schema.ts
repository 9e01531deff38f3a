import type { Catalogue, FunctionObject, RelationObject, SchemaObject } from "./catalogue.sql.ts";

const HEADER = `-- The database of Varde, written from its catalogue by write-schema.ts: for reading and for seeing changes.
-- db/migrations make it. The schema pgboss belongs to the job queue and is not shown.
`;

/** The catalogue as SQL for people: the same catalogue always gives the same text. */
export function renderSchema({ schemas, functions, relations, defaultGrants }: Catalogue): string {
  const parts = schemas.flatMap((schema) => [
    renderSchemaObject(schema),
    ...functions.filter((object) => object.schema === schema.name).map(renderFunction),
    ...relations.filter((object) => object.schema === schema.name).map(renderRelation),
  ]);
  const defaults = defaultGrants.map((granted) => `-- ${granted}\n`).join("");
  return [HEADER, ...parts, `-- Granted by default on what the owner makes\n${defaults}`].join("\n");
}

function renderSchemaObject({ name, comment, grants }: SchemaObject): string {
  return lines(
    `create schema ${name};`,
    commentOn("schema", name, comment),
    ...grantsOn(`schema ${name}`, grants),
  );
}

function renderFunction({ signature, definition, comment }: FunctionObject): string {
  return lines(`${definition.trimEnd()};`, commentOn("function", signature, comment));
}

function renderRelation(relation: RelationObject): string {
  const name = `${relation.schema}.${relation.name}`;
  return lines(
    relation.kind === "table"
      ? renderTable(name, relation)
      : `create ${relation.kind} ${name} as\n${relation.query}`,
    commentOn(relation.kind, name, relation.comment),
    ...relation.columns.map((column) => commentOn("column", `${name}.${column.name}`, column.comment)),
    ...relation.indexes.map((index) => `${index};`),
    ...relation.triggers.map((trigger) => trigger.replace(/( -- \w+)?$/, ";$1")),
    ...relation.policies.map((policy) => `-- ${policy}`),
    ...grantsOn(name, relation.grants),
  );
}

function renderTable(name: string, { columns, constraints, partitioning }: RelationObject): string {
  const inside = [...columns.map(({ definition }) => definition), ...constraints];
  const partition = partitioning ? ` partition by ${partitioning}` : "";
  return `create table ${name} (\n${inside.map((line) => `  ${line}`).join(",\n")}\n)${partition};`;
}

function commentOn(kind: string, name: string, comment: string | null): string | undefined {
  return comment === null ? undefined : `comment on ${kind} ${name} is '${comment.replaceAll("'", "''")}';`;
}

function grantsOn(target: string, grants: readonly string[]): string[] {
  return grants.map((grant) => `grant ${grant.replace(" to ", ` on ${target} to `)};`);
}

function lines(...parts: readonly (string | undefined)[]): string {
  return `${parts.filter((part) => part !== undefined).join("\n")}\n`;
}
