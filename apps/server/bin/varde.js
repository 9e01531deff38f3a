#!/usr/bin/env node
// Starts the command line on Node 24, which runs TypeScript directly; an older node on the machine only gets to find it.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const cli = join(dirname(fileURLToPath(import.meta.url)), "../src/cli.ts");

if (Number(process.versions.node.split(".")[0]) >= 24) {
  await import(cli);
} else {
  const platform = process.platform === "win32" ? "win" : process.platform;
  let node;
  try {
    const home = dirname(createRequire(import.meta.url).resolve(`node-${platform}-${process.arch}/package.json`));
    node = join(home, "bin", process.platform === "win32" ? "node.exe" : "node");
  } catch {
    node = undefined;
  }
  if (!node || !existsSync(node)) {
    console.error(`Varde needs Node 24 or newer; this is ${process.version}. Run "npm ci" again, or install Node 24.`);
    process.exit(1);
  }
  const { status, signal } = spawnSync(node, [cli, ...process.argv.slice(2)], { stdio: "inherit" });
  if (signal) process.kill(process.pid, signal);
  process.exit(status ?? 1);
}
