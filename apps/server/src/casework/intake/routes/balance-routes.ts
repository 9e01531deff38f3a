import { intakeRoutes } from "@varde/contract";
import { recordAudit } from "../../../platform/audit/index.ts";
import { type App, serve } from "../../../platform/http/index.ts";
import { findLatestBalance } from "../balance/balance.sql.ts";
import { takeBalance } from "../balance/take-balance.ts";
import type { IntakeParts } from "../intake-parts.ts";
import type { ImapSettings } from "../sources/imap/imap-settings.ts";
import { actingOf } from "./message-routes.ts";

/** Serves the balance of ledger against mailboxes. */
export function serveBalance(app: App, parts: IntakeParts, imap: readonly ImapSettings[]): void {
  serve(app, intakeRoutes.getBalance, { may: "readBalance" }, async () => ({
    balance: (await findLatestBalance(parts.db)) ?? null,
  }));
  serve(app, intakeRoutes.runBalance, { may: "runBalance" }, async (asked) => {
    const { actor } = actingOf(asked);
    await recordAudit(parts.db, { at: parts.clock.now(), actor, act: "runBalance" });
    return takeBalance(parts, imap);
  });
}
