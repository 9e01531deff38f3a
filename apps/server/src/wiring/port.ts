import { createServer } from "node:net";
import { CommandFailed } from "../platform/cli/command-failed.ts";
import type { Settings } from "../platform/settings/settings.ts";

/** Throws `CommandFailed` when the port cannot be listened on, so that long work does not begin in vain. */
export async function demandFreePort({ port, host }: Settings): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject);
    probe.listen({ port, host }, resolve);
  }).catch(explainPort(port));
  await new Promise((closed) => probe.close(closed));
}

/** Says what to do about a port that cannot be used; other errors go on. */
export function explainPort(port: number, setting = "PORT") {
  return (error: NodeJS.ErrnoException): never => {
    if (error.code === "EADDRINUSE")
      throw new CommandFailed(
        "portInUse",
        `Port ${port} is in use. Stop what uses it, or set ${setting} to another number.`,
      );
    if (error.code === "EACCES")
      throw new CommandFailed(
        "portNotAllowed",
        `This user may not use port ${port}. Set ${setting} to 1024 or higher.`,
      );
    throw error;
  };
}
