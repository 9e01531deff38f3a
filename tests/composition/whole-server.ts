import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Installation, joinSlices } from "../../apps/server/src/main.ts";
import type { App } from "../../apps/server/src/platform/http/index.ts";
import { readSettings } from "../../apps/server/src/platform/settings/settings.ts";
import { createTestDatabase, type TestScope } from "../../apps/server/src/platform/testing/index.ts";
import { buildApi } from "../../apps/server/src/wiring/build-api.ts";

/** Varde whole, and its server as `varde serve --demo-login` builds it. */
export interface WholeServer {
  readonly app: App;
  readonly installation: Installation;
}

interface WholeServerOptions {
  readonly logTo?: { write(line: string): void };
}

/** Builds every slice and the server on a database of its own; gone after the scope. No jobs run. */
export async function openWholeServer(
  scope: TestScope,
  { logTo }: WholeServerOptions = {},
): Promise<WholeServer> {
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
  return { app, installation };
}

/** The same, for tests that need the server alone. */
export async function buildWholeServer(scope: TestScope, options: WholeServerOptions = {}): Promise<App> {
  return (await openWholeServer(scope, options)).app;
}
