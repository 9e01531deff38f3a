import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** No system gives a process this number. */
const NO_PROCESS = 2 ** 31 - 1;

/** The process that serves this cluster, by its number, or nothing when none does. */
export function findPostmaster(cluster: string): number | undefined {
  const pid = recordedPid(cluster);
  return pid !== undefined && servesCluster(pid, cluster) ? pid : undefined;
}

/**
 * PostgreSQL refuses to start while the process noted in postmaster.pid exists, although the number may belong
 * to another program after a restart of the machine, or to a dead process that nobody has reaped. The number is
 * then replaced by an impossible one; the rest stays, since PostgreSQL finds surviving backends by it.
 */
export function forgetDeadPostmaster(cluster: string): void {
  const pid = recordedPid(cluster);
  if (pid === undefined || servesCluster(pid, cluster)) return;
  const text = readPidFile(cluster);
  if (text !== undefined)
    writeFileSync(join(cluster, "postmaster.pid"), text.replace(/^-?\d+/, String(NO_PROCESS)));
}

function recordedPid(cluster: string): number | undefined {
  const pid = Math.abs(Number.parseInt(readPidFile(cluster) ?? "", 10));
  return pid > 0 && pid !== NO_PROCESS ? pid : undefined;
}

/** A server that stops takes its file away at any moment. */
function readPidFile(cluster: string): string | undefined {
  try {
    return readFileSync(join(cluster, "postmaster.pid"), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function servesCluster(pid: number, cluster: string): boolean {
  return commandLineOf(pid).includes(cluster);
}

/** The arguments of a living process; empty for a zombie, for one that is gone, and for one that is hidden. */
function commandLineOf(pid: number): string[] {
  try {
    return process.platform === "linux"
      ? readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")
      : execFileSync("ps", ["-ww", "-o", "args=", "-p", String(pid)], { encoding: "utf8" })
          .trim()
          .split(" ");
  } catch {
    return [];
  }
}
