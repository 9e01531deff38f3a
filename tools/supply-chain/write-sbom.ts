/**
 * Writes the bill of materials of what runs in production as CycloneDX JSON, from the lock file:
 * `npm run sbom [-- FILE]` (default dist/varde.cdx.json). Refuses a package whose licence is unknown or not allowed.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { chdir } from "node:process";
import { type Bom, refusedLicences } from "./licences.rules.ts";

chdir(new URL("../..", import.meta.url).pathname);

const [file = "dist/varde.cdx.json"] = process.argv.slice(2);
const text = execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx", "--omit", "dev"], {
  encoding: "utf8",
  maxBuffer: 64 * 1024 * 1024,
});
const bom = JSON.parse(text) as Bom;
const refused = refusedLicences(bom);
for (const { name, version, licence } of refused)
  console.error(
    `${name} ${version}: the licence ${licence ?? "is not named"}; it may not be shipped with Varde`,
  );
if (refused.length > 0) process.exit(1);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, text);
console.log(`${file}: ${bom.components.length} components, ${bom.bomFormat} ${bom.specVersion}`);
