import { fileURLToPath } from "node:url";
import type { Database } from "../open-database.ts";
import { readCatalogue } from "./catalogue.sql.ts";
import { renderSchema } from "./render-schema.ts";

/** Where the text of the schema is kept. */
export const SCHEMA_FILE = fileURLToPath(new URL("../../../../../../db/schema.sql", import.meta.url));

/** The schema of a database as readable SQL. */
export async function schemaText(db: Pick<Database, "app">): Promise<string> {
  return renderSchema(await readCatalogue(db.app));
}
