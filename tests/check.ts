/** Everything that must be green before a change lands: format, lint with the fences, types, the rules of the repository, tests. */
import { spawnSync } from "node:child_process";
import { chdir } from "node:process";

chdir(new URL("..", import.meta.url).pathname);

const bin = (name: string): string => `node_modules/.bin/${name}`;
const steps: readonly [name: string, command: string, ...args: string[]][] = [
  ["format", bin("biome"), "ci", "--colors=off", "."],
  ["lint", bin("oxlint"), "--type-aware", "--deny-warnings", "."],
  ["types", bin("tsc"), "-p", "tsconfig.json"],
  ["types of the page", bin("tsc"), "-p", "apps/web/tsconfig.json"],
  ["rules of the repository", process.execPath, "tools/repository-rules.ts"],
  ["advisories", process.execPath, "tools/supply-chain/check-advisories.ts", "--unless-unreachable"],
  ["tests", process.execPath, "tests/run.ts"],
];

for (const [name, command, ...args] of steps) {
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)`);
  if (status !== 0) process.exit(1);
}
