import { accessSync, constants, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Address } from "../database/connections.ts";
import { DatabaseUnavailable } from "../database/database-unavailable.ts";
import { type EmbeddedServer, THROWAWAY_SETTINGS, useEmbeddedServer } from "../database/embedded/index.ts";

/** The server tests run on, shared by all test processes of a user. */
export interface TestServer {
  /** The address of one of its databases. */
  address(database: string): Address;
  /** Leaves the server; when the last test process has left, an embedded one stops. */
  leave(): Promise<void>;
}

/**
 * Uses the server for tests: the one at VARDE_TEST_DATABASE_URL (its user must be a superuser), otherwise an
 * embedded one that is kept between runs. Whoever starts many test processes may hold it, so that it stays up.
 */
export async function useTestServer(): Promise<TestServer> {
  const url = process.env.VARDE_TEST_DATABASE_URL;
  if (url)
    return {
      address: (database) => ({ connectionString: withDatabase(url, database) }),
      leave: async () => {},
    };
  const server = await useThrowawayServer();
  return {
    address: (database) => ({ ...server.address, database }),
    leave: () => server.leave(),
  };
}

/** Nothing in it is worth keeping: what a crash of the machine may have left broken is made anew. */
async function useThrowawayServer(): Promise<EmbeddedServer> {
  const options = { folder: cacheFolder(), settings: THROWAWAY_SETTINGS };
  try {
    return await useEmbeddedServer(options);
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable) || !MADE_ANEW.has(error.code)) throw error;
    rmSync(options.folder, { recursive: true, force: true });
    return useEmbeddedServer(options);
  }
}

const MADE_ANEW = new Set(["embeddedNotStarted", "embeddedOtherMajor"]);

function cacheFolder(): string {
  const modules = fileURLToPath(new URL("../../../../../node_modules", import.meta.url));
  const cache = join(modules, ".cache");
  try {
    mkdirSync(cache, { recursive: true });
    accessSync(cache, constants.W_OK);
    return join(cache, "varde-test-database");
  } catch {
    return join(tmpdir(), `varde-test-database-${process.getuid?.()}`);
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
