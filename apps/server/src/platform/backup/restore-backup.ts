import type pg from "pg";
import type { CopyStreamQuery } from "pg-copy-streams";
import {
  type Database,
  migrate,
  pendingMigrations,
  prepareRoles,
  readMigrations,
} from "../database/index.ts";
import { type BackedUpTable, type BackupHeader, BackupRefused, keyOf } from "./backup-format.ts";
import { readBackup } from "./read-backup.ts";
import {
  beginLoad,
  commitLoad,
  dropHalfRestored,
  emptyTables,
  isHalfRestored,
  liftRules,
  markRestored,
  markRestoring,
  putRulesBack,
  schemasPresent,
  setSequences,
} from "./restore.sql.ts";
import { copyIn, readQueueVersion } from "./snapshot.sql.ts";

/** What is restored and how it is watched. */
export interface RestoreOptions {
  readonly file: string;
  readonly keyFile?: string | undefined;
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytes: number) => void;
}

/** What a restore came to. */
export interface RestoredBackup {
  readonly takenAt: string;
  readonly version: string;
  readonly rows: number;
  /** Migrations applied after the rows came in, since the backup was of an older release. */
  readonly migrated: readonly string[];
  /** False where the queue's own form has changed: jobs that waited are made again from the rows they belong to. */
  readonly queueRestored: boolean;
}

type Target = Pick<Database, "openClient" | "owner" | "login" | "place">;

/**
 * Restores a backup into an empty database: schema of the backup's release, all rows in one transaction with keys
 * and triggers checked at its end, then the migrations it lacks. A restore that was stopped or killed leaves a
 * database that only a new restore takes. Throws `BackupRefused` for a database in use, a broken backup, a wrong key
 * and a backup of a later release, with nothing changed.
 */
export async function restoreBackup(db: Target, options: RestoreOptions): Promise<RestoredBackup> {
  // The whole file is proved before anything is touched, and again while it is taken in.
  const { header } = await readBackup(options.file, {
    ...options,
    reader: { onHeader: demandKnown, onRows: ignore },
  });
  await prepareRoles(db.login);
  const client = await db.openClient("varde_owner");
  try {
    await makeRoom(client, db.place);
    await migrate(db, { through: header.migrations.at(-1)?.number ?? 0 });
    const queueRestored = (await readQueueVersion(client)) === header.queueVersion;
    const rows = await load(client, { ...options, queueRestored });
    const migrated = await migrate(db);
    return { takenAt: header.takenAt, version: header.version, rows, migrated, queueRestored };
  } finally {
    await client.end().catch(() => {});
  }
}

const ignore = async (): Promise<void> => {};

/** Refuses a backup with migrations this release lacks or knows otherwise. */
async function demandKnown({ migrations, version }: BackupHeader): Promise<void> {
  try {
    pendingMigrations(readMigrations(), migrations);
  } catch (cause) {
    throw new BackupRefused(
      "backupOfOtherRelease",
      `The backup was taken with Varde ${version}, whose database this release does not know. Restore it with that release or a later one.`,
      { cause },
    );
  }
}

async function makeRoom(client: pg.Client, place: string): Promise<void> {
  if (await isHalfRestored(client)) await dropHalfRestored(client);
  const present = await schemasPresent(client);
  if (present.length > 0)
    throw new BackupRefused(
      "restoreTargetInUse",
      `The database (${place}) is in use: it has ${present.join(", ")}. Restore into an empty database or a folder that does not exist yet; nothing was changed.`,
    );
  await markRestoring(client);
}

async function load(
  client: pg.Client,
  options: RestoreOptions & { queueRestored: boolean },
): Promise<number> {
  await beginLoad(client);
  const lifted = await liftRules(client);
  const isWanted = ({ schema }: BackedUpTable) => options.queueRestored || schema !== "pgboss";
  const intake = createTableIntake(client);
  let bytes = 0;
  try {
    const { manifest } = await readBackup(options.file, {
      ...options,
      reader: {
        onHeader: ({ tables }) => emptyTables(client, tables.filter(isWanted)),
        onRows: async (table, text) => {
          bytes += text.length;
          options.onProgress?.(bytes);
          if (isWanted(table)) await intake.take(table, text);
        },
      },
    });
    await intake.finish();
    await setSequences(client, manifest.sequences);
    await putRulesBack(client, lifted);
    await markRestored(client);
    await commitLoad(client);
    return Object.values(manifest.tables).reduce((sum, { rows }) => sum + rows, 0);
  } catch (error) {
    intake.abandon();
    throw error;
  }
}

/** Takes rows in table by table, each as one COPY. */
function createTableIntake(client: pg.Client): {
  take(table: BackedUpTable, text: Buffer): Promise<void>;
  finish(): Promise<void>;
  abandon(): void;
} {
  let open: { key: string; stream: CopyStreamQuery } | undefined;
  const finish = async (): Promise<void> => {
    if (open) await finished(open.stream);
    open = undefined;
  };
  return {
    finish,
    take: async (table, text) => {
      const key = keyOf(table);
      if (open && open.key !== key) await finish();
      open ??= { key, stream: copyIn(client, table) };
      await write(open.stream, text);
    },
    abandon: () => {
      open?.stream.on("error", () => {}); // the one who abandons it knows why already
      open?.stream.destroy();
    },
  };
}

function write(stream: CopyStreamQuery, text: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once("error", reject);
    stream.write(text, (error) => {
      stream.off("error", reject);
      if (error) reject(error);
      else resolve();
    });
  });
}

function finished(stream: CopyStreamQuery): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once("error", reject).once("finish", resolve);
    stream.end();
  });
}
