import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test, { after } from "node:test";
import { createTestDatabase } from "../../platform/testing/index.ts";
import { type DescribedColumn, describedColumns } from "./columns.sql.ts";
import { contentOf, isUnclassified, sensitivityOf } from "./personal-columns.rules.ts";
import { activitiesOf, getActivity } from "./processing-activities.ts";
import { dataInventory } from "./render-inventory.ts";

const { app } = await createTestDatabase({ after });
const columns = await describedColumns(app);
const nameOf = ({ table, column }: DescribedColumn) => `${table}.${column}`;

test("docs/privacy/data-inventory.md says what the comments of the schema say", () => {
  const file = new URL("../../../../../docs/privacy/data-inventory.md", import.meta.url);
  assert.equal(
    readFileSync(file, "utf8"),
    dataInventory(columns),
    "Run: node apps/server/src/privacy/inventory/write-inventory.ts",
  );
});

test("every column that looks personal says whether it is: Personal: …, Personal, restricted: … or Not personal: …", () => {
  assert.deepEqual(columns.filter(isUnclassified).map(nameOf), []);
});

test("every table with personal data is used for exactly one thing, with purpose, legal basis and retention", () => {
  const tables = new Set(columns.filter((one) => sensitivityOf(one) !== "none").map(({ table }) => table));
  const astray = [...tables].filter((table) => activitiesOf(table).length !== 1);
  assert.deepEqual(astray, [], "Name them in processing-activities.ts");
  assert.throws(() => getActivity("nothing"));
});

test("a column is known to be personal by how its comment begins", () => {
  assert.deepEqual(
    ["Personal: name", "Personal, restricted: number", "Personally chosen", null].map((comment) =>
      sensitivityOf({ column: "held", comment }),
    ),
    ["personal", "restricted", "none", "none"],
  );
  assert.equal(sensitivityOf({ column: "given_by", comment: null }), "personal");
  assert.equal(contentOf({ column: "given_by", comment: null }), "who did it");
  assert.equal(contentOf({ column: "birth_date", comment: "Personal" }), "birth date");
});
