import type { Command } from "commander";
import { CommandFailed } from "../platform/cli/command-failed.ts";
import { announceProcess } from "../platform/jobs/index.ts";
import { type MetricsSettings, readMetricsSettings, serveMetrics } from "../platform/metrics/index.ts";
import { isRefusal } from "../platform/rules/refusal.ts";
import type { Settings } from "../platform/settings/settings.ts";
import { buildPages } from "./build-pages.ts";
import { type OwnedContext, untilStopped } from "./create-context.ts";
import { keepAudit } from "./keep-audit.ts";
import { measureOperations } from "./measure-operations.ts";
import { explainPort } from "./port.ts";

interface ServeOptions {
  demoLogin?: boolean;
  json?: boolean;
}

/** `varde serve`: the pages and the API, until stopped. */
export function registerServeCommand(program: Command, context: OwnedContext["context"]): void {
  program
    .command("serve")
    .description("serve the pages and the API (PORT, VARDE_HOST, VARDE_PUBLIC_URL)")
    .option(
      "--demo-login",
      "let anyone in as an invented person, also from other machines; by itself only on this machine, where no login provider is set",
    )
    .option("--json", "print where it listens as JSON")
    .action(async (options: ServeOptions) => {
      const { settings, print, signal } = context;
      const demo = wantsDemoLogin(settings, options);
      await buildPages((message) => process.stderr.write(`${message} …\n`));
      const installation = await context.installation();
      // Loaded here: the login provider alone takes longer to load than most commands to run.
      const { buildApi } = await import("./build-api.ts");
      const wanted = demandMetricsSettings();
      const metrics = wanted && measureOperations(installation);
      const app = await buildApi(installation, { demo, metrics });
      const leave = await announceProcess(installation.db.app, "api", settings.version);
      const stopSealing = keepAudit(installation);
      let figures: Awaited<ReturnType<typeof serveMetrics>> | undefined;
      try {
        if (metrics)
          figures = await serveMetrics(metrics, wanted).catch(explainPort(wanted.port, "VARDE_METRICS_PORT"));
        await app.listen({ port: settings.port, host: settings.host }).catch(explainPort(settings.port));
        print({ address: settings.publicUrl.href }, `Serving ${settings.publicUrl.href}`, options);
        await untilStopped(signal);
      } finally {
        figures?.close();
        await app.close();
        await stopSealing();
        await leave();
      }
    });
}

function demandMetricsSettings(): MetricsSettings | undefined {
  const settings = readMetricsSettings(process.env);
  if (!isRefusal(settings)) return settings;
  const { setting = "", shortest = "" } = settings.params ?? {};
  throw new CommandFailed(
    settings.code,
    settings.code === "metricsPortInvalid"
      ? `${setting} is no port; write a number from 1 to 65535.`
      : `${setting} needs ${shortest} characters or more where others than this machine can ask for figures.`,
  );
}

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "::1"]);

function wantsDemoLogin({ production, host }: Settings, { demoLogin = false }: ServeOptions): boolean {
  if (demoLogin && production)
    throw new CommandFailed(
      "demoLoginInProduction",
      "The demonstration login lets anyone in and does not start with NODE_ENV=production. Set VARDE_OIDC_ISSUER.",
    );
  return demoLogin || (!production && LOOPBACK.has(host));
}
