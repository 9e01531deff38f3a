import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MigrationRefused } from "./migration-refused.ts";
import type { AppliedMigration } from "./migrations.sql.ts";

/** A migration as it is shipped. */
export interface Migration extends AppliedMigration {
  readonly text: string;
}

/** The migrations of this release. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL("../../../../../../db/migrations", import.meta.url));

const FILE_NAME = /^(\d{4})_([a-z0-9_]+)\.sql$/;

/** The migrations in a folder, by number. Gaps are allowed; two of one number, or a file named otherwise, are not. */
export function readMigrations(folder = MIGRATIONS_FOLDER): Migration[] {
  const migrations = readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => readMigration(folder, file));
  for (const [index, { number, name }] of migrations.entries())
    if (migrations[index - 1]?.number === number)
      throw new MigrationRefused(
        "migrationNumberTwice",
        `Two migrations have the number ${number}: ${migrations[index - 1]!.name} and ${name}. Give one of them the next free number.`,
      );
  return migrations;
}

function readMigration(folder: string, file: string): Migration {
  const [, number, name] = FILE_NAME.exec(file) ?? [];
  if (!number || !name)
    throw new MigrationRefused(
      "migrationMisnamed",
      `The file ${file} in the migrations is not named NNNN_what_it_does.sql.`,
    );
  const text = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n");
  return { number: Number(number), name, text, checksum: createHash("sha256").update(text).digest("hex") };
}
