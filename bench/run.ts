/**
 * Runs benchmarks: `npm run bench [name …] [-- --option value]`. Each is a file bench/NAME/NAME.bench.ts that exports
 * `run(args)` and prints a table; figures that matter are ratios against a peer measured in the same run.
 */
import { globSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { basename } from "node:path";
import { chdir } from "node:process";

chdir(new URL("..", import.meta.url).pathname);

interface Benchmark {
  readonly run: (args: readonly string[]) => Promise<void>;
}

const benchmarks = new Map(
  globSync("bench/*/*.bench.ts").map((file) => [basename(file, ".bench.ts"), file] as const),
);
const [names, args] = splitArguments(process.argv.slice(2));
const unknown = names.filter((name) => !benchmarks.has(name));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(", ")}. Choose among: ${[...benchmarks.keys()].sort().join(", ")}.`,
  );
  process.exit(2);
}

const [cpu] = cpus();
console.log(
  `${cpu?.model ?? "unknown processor"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);
for (const name of names.length > 0 ? names : [...benchmarks.keys()].sort()) {
  console.log(`\n${name}`);
  const { run } = (await import(`../${benchmarks.get(name)}`)) as Benchmark;
  await run(args);
}
process.exit(0);

function splitArguments(given: readonly string[]): [names: string[], args: string[]] {
  const firstOption = given.findIndex((word) => word.startsWith("--"));
  return firstOption < 0 ? [[...given], []] : [given.slice(0, firstOption), given.slice(firstOption)];
}
