/** Runs every suite this machine can run and ends with one line that counts them. `npm test -- WORD …` keeps files whose path has a word. */
import { chdir } from "node:process";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { filesOf, SUITES, type Suite } from "./suites.ts";

chdir(new URL("..", import.meta.url).pathname);
process.env.NODE_ENV = "test";

const words = process.argv.slice(2);
const wanted = (file: string): boolean => words.length === 0 || words.some((word) => file.includes(word));
const total = { passed: 0, failed: 0, skipped: 0 };
const notRun: string[] = [];

for (const suite of SUITES) {
  const files = filesOf(suite).filter(wanted);
  if (files.length === 0) continue;
  const missing = suite.missing();
  if (missing) notRun.push(`${suite.name}: ${files.length} test files not run: ${missing}`);
  else await runSuite(suite, files);
}

for (const line of notRun) console.log(line);
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ""}`,
);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

async function runSuite(suite: Suite, files: string[]): Promise<void> {
  console.log(`\n${suite.name}: ${files.length} test files`);
  if (suite.serverUrl) process.env.VARDE_TEST_DATABASE_URL = suite.serverUrl;
  else delete process.env.VARDE_TEST_DATABASE_URL;
  const stream = run({
    files,
    ...(suite.processes === 0
      ? { isolation: "none" }
      : { isolation: "process", concurrency: suite.processes }),
  });
  stream.on("test:summary", ({ file, counts }) => {
    if (file !== undefined) return;
    total.passed += counts.passed;
    total.failed += counts.tests - counts.passed - counts.skipped - counts.todo;
    total.skipped += counts.skipped;
  });
  await new Promise<void>((resolve, reject) => {
    const report = stream.compose<NodeJS.ReadWriteStream>(spec());
    report.on("end", resolve).on("error", reject);
    report.pipe(process.stdout, { end: false });
  });
}
