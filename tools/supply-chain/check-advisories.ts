/**
 * Holds the installed packages against the public advisories: `node tools/supply-chain/check-advisories.ts`.
 * Exit code 0 nothing grave, 1 something grave (or an allowance out of date), 2 could not ask. `--unless-unreachable`
 * makes 2 a warning, for places whose registry has no advisories.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { chdir } from "node:process";
import { type Allowance, judgeAdvisories, readAdvisories } from "./advisories.rules.ts";

chdir(new URL("../..", import.meta.url).pathname);

const asked = spawnSync("npm", ["audit", "--json", "--package-lock-only"], { encoding: "utf8" });
const allowances = JSON.parse(
  readFileSync("tools/supply-chain/allowances.json", "utf8"),
) as readonly Allowance[];
process.exitCode = report(asked.stdout);

function report(answer: string): 0 | 1 | 2 {
  let advisories: ReturnType<typeof readAdvisories>;
  try {
    advisories = readAdvisories(JSON.parse(answer));
  } catch {
    const unless = process.argv.includes("--unless-unreachable");
    console.error(
      `COULD NOT CHECK the packages against public advisories: the registry did not answer the question.\nRun "npm run advisories" where registry.npmjs.org can be reached before releasing.`,
    );
    return unless ? 0 : 2;
  }
  const today = new Date().toISOString().slice(0, 10);
  const { open, allowed, stale } = judgeAdvisories(advisories, allowances, { today, gate: "high" });
  for (const { severity, package: name, title, url } of open)
    console.error(`${severity}: ${name}: ${title} (${url})`);
  for (const { url, until } of stale)
    console.error(
      `allowance for ${url} (until ${until}) is out of date: renew it with a reason, or delete it`,
    );
  console.log(`${advisories.length} advisories, ${open.length} grave and open, ${allowed.length} allowed`);
  return open.length + stale.length > 0 ? 1 : 0;
}
