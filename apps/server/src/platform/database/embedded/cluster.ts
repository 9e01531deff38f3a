import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { DatabaseUnavailable } from "../database-unavailable.ts";
import type { Binaries } from "./binaries.ts";
import type { ServerFolders } from "./folders.ts";
import { giveTo, type RunAs } from "./run-as.ts";
import type { ServerSettings } from "./settings.ts";

/** The superuser of an embedded server; only who may enter its 0700 folder can be it. */
export const EMBEDDED_USER = "varde";

/**
 * Makes the cluster where there is none, in one step for an onlooker, and refuses one of another major version.
 * Sorting is by ICU for Norwegian, so that it is the same on every machine.
 */
export async function prepareCluster(
  folders: ServerFolders,
  binaries: Binaries,
  runAs: RunAs,
  { fsync = "on" }: ServerSettings,
): Promise<void> {
  const { cluster } = folders;
  if (existsSync(cluster)) {
    const major = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
    if (major !== binaries.major)
      throw new DatabaseUnavailable(
        "embeddedOtherMajor",
        `The data in ${folders.root} belong to PostgreSQL ${major}, but version ${binaries.major} is installed. Restore a backup into an empty folder, or run the release of Varde that made them.`,
      );
    return;
  }
  const unfinished = mkdtempSync(join(folders.root, "making-"));
  try {
    giveTo(runAs, folders.root);
    giveTo(runAs, unfinished);
    await initialise(unfinished, binaries, runAs, fsync === "off" ? ["--no-sync"] : []);
    writeFileSync(join(unfinished, "pg_hba.conf"), "local all all trust\n");
    renameSync(unfinished, cluster);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function initialise(folder: string, { initdb }: Binaries, runAs: RunAs, more: string[]): Promise<void> {
  const [program, args] = runAs.command(initdb, [
    `--pgdata=${folder}`,
    `--username=${EMBEDDED_USER}`,
    "--auth=trust",
    "--encoding=UTF8",
    "--locale-provider=icu",
    "--icu-locale=nb-NO",
    "--locale=C",
    "--no-instructions",
    ...more,
  ]);
  const child = spawn(program, args, { ...runAs.ids, stdio: ["ignore", "ignore", "pipe"] });
  const [complaint, status] = await Promise.all([
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => {
      child.once("error", reject).once("close", resolve);
    }),
  ]);
  if (status !== 0)
    throw new DatabaseUnavailable(
      "embeddedNotMade",
      `PostgreSQL could not make its data folder: ${complaint.trim()}. The disk may be full, or the user who runs Varde may not reach the folder; set VARDE_DATA to another place, or DATABASE_URL to a server.`,
    );
}
