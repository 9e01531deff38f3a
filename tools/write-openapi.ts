/** Writes docs/openapi.json from the routes as they are. `node tools/write-openapi.ts`; a test keeps it up to date. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openApiOf } from "../apps/server/src/platform/http/index.ts";
import { buildWholeServer } from "../tests/composition/whole-server.ts";

const FILE = fileURLToPath(new URL("../docs/openapi.json", import.meta.url));
const FORMATTER = fileURLToPath(new URL("../node_modules/.bin/biome", import.meta.url));

const opened = new AsyncDisposableStack();
try {
  const app = await buildWholeServer({ after: (clean) => opened.defer(clean) });
  writeFileSync(FILE, `${JSON.stringify(openApiOf(app), null, 2)}\n`);
} finally {
  await opened.disposeAsync();
}
const { status } = spawnSync(FORMATTER, ["format", "--write", FILE], { stdio: "inherit" });
process.exit(status ?? 1);
