import type { Command } from "commander";
import { CommandFailed } from "../platform/cli/command-failed.ts";
import { announceProcess } from "../platform/jobs/index.ts";
import { buildPages } from "./build-pages.ts";
import { type OwnedContext, untilStopped } from "./create-context.ts";
import { explainPort } from "./port.ts";

/** `varde serve`: the pages and the API, until stopped. */
export function registerServeCommand(program: Command, context: OwnedContext["context"]): void {
  program
    .command("serve")
    .description("serve the pages and the API (PORT, VARDE_HOST, VARDE_PUBLIC_URL)")
    .option("--demo-login", "let anyone in as an invented person; for demonstrations only")
    .action(async ({ demoLogin = false }: { demoLogin?: boolean }) => {
      const { settings } = context;
      if (demoLogin && settings.production)
        throw new CommandFailed(
          "demoLoginInProduction",
          "The demonstration login lets anyone in and does not start with NODE_ENV=production. Set VARDE_OIDC_ISSUER.",
        );
      await buildPages((message) => process.stderr.write(`${message} …\n`));
      const installation = await context.installation();
      // Loaded here: the login provider alone takes longer to load than most commands to run.
      const { buildApi } = await import("./build-api.ts");
      const app = await buildApi(installation, { demo: demoLogin });
      const leave = await announceProcess(installation.db.app, "api", settings.version);
      try {
        await app.listen({ port: settings.port, host: settings.host }).catch(explainPort(settings.port));
        await untilStopped(context.signal);
      } finally {
        await app.close();
        await leave();
      }
    });
}
