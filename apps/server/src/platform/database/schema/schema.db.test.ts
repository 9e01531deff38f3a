import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { sql } from "kysely";
import { createTestDatabase } from "../../testing/index.ts";
import { readCatalogue } from "./catalogue.sql.ts";
import { SCHEMA_FILE, schemaText } from "./schema-text.ts";

const db = await createTestDatabase({ after });

test("db/schema.sql is what the migrations make", async () => {
  assert.equal(
    readFileSync(SCHEMA_FILE, "utf8"),
    await schemaText(db),
    "run: node apps/server/src/platform/database/write-schema.ts",
  );
});

test("every schema, table, view and function of Varde says what it is for", async () => {
  const { schemas, relations, functions } = await readCatalogue(db.app);
  const silent = [
    ...schemas.map(({ name, comment }) => ({ name, comment })),
    ...relations.map(({ schema, name, comment }) => ({ name: `${schema}.${name}`, comment })),
    ...functions.map(({ signature, comment }) => ({ name: signature, comment })),
  ].filter(({ comment }) => !comment);
  assert.deepEqual(silent, []);
});

test("the text shows every kind of change to the schema", async () => {
  const changes = [
    sql`create table platform.shown (id int primary key, size int check (size > 0))`,
    sql`alter table platform.shown alter size set default 5`,
    sql`create index shown_size on platform.shown (size)`,
    sql`comment on column platform.shown.size is 'In bytes'`,
    sql`revoke delete on platform.shown from varde_app`,
    sql`create view platform.shown_sizes as select size from platform.shown`,
    sql`select platform.make_insert_only('platform.shown')`,
  ];
  let before = await schemaText(db);
  for (const change of changes) {
    await change.execute(db.owner);
    const text = await schemaText(db);
    assert.notEqual(text, before);
    before = text;
  }
});
