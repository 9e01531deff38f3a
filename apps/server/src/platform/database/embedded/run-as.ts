import { spawnSync } from "node:child_process";
import { chownSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** How PostgreSQL is run. It refuses to be root, and to be a user who has no name on the machine. */
export interface RunAs {
  /** The command line that runs `program`. */
  command(program: string, args: readonly string[]): [string, string[]];
  /** Given to spawn. */
  readonly ids: { uid?: number; gid?: number };
  /** Who must own the files, as this process sees it. */
  readonly owner: number;
}

const NOBODY = 65534;

/**
 * Chooses the way for the user of this process. In a user namespace the user looks like another, named one, while
 * the files stay the user's own. Where root may not make a namespace, as in many containers, it is the user nobody.
 */
export function chooseRunAs(
  uid = process.getuid?.() ?? NOBODY,
  named = namedUsers(),
  mayUseNamespace = namespaceWorks,
): RunAs {
  if (uid !== 0 && named.includes(uid)) return plain(uid);
  const another = named.find((user) => user !== 0);
  if (another !== undefined && mayUseNamespace(another)) return inNamespace(uid, another);
  return uid === 0 ? { ...plain(NOBODY), ids: { uid: NOBODY, gid: NOBODY } } : plain(uid);
}

/** Gives a folder and everything in it to the user PostgreSQL runs as. */
export function giveTo({ owner }: RunAs, folder: string): void {
  if (lstatSync(folder).uid === owner) return;
  const give = (path: string): void => {
    chownSync(path, owner, owner);
    if (!lstatSync(path).isDirectory()) return;
    for (const name of readdirSync(path)) give(join(path, name));
  };
  give(folder);
}

function plain(uid: number): RunAs {
  return { command: (program, args) => [program, [...args]], ids: {}, owner: uid };
}

function inNamespace(uid: number, another: number): RunAs {
  return {
    ...plain(uid),
    command: (program, args) => ["unshare", [...namespaceOf(another), program, ...args]],
  };
}

function namespaceOf(user: number): string[] {
  return ["--user", `--map-user=${user}`, `--map-group=${user}`];
}

function namespaceWorks(user: number): boolean {
  return spawnSync("unshare", [...namespaceOf(user), "true"], { stdio: "ignore" }).status === 0;
}

/** Numbers of the users that have a name here; macOS keeps most of them elsewhere, so its own user is one. */
function namedUsers(): number[] {
  const listed = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => Number(line.split(":")[2]))
    .filter((uid) => Number.isInteger(uid));
  return process.platform === "linux" ? listed : [process.getuid!(), ...listed];
}
