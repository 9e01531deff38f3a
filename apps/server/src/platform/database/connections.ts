import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import pg from "pg";
import { asConnectError, asDatabaseError } from "./database-unavailable.ts";
import { typeParsers } from "./type-parsers.ts";

/** How to reach one database: an address, or the parts of one. */
export type Address =
  | { readonly connectionString: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string };

/** The roles of Varde in the database: the owner of everything, and the application that may only what is granted. */
export type Role = "varde_owner" | "varde_app";

const CONNECT_TIMEOUT_MS = 10_000;

/** What every connection is opened with. Without a role it is the login user's own. */
export function clientConfig(address: Address, role?: Role): pg.ClientConfig {
  return {
    ...address,
    ...(role && { options: `-c role=${role}` }),
    application_name: `varde ${role === "varde_owner" ? "owner" : process.pid}`,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: typeParsers,
  };
}

/**
 * A pool of connections as Kysely. Connections that die are replaced; a statement or transaction on one that
 * died fails with `DatabaseUnavailable`, and is never taken up again on another.
 */
export function openPool(address: Address, { role, max }: { role?: Role; max: number }): Kysely<unknown> {
  const pool = new pg.Pool({ ...clientConfig(address, role), max, idleTimeoutMillis: 60_000 });
  const ignore = () => {}; // whoever uses the connection is told by its statement
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  return new Kysely({ dialect: new PostgresDialect({ pool: withOwnErrors(pool) }) });
}

/** One connection outside any pool. Throws `DatabaseUnavailable` when it cannot be opened. */
export async function openClient(address: Address, role: Role): Promise<pg.Client> {
  const client = new pg.Client(clientConfig(address, role));
  client.on("error", () => {}); // whoever uses the connection is told by its statement
  await client.connect().catch(rethrowAs(asConnectError));
  return client;
}

function withOwnErrors(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const wrap = (client: pg.PoolClient): PostgresPoolClient => {
    const query = (text: string, parameters: unknown[]) =>
      client.query(text, parameters).catch(rethrowAs(asDatabaseError));
    return {
      query,
      release: (destroy?: boolean) => client.release(destroy),
    } as unknown as PostgresPoolClient;
  };
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect().catch(rethrowAs(asConnectError));
      const known = clients.get(client) ?? wrap(client);
      clients.set(client, known);
      return known;
    },
  };
}

const rethrowAs = (translate: (error: unknown) => unknown) => (error: unknown) => {
  throw translate(error);
};
