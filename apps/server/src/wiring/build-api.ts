import { join } from "node:path";
// Not through the index: the login loads slowly, and every slice that asks who may would load it.
import { configureAccess } from "../access/configure-access.ts";
import { adviceOnLogin } from "../access/index.ts";
import { explainCaseRefusal } from "../casework/cases/index.ts";
import type { Installation } from "../main.ts";
import { recordRefusals } from "../platform/audit/index.ts";
import { CommandFailed } from "../platform/cli/command-failed.ts";
import { isReachable } from "../platform/database/index.ts";
import { type App, buildServer, ownOrigins } from "../platform/http/index.ts";
import type { Metrics } from "../platform/metrics/index.ts";
import { isRefusal } from "../platform/rules/refusal.ts";
import { PAGES } from "./build-pages.ts";

/** Builds the server of the pages and the API. `demo` lets anyone in as an invented person where no provider is set. */
export async function buildApi(
  { settings, db, parts: { clock }, routes }: Installation,
  {
    demo = false,
    metrics,
    // Standard output belongs to what a command prints.
    logTo = process.stderr,
  }: {
    demo?: boolean;
    metrics?: Metrics | undefined;
    logTo?: { write(line: string): void } | undefined;
  } = {},
): Promise<App> {
  const { version } = settings;
  const origins = ownOrigins(settings.publicUrl, { loopback: demo });
  const authentication = await configureAccess({
    env: process.env,
    db: db.app,
    clock,
    origins,
    secretsFolder: join(settings.dataDir, "secrets"),
    demo,
    version,
  });
  if (isRefusal(authentication)) throw new CommandFailed(authentication.code, adviceOnLogin(authentication));
  return buildServer({
    origins,
    version,
    authentication,
    routes,
    changes: db,
    isReady: () => isReachable(db.app),
    recordRefusedAttempt: recordRefusals(db.app, clock),
    explainRefusal: explainCaseRefusal,
    pages: PAGES,
    ...(metrics && { observeRequest: metrics.observeRequest }),
    logLevel: settings.logLevel,
    logTo,
  });
}
