/** Rules that no compiler knows: only synthetic identity numbers, a lock file without hosts, no path of one machine. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { chdir } from "node:process";
import { findRealIdentityNumbers } from "./identity-numbers.ts";

chdir(new URL("..", import.meta.url).pathname);

const TEXT = /\.(ts|tsx|js|json|jsonl|md|ya?ml|sql|css|html|svg|xml|csv|txt|sh|eml)$|^\.ci\/run$/;
const findings: string[] = [];

for (const file of execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" }).split(
  "\n",
)) {
  if (!TEXT.test(file) || file === "package-lock.json") continue;
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    continue; // deleted in the working tree
  }
  for (const { line, number } of findRealIdentityNumbers(text))
    findings.push(
      `${file}:${line}: ${number.slice(0, 6)}***** looks like a real identity number; use one with birth month + 80`,
    );
  for (const [index, content] of text.split("\n").entries())
    if (/(^|[\s"'`(=])\/(work|farm|root|home)\/[a-z]/.test(content))
      findings.push(`${file}:${index + 1}: a path of one machine`);
}

const locked = lockedPackages();
const lockedNames = new Set(Object.keys(locked).map((path) => path.replace(/^.*node_modules\//, "")));
for (const [path, { resolved, optionalDependencies = {} }] of Object.entries(locked)) {
  if (resolved?.includes("://")) findings.push(`package-lock.json: ${path} names a registry host`);
  // An optional package of another platform that is not to be had falls out of the lock, and "npm ci" then fails.
  for (const name of Object.keys(optionalDependencies))
    if (!lockedNames.has(name))
      findings.push(
        `package-lock.json: ${name}, optional for ${path}, is missing; pin a version that has it`,
      );
}

for (const finding of findings) console.error(finding);
process.exit(findings.length > 0 ? 1 : 0);

interface LockedPackage {
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

function lockedPackages(): Record<string, LockedPackage> {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, LockedPackage>;
  };
  return lock.packages;
}
