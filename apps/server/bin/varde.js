#!/usr/bin/env node
// Starts the command line on Node 24, which runs TypeScript directly; an older node on the machine only gets to find it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import nodeModule, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const cli = join(dirname(fileURLToPath(import.meta.url)), "../src/cli.ts");

if (Number(process.versions.node.split(".")[0]) >= 24) {
  nodeModule.enableCompileCache();
  await import(cli);
} else {
  runOn(findNode24());
}

function findNode24() {
  const system = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${system}-${process.arch}`;
  try {
    const home = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const node = join(home, "bin", system === "win" ? "node.exe" : "node");
    if (existsSync(node)) return node;
  } catch {
    // said below
  }
  console.error(
    `Varde needs Node 24 or newer; this is ${process.version}. Run "npm ci" again, or install Node 24.`,
  );
  process.exit(1);
}

function runOn(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGINT" ? 130 : 143);
  });
}
