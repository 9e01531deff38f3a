import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseUnavailable } from "../database-unavailable.ts";
import { findBinaries } from "./binaries.ts";
import { prepareCluster } from "./cluster.ts";
import { prepareSocketFolder, type ServerFolders, SOCKET_PORT } from "./folders.ts";
import { findPostmaster, forgetDeadPostmaster } from "./postmaster.ts";
import { giveTo, type RunAs } from "./run-as.ts";
import type { ServerSettings } from "./settings.ts";

const POLL_MS = 20;
const LOG_KEPT_BYTES = 10_000_000;
/** Backends of a killed server take a moment to notice; until then a fresh one must not touch their files. */
const BACKENDS_LINGER = /pre-existing shared memory block|lock file "postmaster.pid" already exists/;
const LINGER_MS = 30_000;
const FAST_SHUTDOWN_MS = 20_000;

/**
 * Starts the server in its own session, so that it outlives this process until the last one leaves.
 * Returns when `answers` says it takes connections. Call under the start lock.
 */
export async function startServer(
  folders: ServerFolders,
  settings: ServerSettings,
  runAs: RunAs,
  answers: (socketFolder: string) => Promise<boolean>,
): Promise<void> {
  const binaries = findBinaries();
  await prepareCluster(folders, binaries, runAs, settings);
  const socketFolder = prepareSocketFolder(folders);
  giveTo(runAs, folders.root);
  giveTo(runAs, socketFolder);
  const giveUpAt = Date.now() + LINGER_MS;
  for (;;) {
    await postmasterGone(folders.cluster, giveUpAt);
    forgetDeadPostmaster(folders.cluster);
    const failure = await launch(folders, socketFolder, settings, runAs, binaries.postgres, answers);
    if (failure === undefined) return;
    if (!BACKENDS_LINGER.test(failure) || Date.now() > giveUpAt) throw startFailure(folders, failure);
    await sleep(POLL_MS * 5);
  }
}

/** Stops the server: open transactions are rolled back, everything committed is on disk. */
export async function stopServer({ cluster }: ServerFolders): Promise<void> {
  const pid = findPostmaster(cluster);
  if (pid === undefined) return;
  signal(pid, "SIGINT");
  const immediateAt = Date.now() + FAST_SHUTDOWN_MS;
  while (findPostmaster(cluster) === pid) {
    if (Date.now() > immediateAt) signal(pid, "SIGQUIT");
    await sleep(POLL_MS);
  }
}

async function launch(
  folders: ServerFolders,
  socketFolder: string,
  settings: ServerSettings,
  runAs: RunAs,
  postgres: string,
  answers: (socketFolder: string) => Promise<boolean>,
): Promise<string | undefined> {
  const given = Object.entries({ ...settings, unix_socket_directories: socketFolder });
  const [program, args] = runAs.command(postgres, [
    "-D",
    folders.cluster,
    "-p",
    String(SOCKET_PORT),
    ...given.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ]);
  const tooLong = (statSync(folders.log, { throwIfNoEntry: false })?.size ?? 0) > LOG_KEPT_BYTES;
  const log = openSync(folders.log, tooLong ? "w" : "a", 0o600);
  const logged = readLog(folders).length;
  const child = spawn(program, args, { ...runAs.ids, detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  const exited = exitOf(child);
  while (!(await answers(socketFolder))) {
    const status = await Promise.race([exited, sleep(POLL_MS)]);
    if (status !== undefined) return readLog(folders).slice(logged).trim() || `it ended with ${status}`;
  }
  child.unref();
  return undefined;
}

function exitOf(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => {
    child.once("error", ({ message }) => resolve(message));
    child.once("exit", (status, killedBy) => resolve(status ?? killedBy ?? "unknown"));
  });
}

/** A server that is shutting down, or is frozen, still owns its files. */
async function postmasterGone(cluster: string, giveUpAt: number): Promise<void> {
  while (findPostmaster(cluster) !== undefined) {
    if (Date.now() > giveUpAt)
      throw new DatabaseUnavailable(
        "embeddedHangs",
        `PostgreSQL (process ${findPostmaster(cluster)}) holds ${cluster} but does not answer. End that process, then try again.`,
      );
    await sleep(POLL_MS);
  }
}

function startFailure(folders: ServerFolders, failure: string): DatabaseUnavailable {
  return new DatabaseUnavailable(
    "embeddedNotStarted",
    `PostgreSQL did not start: ${failure.split("\n").slice(-5).join(" ")}. The whole log is ${folders.log}.`,
  );
}

function readLog({ log }: ServerFolders): string {
  return readFileSync(log, "utf8");
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
