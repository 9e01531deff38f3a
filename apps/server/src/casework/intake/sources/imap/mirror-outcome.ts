import type { Kysely } from "kysely";
import { notifyChange } from "../../../../platform/database/index.ts";
import { setMatch } from "./places.sql.ts";

/**
 * Notes whether any alert of a message has a candidate in the register. Where its mailbox is on a server, the message is
 * moved to the folder that says so, after the transaction. Noting the same again changes nothing.
 */
export async function mirrorOutcome(
  tx: Kysely<unknown>,
  messageId: number,
  match: "withMatch" | "withoutMatch",
): Promise<void> {
  if (await setMatch(tx, messageId, match)) await notifyChange(tx, "outcomes");
}
