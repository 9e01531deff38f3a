import { existsSync, globSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A kind of test file, told by its suffix, with what it needs besides npm. */
export interface Suite {
  name: string;
  suffix: string;
  /** What is missing on this machine and how to get it, or undefined when the suite can run. */
  missing(): string | undefined;
  /** Files run in processes of their own, this many at a time; 0 = all in one process. */
  processes: number;
}

const onPath = (program: string): boolean =>
  [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/bin"].some((folder) =>
    existsSync(join(folder, program)),
  );

const needs = (program: string, advice: string) => () =>
  onPath(program) ? undefined : `${program} is not installed (Debian: apt-get install ${advice})`;

/** Every suite, in the order they run: cheapest first. */
export const SUITES: readonly Suite[] = [
  { name: "unit", suffix: ".test.ts", missing: () => undefined, processes: 0 },
  { name: "database", suffix: ".db.test.ts", missing: () => undefined, processes: 2 },
  { name: "imap", suffix: ".imap.test.ts", missing: needs("dovecot", "dovecot-imapd"), processes: 1 },
  { name: "browser", suffix: ".browser.test.ts", missing: needs("chromium", "chromium"), processes: 1 },
];

/** The test files of a suite, from the root of the repository, in name order. A file belongs to the longest suffix it has. */
export function filesOf(suite: Suite): string[] {
  const longer = SUITES.filter((other) => other !== suite && other.suffix.endsWith(suite.suffix)).map(
    (other) => other.suffix,
  );
  return globSync(`{packages,apps,tests,tools,bench}/**/*${suite.suffix}`, {
    exclude: (path) => /node_modules|dist/.test(path),
  })
    .filter((file) => !longer.some((suffix) => file.endsWith(suffix)))
    .sort();
}
