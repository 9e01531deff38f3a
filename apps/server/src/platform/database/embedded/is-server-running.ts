import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Whether an embedded server runs for the installation in `dataDir`, by the process number the server left there. */
export function isEmbeddedServerRunning(dataDir: string): boolean {
  try {
    const pid = Number(
      readFileSync(join(dataDir, "postgres/cluster/postmaster.pid"), "utf8").split("\n", 1)[0],
    );
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
