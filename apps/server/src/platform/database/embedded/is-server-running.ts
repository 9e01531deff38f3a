import { resolve } from "node:path";
import { findPostmaster } from "./postmaster.ts";

/** Whether an embedded server runs for the installation in `dataDir`. */
export function isEmbeddedServerRunning(dataDir: string): boolean {
  return findPostmaster(resolve(dataDir, "postgres/cluster")) !== undefined;
}
