import { join } from "node:path";
import type { Kysely } from "kysely";
import type pg from "pg";
import { type Address, openClient, openPool, type Role } from "./connections.ts";
import { useEmbeddedServer } from "./embedded/index.ts";
import { createListener, type Listener } from "./listener.ts";

/** One database, as the processes of Varde use it. */
export interface Database {
  /** Everything but changing the schema: the role varde_app. */
  readonly app: Kysely<unknown>;
  /** Migrations and nothing else: the role varde_owner. Connects when first used. */
  readonly owner: Kysely<unknown>;
  /** The login user, who prepares the roles. Connects when first used. */
  readonly login: Kysely<unknown>;
  /**
   * Calls `receive` with the payload of every notification on a channel, also after the connection was lost and
   * mended; then `reconnected` is called, since some may have been missed. Returns what ends it.
   */
  readonly listen: Listener["listen"];
  /** Opens a connection of one's own, for what Kysely cannot say (COPY). Whoever opens it ends it. */
  readonly openClient: (role: Role) => Promise<pg.Client>;
  /** Where it is, for a person to read; holds no secret. */
  readonly place: string;
  /** Closes every connection; the last process to leave an embedded server stops it. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The folder of all that Varde keeps; the embedded server lives in its folder postgres. */
  readonly dataDir: string;
  /** A PostgreSQL server (15 or newer) to use instead of the embedded one: postgres://user:password@host/database. */
  readonly url?: string | undefined;
  /** The most connections of the application's role at once. */
  readonly connections?: number;
  /** Told when the embedded server was lost and cannot be started again just now. */
  readonly onTrouble?: (error: unknown) => void;
}

const CONNECTIONS = 10;
const DATABASE_NAME = "varde";

/**
 * Opens the database of an installation: the one at `url` (DATABASE_URL), or the embedded server of the data
 * folder, started when it does not run. Throws `DatabaseUnavailable` when the embedded server cannot be started;
 * a server that does not answer shows at the first statement. Connections that are lost are opened again.
 */
export async function openDatabase({
  dataDir,
  url,
  connections = CONNECTIONS,
  onTrouble,
}: DatabaseOptions): Promise<Database> {
  if (url) {
    const { host, pathname } = new URL(url);
    return connectTo({ connectionString: url }, { place: `${host}${pathname}`, connections });
  }
  const folder = join(dataDir, "postgres");
  const server = await useEmbeddedServer({ folder, onTrouble });
  await server.ensureDatabase(DATABASE_NAME);
  return connectTo(
    { ...server.address, database: DATABASE_NAME },
    { place: `embedded in ${folder}`, connections, closed: () => server.leave() },
  );
}

/** A database at a known address. `closed` is called when every connection is closed. */
export function connectTo(
  address: Address,
  {
    place,
    connections = CONNECTIONS,
    closed = async () => {},
  }: { place: string; connections?: number; closed?: () => Promise<void> },
): Database {
  const listener = createListener(address);
  const app = openPool(address, { role: "varde_app", max: connections });
  const owner = openPool(address, { role: "varde_owner", max: 2 });
  const login = openPool(address, { max: 1 });
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await listener.close();
    await Promise.all([app.destroy(), owner.destroy(), login.destroy()]);
    await closed();
  };
  return {
    app,
    owner,
    login,
    place,
    openClient: (role) => openClient(address, role),
    listen: (...subscription) => listener.listen(...subscription),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
