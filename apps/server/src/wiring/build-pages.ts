import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CommandFailed } from "../platform/cli/command-failed.ts";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const WEB = join(ROOT, "apps/web");

/** Where the built pages are. */
export const PAGES = join(WEB, "dist");

/**
 * Builds the web application when its sources have changed since it was built. Throws `CommandFailed` with what the
 * build said. `say` is told when there is something to build.
 */
export async function buildPages(say: (message: string) => void): Promise<void> {
  const stamp = join(PAGES, "sources.sha256");
  const sources = await hashSources();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;
  say("Building the pages");
  const said = await runBuild();
  if (said !== undefined) throw new CommandFailed("pagesNotBuilt", `The pages could not be built:\n${said}`);
  writeFileSync(stamp, sources);
}

async function hashSources(): Promise<string> {
  const hash = createHash("sha256");
  const files = globSync(
    ["apps/web/{src,public}/**", "apps/web/*.*", "packages/contract/src/**", "package-lock.json"],
    {
      cwd: ROOT,
      withFileTypes: true,
    },
  );
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  for (const path of paths.sort()) {
    hash.update(path.slice(ROOT.length));
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  }
  return hash.digest("hex");
}

/** What the build said when it failed, nothing when it went well. */
function runBuild(): Promise<string | undefined> {
  const vite = join(ROOT, "node_modules/vite/bin/vite.js");
  const build = spawn(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: WEB,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  let said = "";
  build.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  build.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    build.once("error", reject);
    build.once("close", (code) => resolve(code === 0 ? undefined : said));
  });
}
