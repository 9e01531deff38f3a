import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Migration } from "./migration-files.ts";
import { pendingMigrations } from "./pending.rules.ts";

const migration = (number: number, text = "select 1"): Migration => ({
  number,
  name: `step_${number}`,
  text,
  checksum: `sum of ${text}`,
});

test("applies what is missing, in the order of the numbers, also in a gap", () => {
  const pending = pendingMigrations(
    [1, 2, 3, 7].map((n) => migration(n)),
    [migration(1), migration(3)],
  );
  assert.deepEqual(
    pending.map(({ number }) => number),
    [2, 7],
  );
});

test("refuses a database that is newer than the code", () => {
  assert.throws(() => pendingMigrations([migration(1)], [migration(1), migration(2)]), {
    name: "MigrationRefused",
    code: "databaseNewerThanCode",
    message: /migration 2 \(step_2\).*newer release/,
  });
});

test("refuses a migration that was changed after it had been applied", () => {
  assert.throws(() => pendingMigrations([migration(1, "select 2")], [migration(1)]), {
    code: "migrationChanged",
  });
});

test("refuses when the file of an applied migration is gone", () => {
  assert.throws(() => pendingMigrations([migration(2)], [migration(1)]), { code: "migrationMissing" });
});

test("applied and pending together are always all that is shipped", () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { maxLength: 20 });
  fc.assert(
    fc.property(numbers, fc.func(fc.boolean()), (all, wasApplied) => {
      const shipped = all.sort((a, b) => a - b).map((number) => migration(number));
      const applied = shipped.filter(({ number }) => wasApplied(number));
      const pending = pendingMigrations(shipped, applied);
      assert.deepEqual(
        [...applied, ...pending].map(({ number }) => number).sort((a, b) => a - b),
        shipped.map(({ number }) => number),
      );
    }),
  );
});
