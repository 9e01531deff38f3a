import type { ServerResponse } from "node:http";
import { CHANGES_CHANNEL } from "../../database/changes.sql.ts";
import type { App } from "../app.ts";

/** Where news of changes comes from: PostgreSQL's notifications in the server, a fake in tests. */
export interface ChangeSource {
  /** Calls `receive` with every notice on a channel, and `reconnected` when some may have been missed. Returns what ends it. */
  listen(
    channel: string,
    receive: (notice: string) => void,
    reconnected: () => void,
  ): Promise<() => Promise<void>>;
}

/** Timings of the stream, in milliseconds. */
export interface LiveTimings {
  readonly heartbeat: number;
  /** After this the stream ends and the page connects anew, which checks its login again. */
  readonly longestStream: number;
}

const TIMINGS: LiveTimings = { heartbeat: 20_000, longestStream: 15 * 60_000 };
/** Bytes a slow page may lag behind before it is cut off; it connects again and reloads. */
const LARGEST_BACKLOG = 64 * 1024;

/** Tells a page to load what it shows anew. */
const HELLO = "event: hello\ndata: {}\n\n";

/**
 * `GET /api/live`: server-sent events `change` with `{topic, id}`. A page reloads what it shows on `hello`
 * too, since it may have missed changes while it was away. All pages share one listener.
 */
export function serveLiveChanges(app: App, changes: ChangeSource, timings: LiveTimings = TIMINGS): void {
  const pages = new Set<ServerResponse>();
  let listening: Promise<() => Promise<void>> | undefined;

  const tell = (text: string) => {
    for (const page of pages) {
      if (page.writableLength > LARGEST_BACKLOG) page.destroy();
      else page.write(text);
    }
  };
  const heartbeat = setInterval(() => tell(": still here\n\n"), timings.heartbeat).unref();

  const listen = () => {
    listening ??= changes
      .listen(
        CHANGES_CHANNEL,
        (notice) => tell(`event: change\ndata: ${notice.replaceAll("\n", " ")}\n\n`),
        () => tell(HELLO),
      )
      .catch((error: unknown) => {
        listening = undefined;
        throw error;
      });
    return listening;
  };

  app.get(
    "/api/live",
    { config: { may: "loggedIn", background: true }, schema: { hide: true } },
    async (request, reply) => {
      await listen();
      reply.hijack();
      const page = reply.raw;
      page.writeHead(200, {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
      });
      page.write(`retry: 3000\n${HELLO}`);
      pages.add(page);
      const end = setTimeout(() => page.end(), timings.longestStream).unref();
      request.raw.on("close", () => {
        clearTimeout(end);
        pages.delete(page);
      });
    },
  );

  app.addHook("preClose", async () => {
    clearInterval(heartbeat);
    for (const page of pages) page.end();
    const stop = await listening?.catch(() => undefined);
    await stop?.();
  });
}
