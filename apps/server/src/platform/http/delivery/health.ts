import type { App } from "../app.ts";

/** `/health/live`: the process answers. `/health/ready`: it can do its work. Neither tells a stranger more. */
export function serveHealth(app: App, isReady: () => Promise<boolean>): void {
  const open = { config: { may: "anyone" as const }, schema: { hide: true } };
  app.get("/health/live", open, async (_request, reply) =>
    reply.header("cache-control", "no-store").send({ status: "ok" }),
  );
  app.get("/health/ready", open, async (_request, reply) => {
    const ready = await isReady().catch(() => false);
    return reply
      .code(ready ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ status: ready ? "ok" : "not ok" });
  });
}
