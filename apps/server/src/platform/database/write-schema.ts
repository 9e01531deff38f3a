/** Writes db/schema.sql from a database that the migrations have just made. Run it after adding a migration. */
import { writeFileSync } from "node:fs";
import { createTestDatabase } from "../testing/index.ts";
import { SCHEMA_FILE, schemaText } from "./schema/schema-text.ts";

const cleaning: (() => Promise<void>)[] = [];
const db = await createTestDatabase({ after: (clean) => cleaning.push(clean) });
try {
  writeFileSync(SCHEMA_FILE, await schemaText(db));
} finally {
  for (const clean of cleaning) await clean();
}
