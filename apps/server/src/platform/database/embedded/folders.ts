import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DatabaseUnavailable } from "../database-unavailable.ts";

/** Where one embedded server keeps its things. All folders are for the user alone (0700). */
export interface ServerFolders {
  readonly root: string;
  /** PostgreSQL's data directory. */
  readonly cluster: string;
  readonly lock: string;
  readonly log: string;
  /** The user who owns all this and runs the server, by number. */
  readonly owner: number;
}

/** The longest path a unix socket may have is 108 bytes on Linux and 104 on macOS, with the closing zero. */
const LONGEST_SOCKET_PATH = 100;
/** PostgreSQL reads the folder as a list, and the address of a connection is parsed; odd characters are not worth it. */
const PLAIN_PATH = /^[\w./-]+$/;

/** The folders of the embedded server in `root`, made where they are missing. */
export function prepareFolders(root: string, owner: number): ServerFolders {
  const absolute = resolve(root);
  try {
    mkdirSync(absolute, { recursive: true, mode: 0o700 });
    accessSync(absolute, constants.W_OK | constants.X_OK);
    if (process.getuid?.() !== 0 && lstatSync(absolute).uid !== owner)
      throw new Error("it belongs to another user");
  } catch (cause) {
    throw new DatabaseUnavailable(
      "embeddedNoFolder",
      `The folder ${absolute} cannot be used: ${(cause as Error).message}. Let the user who runs Varde write there, or set VARDE_DATA to another folder.`,
      { cause },
    );
  }
  return {
    root: absolute,
    cluster: join(absolute, "cluster"),
    lock: join(absolute, "start.lock"),
    log: join(absolute, "server.log"),
    owner,
  };
}

/** The socket itself in a socket folder; the port is only part of the name. */
export const SOCKET_PORT = 5432;

/** The path of the socket in a folder. */
export function socketPath(folder: string): string {
  return join(folder, `.s.PGSQL.${SOCKET_PORT}`);
}

/** The socket folder a former start chose, if it is still there and private. */
export function findSocketFolder({ root, owner }: ServerFolders): string | undefined {
  const near = join(root, "run");
  if (isPrivate(near, owner)) return near;
  const record = join(root, "socket-folder");
  const recorded = existsSync(record) ? readFileSync(record, "utf8").trim() : undefined;
  return recorded && isPrivate(recorded, owner) ? recorded : undefined;
}

/**
 * The socket folder of this server: inside its own folder where the path is short enough, otherwise a folder
 * of its own among the temporary files, written down so that other processes find it. Call under the start lock.
 */
export function prepareSocketFolder(folders: ServerFolders): string {
  const found = findSocketFolder(folders);
  if (found) return found;
  const near = join(folders.root, "run");
  if (Buffer.byteLength(socketPath(near)) <= LONGEST_SOCKET_PATH && PLAIN_PATH.test(near)) {
    mkdirSync(near, { recursive: true });
    chmodSync(near, 0o700);
    return near;
  }
  const far = mkdtempSync(join(tmpdir(), "varde-"));
  writeFileSync(join(folders.root, "socket-folder"), far, { mode: 0o600 });
  return far;
}

/** A folder that nobody else could have put there: no link, ours, closed to others. */
function isPrivate(folder: string, owner: number): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found !== undefined && found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0;
}
