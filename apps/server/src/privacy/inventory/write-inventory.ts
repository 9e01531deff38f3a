/** Writes docs/privacy/data-inventory.md from the schema as the migrations make it; a test keeps it up to date. */
import { writeFileSync } from "node:fs";
import { createTestDatabase } from "../../platform/testing/index.ts";
import { describedColumns } from "./columns.sql.ts";
import { dataInventory } from "./render-inventory.ts";

const opened = new AsyncDisposableStack();
try {
  const { app } = await createTestDatabase({ after: (clean) => opened.defer(clean) });
  const file = new URL("../../../../../docs/privacy/data-inventory.md", import.meta.url);
  writeFileSync(file, dataInventory(await describedColumns(app)));
} finally {
  await opened.disposeAsync();
}
