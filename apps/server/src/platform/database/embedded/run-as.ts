import { spawnSync } from "node:child_process";
import { chownSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** How PostgreSQL is run: it refuses to be root, so root runs it as somebody else. */
export interface RunAs {
  /** The command line that runs `program`. */
  command(program: string, args: readonly string[]): [string, string[]];
  /** Given to spawn. */
  readonly ids: { uid?: number; gid?: number };
  /** Who must own the files, as this process sees it. */
  readonly owner: number;
}

const NOBODY = 65534;
const NAMESPACE = ["--user", "--map-user=1000", "--map-group=1000"];

const plain = {
  command: (program: string, args: readonly string[]): [string, string[]] => [program, [...args]],
};
/** Root looks like user 1000 inside a user namespace; to the machine it is still root, so files stay root's. */
const inNamespace: RunAs = {
  command: (program, args) => ["unshare", [...NAMESPACE, program, ...args]],
  ids: {},
  owner: 0,
};
/** Where namespaces are forbidden, as in many containers: the user nobody. */
const asNobody: RunAs = { ...plain, ids: { uid: NOBODY, gid: NOBODY }, owner: NOBODY };

/** Chooses the way for the user of this process. `mayUseNamespace` is asked only of root. */
export function chooseRunAs(uid = process.getuid?.() ?? 0, mayUseNamespace = namespaceWorks): RunAs {
  if (uid !== 0) return { ...plain, ids: {}, owner: uid };
  return mayUseNamespace() ? inNamespace : asNobody;
}

/** Gives a folder and everything in it to the user PostgreSQL runs as. */
export function giveTo(runAs: RunAs, folder: string): void {
  const { owner } = runAs;
  if (lstatSync(folder).uid === owner) return;
  const give = (path: string): void => {
    chownSync(path, owner, owner);
    if (!lstatSync(path).isDirectory()) return;
    for (const name of readdirSync(path)) give(join(path, name));
  };
  give(folder);
}

function namespaceWorks(): boolean {
  return spawnSync("unshare", [...NAMESPACE, "true"], { stdio: "ignore" }).status === 0;
}
