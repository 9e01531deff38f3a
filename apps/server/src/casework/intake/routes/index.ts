import type { RouteModule } from "../../../platform/http/index.ts";
import type { IntakeParts } from "../intake-parts.ts";
import type { ReadingThreads } from "../source-profiles/message-reader.ts";
import type { ImapSettings } from "../sources/imap/imap-settings.ts";
import { serveBalance } from "./balance-routes.ts";
import { serveMessages, serveUpload } from "./message-routes.ts";
import { serveProfiles } from "./profile-routes.ts";

/** The routes of intake. Every message looked at, and every search, is audited. */
export function intakeRouteModule(
  parts: IntakeParts,
  { threads, mailboxes }: { threads: ReadingThreads; mailboxes: readonly ImapSettings[] },
): RouteModule {
  return async (app) => {
    serveMessages(app, parts);
    serveBalance(app, parts, mailboxes);
    serveProfiles(app, parts, threads);
    await serveUpload(app, parts);
  };
}
