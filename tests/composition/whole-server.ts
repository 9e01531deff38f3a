import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { joinSlices } from "../../apps/server/src/main.ts";
import type { App } from "../../apps/server/src/platform/http/index.ts";
import { readSettings } from "../../apps/server/src/platform/settings/settings.ts";
import { createTestDatabase, type TestScope } from "../../apps/server/src/platform/testing/index.ts";
import { buildApi } from "../../apps/server/src/wiring/build-api.ts";

/** The server with every slice's routes, as `varde serve --demo-login` builds it, on a database of its own; gone after the scope. */
export async function buildWholeServer(
  scope: TestScope,
  { logTo }: { logTo?: { write(line: string): void } } = {},
): Promise<App> {
  const opened = new AsyncDisposableStack();
  scope.after(() => opened.disposeAsync());
  const dataDir = await mkdtemp(join(tmpdir(), "varde-whole-server-"));
  opened.defer(() => rm(dataDir, { recursive: true, force: true }));
  const db = await createTestDatabase({ after: (clean) => opened.defer(clean) });
  const settings = readSettings({ VARDE_DATA: dataDir, VARDE_LOG: logTo ? "trace" : "silent" });
  const installation = await joinSlices({ settings, db, mailboxes: [] });
  opened.defer(() => installation.close());
  const app = await buildApi(installation, { demo: true, logTo });
  opened.defer(() => app.close());
  return app;
}
