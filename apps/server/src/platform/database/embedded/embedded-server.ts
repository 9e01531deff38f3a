import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { asDatabaseError, DatabaseUnavailable } from "../database-unavailable.ts";
import { EMBEDDED_USER } from "./cluster.ts";
import { findSocketFolder, prepareFolders, type ServerFolders, SOCKET_PORT } from "./folders.ts";
import { chooseRunAs, type RunAs } from "./run-as.ts";
import { ensureDatabase, leaveLease, shareLease } from "./server.sql.ts";
import { startServer, stopServer } from "./server-process.ts";
import { SERVER_SETTINGS, type ServerSettings } from "./settings.ts";
import { withStartLock } from "./start-lock.ts";

/** A running embedded server that this process uses. */
export interface EmbeddedServer {
  /** Where to connect; the user is the superuser. */
  readonly address: { readonly host: string; readonly port: number; readonly user: string };
  /** Makes a database unless it is there. */
  ensureDatabase(name: string): Promise<void>;
  /** Leaves the server; the last process to leave stops it. Close every other connection first. */
  leave(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The server's own folder; made when missing. */
  readonly folder: string;
  /** Added to, or replacing, `SERVER_SETTINGS`. */
  readonly settings?: ServerSettings;
  /** Told when the server was lost and could not be started again at once. */
  readonly onTrouble?: (error: unknown) => void;
  readonly runAs?: RunAs;
}

/** `@types/pg` lacks the methods that let a connection keep the process alive or not. */
const Session = pg.Client as unknown as new (config: pg.ClientConfig) => Session;
interface Session extends pg.Client {
  ref(): void;
  unref(): void;
}

const RESTART_EVERY_MS = 1_000;
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Uses the embedded server of a folder: attaches where one runs, starts it otherwise, and starts it again when it
 * dies while this process lives. Throws `DatabaseUnavailable` when it cannot be started.
 */
export async function useEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { onTrouble = () => {}, runAs = chooseRunAs() } = options;
  const settings = { ...SERVER_SETTINGS, ...options.settings };
  const folders = prepareFolders(options.folder, runAs.owner);
  let leaving = false;
  let lease: Session; // alone it keeps no process alive
  let restarting: Promise<void> = Promise.resolve();

  const attach = async (): Promise<void> => {
    for (;;) {
      const session = await takeLease(folders);
      if (session) {
        lease = session;
        session.once("end", () => {
          if (!leaving) restarting = restart();
        });
        return;
      }
      await withStartLock(folders.lock, async () => {
        const folder = findSocketFolder(folders);
        if (folder && (await answers(folder))) return;
        await startServer(folders, settings, runAs, answers);
      });
    }
  };
  const restart = async (): Promise<void> => {
    while (!leaving) {
      try {
        return await attach();
      } catch (error) {
        onTrouble(error);
        await sleep(RESTART_EVERY_MS);
      }
    }
  };

  await attach();
  return {
    address: { host: lease!.host, port: SOCKET_PORT, user: EMBEDDED_USER },
    ensureDatabase: async (name) => {
      lease.ref();
      await ensureDatabase(lease, name).finally(() => lease.unref());
    },
    leave: async () => {
      leaving = true;
      await restarting;
      lease.ref();
      if (await leaveLease(lease).catch(() => false)) await stopServer(folders);
      await lease.end().catch(() => {});
    },
  };
}

async function answers(socketFolder: string): Promise<boolean> {
  const session = await connect(socketFolder);
  await session?.end();
  return session !== undefined;
}

/** A session counted among the users of the server, or nothing when no server takes connections. */
async function takeLease(folders: ServerFolders): Promise<Session | undefined> {
  const socketFolder = findSocketFolder(folders);
  const session = socketFolder && (await connect(socketFolder));
  if (!session) return undefined;
  try {
    await shareLease(session);
    session.unref();
    return session;
  } catch (error) {
    return unlessUnavailable(error);
  }
}

async function connect(host: string): Promise<Session | undefined> {
  const session = new Session({
    host,
    port: SOCKET_PORT,
    user: EMBEDDED_USER,
    database: "postgres",
    application_name: "varde lease",
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  session.on("error", () => {}); // the end event tells
  try {
    await session.connect();
    return session;
  } catch (error) {
    return unlessUnavailable(error);
  }
}

function unlessUnavailable(error: unknown): undefined {
  if (!(asDatabaseError(error) instanceof DatabaseUnavailable)) throw error;
}
