import { connectImap } from "../../../../platform/mail/imap-mailbox.ts";
import { MailUnavailable } from "../../../../platform/mail/mail-unavailable.ts";
import type { Standing } from "../../balance/balance.rules.ts";
import type { Mailbox } from "../../mailboxes/mailboxes.sql.ts";
import { addressOf, type ImapSettings } from "./imap-settings.ts";

/** Every message that stands in these folders of a mailbox now; nothing where it is not set up or cannot be reached. */
export async function listImapMessages(
  mailbox: Mailbox,
  folders: readonly string[],
  settings: readonly ImapSettings[],
): Promise<Standing[] | undefined> {
  const own = settings.find((one) => addressOf(one) === mailbox.address);
  if (!own) return undefined;
  try {
    const imap = await connectImap(own.server);
    try {
      const standing: Standing[] = [];
      for (const folder of folders) {
        if (!(await imap.status(folder))) continue;
        const { uidValidity } = await imap.open(folder);
        for (const uid of await imap.uids())
          standing.push({ folder, key: `${uidValidity}/${uid}`, name: `${folder}/${uid}` });
      }
      return standing;
    } finally {
      await imap.close();
    }
  } catch (error) {
    if (error instanceof MailUnavailable) return undefined;
    throw error;
  }
}
