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
  /** Of the files with the suffix, those that belong; all of them unless said. */
  files?: RegExp;
  /** The PostgreSQL server to run on instead of the embedded one. */
  serverUrl?: string | undefined;
}

/** Taken out of the environment, so that only the suite "server" runs there. */
const serverUrl = process.env.VARDE_TEST_DATABASE_URL;
delete process.env.VARDE_TEST_DATABASE_URL;

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
  {
    name: "server",
    suffix: ".db.test.ts",
    files: /^apps\/server\/src\/(?!platform\/database\/embedded\/)/,
    serverUrl,
    missing: () =>
      serverUrl
        ? undefined
        : "VARDE_TEST_DATABASE_URL names no PostgreSQL server (15 or newer, as superuser)",
    processes: 2,
  },
  { name: "imap", suffix: ".imap.test.ts", missing: needs("dovecot", "dovecot-imapd"), processes: 1 },
  { name: "browser", suffix: ".browser.test.ts", missing: needs("chromium", "chromium"), processes: 1 },
];

/** The test files of a suite, from the root of the repository, in name order. A file belongs to the longest suffix it has. */
export function filesOf(suite: Suite): string[] {
  const longer = SUITES.filter(
    (other) => other.suffix !== suite.suffix && other.suffix.endsWith(suite.suffix),
  ).map((other) => other.suffix);
  return globSync(`{packages,apps,tests,tools,bench}/**/*${suite.suffix}`, {
    exclude: (path) => /node_modules|dist/.test(path),
  })
    .filter((file) => !longer.some((suffix) => file.endsWith(suffix)) && (suite.files?.test(file) ?? true))
    .sort();
}
